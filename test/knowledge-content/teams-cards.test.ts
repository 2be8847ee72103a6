import { test } from 'node:test'
import { toCards } from '../../src/chat/teams/cards/to-cards.ts'
import { accepted } from '../chat/teams/card-rules.ts'
import { shipped } from './shipped.ts'

/** Of so many pages one is looked at; with HANSA_EXHAUSTIVE, all. */
const EVERY = process.env.HANSA_EXHAUSTIVE ? 1 : 9

test('Teams takes the pages of the biggest answers', () => {
  const { desk } = shipped()
  for (const question of ['twins England', 'twins Germany']) {
    const answer = desk.answer(question)
    const asked = { to: 'asker', share: true, map: true, back: question } as const
    const pages = [
      ...toCards(answer, asked),
      ...toCards(answer, { ...asked, view: 'evidence' }),
      ...toCards(answer, { to: 'channel' }),
    ]
    for (const [at, page] of pages.entries()) if (at % EVERY === 0) accepted(page)
  }
})
