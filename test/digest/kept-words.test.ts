import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questionWords } from '../../src/digest/post.ts'

const KEPT: Record<string, string | undefined> = {
  'hydrogen buses for mary@example.org': 'hydrogen buses for',
  'hydrogen for U02ABCDEF and <@U02ABCDEF>': 'hydrogen for and',
  'ring 0113-496-0000 about twins': 'ring about twins',
  'ring +44 (113) 496 0000 about twins': 'ring about twins',
  'links of 1968-2021': 'links of 1968-2021',
  'the vote of 2026-11-30': 'the vote of 2026-11-30',
  'universities and colleges': 'universities and colleges',
  'W3C and G7 and covid19': 'w3c and g7 and covid19',
  '0113 496 0000': undefined,
}

for (const [asked, kept] of Object.entries(KEPT)) {
  test(`of “${asked}” what is kept is ${kept ?? 'nothing'}`, () => assert.equal(questionWords(asked), kept))
}
