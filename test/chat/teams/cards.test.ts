import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCards } from '../../../src/chat/teams/cards/to-cards.ts'
import { ANSWER, FINDING, ROW, TABLE } from '../../an-answer.ts'
import { realFolder } from '../../real-folder.ts'
import { accepted, actionsOf, inside, textsOf } from './card-rules.ts'

const { desk } = realFolder()

test('a card holds the whole answer as plain runs, its source as a link, and its questions as presses', () => {
  const [{ card, summary }] = toCards(ANSWER)
  const lines = inside(card).flatMap(({ type, inlines }) =>
    type === 'RichTextBlock' ? [(inlines as { text: string }[]).map(({ text }) => text).join('')] : [],
  )
  assert.deepEqual(lines, [
    'Leeds: 1 link on record',
    '1968, says A (2018); 1969, says B (2021).',
    'Leeds City Council (2021), no page number in the source',
    '1 statement from 1 source.',
    'Partner: Dortmund, Germany',
    'Kind: partner / twin (sources differ)',
    'Since: 1968 / 25 Oct 1969 (sources differ)',
    'Status: in doubt: suspended; also said: active',
    'Newest evidence: Aug 2015 (11 years old)',
    'Current links',
    'Dortmund, Germany',
    'Sources differ on the start: 1968 in A (2018); 1969 in B (2021).',
    'Twin · since 1969 · active on 12 February 2021',
    '“dates back to *1969* & <more>”',
    'Second-hand: A, as reported in B.',
    'Leeds City Council (2021), Leeds and Dortmund sign again, no page number in the source',
    'Read as Leeds (you wrote “leds”). All sources checked 24 November 2026 by a reader.',
  ])
  assert.match(summary, /^Leeds: 1 link on record\n1968, says A/)
  assert.ok(
    inside(card).some(
      ({ type, url }) => type === 'Action.OpenUrl' && url === 'https://example.org/news#:~:text=dates%20back',
    ),
  )
  const titles = actionsOf(card).flatMap(({ title }) => title ?? [])
  assert.deepEqual(titles, [
    'Reference',
    'Share',
    'Copy or save',
    'Helpful',
    'Not helpful',
    'Report a mistake',
    'Leeds',
    'Twins of Dortmund',
    '3 more findings',
  ])
})

test('a review sheet is asked for under the links of one place', () => {
  const [{ card }] = toCards(desk.answer('twins Leeds'), { to: 'asker', share: false })
  const sheet = actionsOf(card).find(({ title }) => title === 'Review sheet')
  assert.equal((sheet?.data as { ask?: string } | undefined)?.ask, 'twins Leeds review')
})

test('what is done on the web is opened, and not asked', () => {
  const next = [{ label: 'I know: hydrogen', url: 'https://example.org/new' }]
  const [{ card }] = toCards({ ...ANSWER, next })
  assert.ok(
    actionsOf(card).some(({ type, title }) => type === 'Action.OpenUrl' && title === 'I know: hydrogen'),
  )
})

test('a quotation arrives as printed, whatever clients write anew', () => {
  const quote =
    'on {{DATE(2021-02-12T09:00:00Z, SHORT)}} **at** {{{TIME(2021-02-12T09:00:00Z)}} _noon_ [1](x)'
  const [group] = ANSWER.groups
  assert.ok(group)
  const [message] = toCards({ ...ANSWER, groups: [{ ...group, findings: [{ ...FINDING, quote }] }] })
  accepted(message)
  assert.ok(textsOf(message.card).join('').includes(`“${quote}”`))
})

test('the overview of several links stands first, and their words are one press away', () => {
  const rows = [ROW, { ...ROW, link: 'E08000035 2998324', twin: 'Lille', country: 'France' }]
  const answer = { ...ANSWER, table: { ...TABLE, rows } }
  const [{ card }] = toCards(answer)
  assert.equal(inside(card).filter(({ type }) => type === 'TableRow').length, 3)
  assert.ok(!textsOf(card).join('').includes('dates back'))
  const [words] = actionsOf(card).filter(({ title }) => title === 'Sources and words')
  assert.equal((words?.data as { view: string } | undefined)?.view, 'evidence')
  const [evidence] = toCards(answer, { to: 'asker', share: true, view: 'evidence' })
  assert.ok(textsOf(evidence.card).join('').includes('dates back to *1969* & <more>'))
})

for (const question of ['twins Leeds', 'twins Yorkshire', 'nesta', 'help', 'ask universities']) {
  test(`Teams takes every page of ${question}, and each leads to the next`, () => {
    const answer = desk.answer(question)
    const renderings = [
      { to: 'asker', share: true, asked: question, map: true, back: 'help' },
      { to: 'asker', share: true, view: 'evidence' },
      { to: 'channel' },
    ] as const
    for (const rendering of renderings) {
      const pages = toCards(answer, rendering)
      for (const page of pages) accepted(page)
      const leading = pages.map(({ card }) =>
        actionsOf(card).some(({ title = '' }) => String(title).startsWith('Show more')),
      )
      assert.deepEqual(
        leading,
        pages.map((_, at) => at < pages.length - 1),
      )
    }
  })
}
