import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { ndcg } from '../../bench/search/collection.ts'
import { folderQuestions } from '../../bench/search/folder.ts'
import { carelesslyTyped } from '../../bench/search/typing.ts'
import { realFolder } from '../real-folder.ts'

const { library } = realFolder()
const { questions, nothing } = folderQuestions()

test('the records that people judged right come first, for the questions of bench/questions.yml', () => {
  assert.ok(questions.length >= 120)
  const quality = meanOf((question) => question)
  assert.ok(quality >= 0.95, `nDCG@10 is ${quality.toFixed(3)}`)
})

test('and they do with every other word mistyped', () => {
  const qualities = [1, 2, 3].map((seed) => {
    const random = chance(seed)
    return meanOf((question) => carelesslyTyped(question, random))
  })
  const quality = qualities.reduce((sum, one) => sum + one, 0) / qualities.length
  assert.ok(quality >= 0.9, `nDCG@10 is ${quality.toFixed(3)}`)
})

test('a question on another subject gets nothing, though it shares a word with the folder', () => {
  const given = nothing.filter((question) => library.said(question).strength !== 'none')
  assert.deepEqual(given, [])
})

test('the population of a place, its police and its hospitals are no questions about its links', () => {
  for (const place of ['Leeds', 'Bradford', 'Sheffield', 'Hull', 'Dortmund']) {
    for (const asked of [`population of ${place}`, `police in ${place}`, `hospitals near ${place}`]) {
      assert.equal(library.said(asked).strength, 'none', asked)
    }
  }
})

function meanOf(typed: (question: string) => string): number {
  const qualities = questions.map((question) =>
    ndcg(
      library.said(typed(question.ask)).hits.map(({ id }) => id),
      question,
    ),
  )
  return qualities.reduce((sum, one) => sum + one, 0) / qualities.length
}
