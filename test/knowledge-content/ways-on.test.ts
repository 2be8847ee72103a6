import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellUs } from '../../src/answer/tell-us.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { toCards } from '../../src/chat/teams/cards/to-cards.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { shipped } from './shipped.ts'

const desk = createDesk(buildLibrary(shipped().knowledge), () => '2026-11-30')

/** Each kind of nothing, what can be told under it, and what is offered of what is held near by. */
const NOTHING = [
  ['twins Leeds Kyiv', 'Tell us about Leeds and Kyiv, Ukraine', ['twins Leeds', 'twins Ukraine']],
  ['is Leeds twinned with Kyiv?', 'Tell us about Leeds and Kyiv, Ukraine', ['twins Leeds', 'twins Ukraine']],
  ['twins Leeds Tokyo', 'Tell us about Tokyo (Tokyo, Japan)', ['twins Leeds', 'twins Japan']],
  ['twins Leeds Spain', 'Tell us about Leeds and Spain', ['twins Leeds', 'twins Spain']],
  ['twins Tokyo', 'Tell us about Tokyo (Tokyo, Japan)', ['twins Japan']],
  ['twins Thirsk', 'Tell us about Thirsk', ['twins North Yorkshire']],
  ['twins Ripon', 'Tell us about Ripon', ['twins North Yorkshire', 'twins Harrogate']],
  ['twins Wetherby', 'Tell us about Wetherby', ['twins Leeds']],
  ['twins Leeds ended in 1950', 'Tell us about Leeds', ['twins Leeds']],
  ['twins Leeds Kyiv ended', 'Tell us about Leeds and Kyiv, Ukraine', []],
  ['twins xyzzyq', 'Tell us about a link', []],
  ['what becomes of Leeds', 'Tell us what you know', ['twins Leeds']],
  ['ask quantum gravity', 'Tell us what you know', []],
  ['nesta unicorns', 'Tell us what you know', []],
  ['report unicorns', 'Tell us what you know', []],
  ['councils that end in 2041', 'Tell us what you know', []],
] as const

for (const [question, label, held] of NOTHING)
  test(`${question}: nothing is held, what is known can be told, and what is held leads on`, () => {
    const answer = desk.answer(question)
    assert.notEqual(answer.outcome, 'found')
    assert.equal(tellUs(answer)?.label, label)
    const asks = [...answer.suggestions, ...answer.next].map(({ ask }) => ask)
    for (const ask of held) assert.ok(asks.includes(ask), `${ask} is not among ${asks.join(', ')}`)
    for (const ask of held) assert.equal(desk.answer(ask).outcome, 'found', ask)
    const slack = JSON.stringify(toBlocks(answer, { to: 'asker', share: true }))
    const teams = JSON.stringify(toCards(answer, { to: 'asker', share: true, keeps: true, asked: question }))
    for (const shown of [slack, teams]) assert.ok(shown.includes(`"${label}"`), shown)
    const printed = print(answer, { width: 120, colour: false, links: false })
    assert.match(printed, /npx hansa add [a-z]/)
  })

test('under what is found, and under help, nothing is asked to be told', () => {
  for (const question of ['twins Leeds', 'ask cities learn', 'nesta', 'help', 'twins', 'cite nobody'])
    assert.equal(tellUs(desk.answer(question)), undefined, question)
})
