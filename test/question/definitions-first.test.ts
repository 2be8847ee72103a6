import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { smallKnowledge, TODAY } from '../small-knowledge.ts'

const CLAIMS = [
  {
    id: 'strategic',
    says: 'Twinning of a sister city has become strategic twinning.',
    about: ['twinning', 'sister city'],
  },
  {
    id: 'mou',
    says: 'It binds nobody.',
    defines: ['memorandum of understanding', 'MoU'],
    about: ['agreement'],
  },
  { id: 'twinning', says: 'A friendship of two towns.', defines: ['twinning'], about: ['friendship'] },
  { id: 'sisters', says: 'Two signed partners.', defines: ['sister city'], about: ['signatures'] },
]
const desk = createDesk(buildLibrary(smallKnowledge({ claims: CLAIMS })), () => TODAY)

for (const [asked, first] of [
  ['what is twinning?', 'twinning'],
  ['ask what does twinning mean', 'twinning'],
  ['What’s a memorandum of understanding?', 'mou'],
  ['define MoU', 'mou'],
  ['what are sister cities', 'sisters'],
  ['ask the meaning of “sister city”', 'sisters'],
  ['sister city definition', 'sisters'],
] as const) {
  test(`“${asked}” is answered first with what defines it`, () => {
    const { outcome, groups, heading } = desk.answer(asked)
    assert.equal(outcome, 'found')
    assert.equal(groups[0]?.findings[0]?.id, first)
    assert.doesNotMatch(heading, /Nothing speaks/)
  })
}

test('a word that nothing defines is read as any other question', () => {
  assert.equal(desk.answer('what is strategic').groups[0]?.findings[0]?.id, 'strategic')
  assert.equal(desk.answer('define hydrogen').outcome, 'unknown')
})
