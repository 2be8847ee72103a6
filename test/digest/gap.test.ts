import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questionWords } from '../../src/digest/items/gap.ts'

const KEPT: Record<string, string | undefined> = {
  'ask hydrogen buses for mary@example.org': 'hydrogen buses for',
  'ask hydrogen for U02ABCDEF and <@U02ABCDEF>': 'hydrogen for and',
  'ask ring 0113-496-0000 about twins': 'ring about twins',
  'ask ring +44 (113) 496 0000 about twins': 'ring about twins',
  'ask links of 1968-2021': 'links of 1968-2021',
  'ask the vote of 2026-11-30': 'the vote of 2026-11-30',
  'ask universities and colleges': 'universities and colleges',
  'ask W3C and G7 and covid19': 'w3c and g7 and covid19',
  'cite leeds-dortmund': undefined,
  'ask 0113 496 0000': undefined,
}

for (const [asked, kept] of Object.entries(KEPT)) {
  test(`of “${asked}” what is kept is ${kept ?? 'nothing'}`, () => assert.equal(questionWords(asked), kept))
}
