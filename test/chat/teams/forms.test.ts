import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PROPOSED_FIELDS } from '../../../src/answer/proposal.ts'
import { LIMITS, writtenIn } from '../../../src/chat/teams/cards/elements.ts'
import { copyCard, reportCard, scheduleCard, settingsCard } from '../../../src/chat/teams/cards/forms.ts'
import {
  changeCard,
  curatorsCard,
  dueCard,
  lookedCard,
  proposalCard,
  reasonCard,
} from '../../../src/chat/teams/cards/proposals.ts'
import { ANSWER, FINDING } from '../../an-answer.ts'
import { accepted, inside } from './card-rules.ts'

/** What weighs most as JSON, what Teams would write anew, and what cannot be seen. */
const ODD = [
  '"\\'.repeat(600),
  '{{DATE(2026-01-01)}}'.repeat(60),
  '\u0000'.repeat(900),
  '🧵'.repeat(900),
  ' ',
  '',
]

for (const odd of ODD) {
  test(`a form is taken by Teams whatever stands in it: ${JSON.stringify(odd.slice(0, 24))}`, () => {
    const { found: _, ...link } = {
      place: '',
      partner: '',
      ...Object.fromEntries(PROPOSED_FIELDS.map((one) => [one, odd])),
    } as Record<(typeof PROPOSED_FIELDS)[number], string>
    const finding = {
      ...FINDING,
      id: odd.slice(0, 60),
      title: odd.slice(0, 300),
      says: odd,
      quote: odd.slice(0, 300),
    }
    const cut = Object.fromEntries(Object.entries(link).map(([field, text]) => [field, text.slice(0, 500)]))
    const short = { ...link, ...cut }
    const files = ['Word', 'Excel', 'Web page'].map((label) => ({
      label,
      url: `https://example.org/${'x'.repeat(900)}`,
    }))
    const text = odd.repeat(Math.ceil(LIMITS.page / (JSON.stringify(odd).length + 1)))
    for (const card of [
      proposalCard(link, {
        ask: odd,
        wrong: PROPOSED_FIELDS.map((field) => ({ field, why: odd })),
        named: odd,
      }),
      changeCard(1, link, [{ field: 'partner', why: odd.slice(0, 500) }]),
      curatorsCard(1, short),
      curatorsCard(1, { ...short, found: 'gone' }),
      reasonCard(1),
      dueCard({ finding }),
      lookedCard(odd.slice(0, 500), finding.id),
      reportCard(
        Array.from({ length: 400 }, (_, at) => ({ ...finding, id: `${at}${finding.id}` })),
        odd,
      ),
      settingsCard(
        {
          home: odd,
          map: true,
          editors: Array.from({ length: 50 }, () => 'bbbbbbbb-0000-0000-0000-000000000002'),
        },
        odd,
      ),
      scheduleCard({ weekday: 1, time: '09:00', zone: odd.slice(0, 60) }, odd),
      copyCard(ANSWER, { ask: odd, text, form: 'md', stamp: 'x', files }),
    ])
      accepted(card)
  })
}

test('what is written in a field comes back as it was typed', () => {
  const { card } = proposalCard({ place: 'Leeds', quote: 'on {{DATE(2026-01-01)}}' }, { ask: '' })
  const [quote] = inside(card).filter(({ id }) => id === 'quote')
  assert.doesNotMatch(String(quote?.value), /\{\{/)
  assert.equal(writtenIn(quote?.value), 'on {{DATE(2026-01-01)}}')
})
