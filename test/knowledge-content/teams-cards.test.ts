import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { reportCard } from '../../src/chat/teams/cards/forms.ts'
import { dueCard } from '../../src/chat/teams/cards/proposals.ts'
import { findingCard, toCards } from '../../src/chat/teams/cards/to-cards.ts'
import { accepted, inside } from '../chat/teams/card-rules.ts'
import { shipped } from './shipped.ts'

/** Of so many pages one is looked at; with HANSA_EXHAUSTIVE, all. */
const EVERY = process.env.HANSA_EXHAUSTIVE ? 1 : 9

test('Teams takes the pages of the biggest answers', () => {
  const { desk } = shipped()
  for (const question of ['twins England', 'twins Germany']) {
    const answer = desk.answer(question)
    const asked = { to: 'asker', share: true, map: true, back: question, keeps: true } as const
    const picture = {
      url: `https://hansa.example.org/shown?of=${'x'.repeat(1500)}`,
      alt: 'x'.repeat(3000),
      title: question,
    }
    const pages = [
      ...toCards(answer, asked),
      ...toCards(answer, { ...asked, view: 'evidence' }),
      ...toCards(answer, { to: 'channel' }),
      ...toCards(answer, { ...asked, picture }).slice(0, 1),
    ]
    for (const [at, page] of pages.entries()) if (at % EVERY === 0 || at === pages.length - 1) accepted(page)
  }
})

test('every statement fits a card of its own, to be inserted or looked at again', () => {
  const findings = findingsOf(shipped().desk.answer('twins England'))
  for (const [at, finding] of findings.entries())
    if (at % EVERY === 0) {
      accepted(findingCard(finding))
      accepted(dueCard({ finding }))
    }
})

test('every statement of the biggest answer can be reported, and each list of them fits', () => {
  const findings = findingsOf(shipped().desk.answer('twins England'))
  const named = new Set<string>()
  for (let page = 0; ; page++) {
    const card = reportCard(findings, 'twins England', { page })
    if (page % EVERY === 0) accepted(card)
    for (const { type, choices } of inside(card.card))
      if (type === 'Input.ChoiceSet') for (const { value } of choices as { value: string }[]) named.add(value)
    if (named.size > findings.length || page > 100) break
  }
  for (const { id } of findings) assert.ok(named.has(id), id)
})
