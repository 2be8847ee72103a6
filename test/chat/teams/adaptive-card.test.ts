import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adaptiveCard } from '../../../src/chat/teams/adaptive-card.ts'
import { ANSWER } from '../../an-answer.ts'

test('a card holds the whole answer as plain runs, its source as a link, and its questions as presses', () => {
  const card = adaptiveCard(ANSWER) as {
    body: { type: string; inlines: { text: string; selectAction?: object }[] }[]
    actions: object[]
  }
  assert.ok(card.body.every(({ type }) => type === 'RichTextBlock'))
  const lines = card.body.map(({ inlines }) => inlines.map(({ text }) => text).join(''))
  assert.deepEqual(lines, [
    'Leeds: 1 link on record',
    '1968, says A (2018); 1969, says B (2021).',
    'Leeds City Council (2021), no page number in the source',
    '1 statement from 1 source.',
    'Current links',
    'Dortmund, Germany',
    'Sources differ on the start: 1968 in A (2018); 1969 in B (2021).',
    'Twin · since 1969 · active on 12 February 2021',
    '“dates back to *1969* & <more>”',
    'Second-hand: A, as reported in B.',
    'Leeds City Council (2021), Leeds and Dortmund sign again, no page number in the source; checked 24 November 2026 by a reader',
    'Read as Leeds (you wrote “leds”).',
  ])
  const source = card.body.at(-2)?.inlines[0]
  assert.deepEqual(source?.selectAction, {
    type: 'Action.OpenUrl',
    url: 'https://example.org/news#:~:text=dates%20back',
  })
  assert.deepEqual(card.actions.at(-1), {
    type: 'Action.Submit',
    title: 'Twins of Dortmund',
    data: { ask: 'twins Dortmund' },
  })
})

test('what is done on the web is opened, and not asked', () => {
  const next = [{ label: 'I know: hydrogen', url: 'https://example.org/new' }]
  const { actions } = adaptiveCard({ ...ANSWER, next }) as { actions: object[] }
  assert.deepEqual(actions.at(-1), {
    type: 'Action.OpenUrl',
    title: 'I know: hydrogen',
    url: 'https://example.org/new',
  })
})
