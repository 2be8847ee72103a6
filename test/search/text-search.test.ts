import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSearch } from '../../src/search/create-search.ts'
import { LIMIT } from '../until.ts'

/**
 * Which of two texts comes first that hold what is asked, when only the second shares the words of three others that hold
 * it too, and `more` hold it that share nothing.
 */
function firstOfTwoLike(asked: string, more = 0): string | undefined {
  const others = Array.from({ length: 40 }, (_, at) => ({
    id: `other-${at}`,
    title: '',
    text: `${at < more ? asked : `filler${at}`} paper${at}`,
  }))
  const { search } = createSearch([
    { id: 'alone', title: '', text: `${asked} solitary` },
    { id: 'among', title: '', text: `${asked} magnet` },
    ...['one', 'two', 'three'].map((id) => ({ id, title: '', text: `${asked} magnet ${id}` })),
    ...others,
  ])
  return search(asked)[0]?.id
}

test('a question goes on to what its best texts have in common', () => {
  assert.equal(firstOfTwoLike('ferry harbour'), 'among')
})

test('it does not where a dozen are equally good, nor when it is so long that it says itself what it means', () => {
  assert.equal(firstOfTwoLike('ferry harbour', 8), 'alone')
  const long = Array.from({ length: 70 }, (_, at) => `word${at}`).join(' ')
  assert.equal(firstOfTwoLike(long), 'alone')
})

// Taking the best of them one by one would go on for minutes.
test('all of fifty thousand texts are given when all are asked for, worst first as they are', {
  timeout: LIMIT,
}, () => {
  const lengths = 50
  const { search } = createSearch(
    Array.from({ length: 50_000 }, (_, at) => ({
      id: String(at),
      title: '',
      text: `port ${'quay '.repeat(lengths - Math.floor((at * lengths) / 50_000))}`,
    })),
  )
  const found = search('port', 50_000)
  assert.deepEqual([found.length, found[0]?.id, found.at(-1)?.id], [50_000, '49000', '999'])
})

test('a long question finds the same, however many of its words are common', () => {
  const common = Array.from({ length: 60 }, (_, at) => `word${at}`)
  const { search } = createSearch(
    Array.from({ length: 3_000 }, (_, at) => ({
      id: String(at),
      title: '',
      text: `${common.filter((_, word) => (at * 7 + word) % 3 > 0).join(' ')} rare${at % 50}`,
    })),
  )
  assert.equal(search(`${common.join(' ')} rare7`)[0]?.id.endsWith('7'), true)
  assert.equal(search('word1 word2', 3_000).length, 3_000)
})

test('a code with a slip in its letters is read as the one that the texts know, and never as one with other digits', () => {
  const { search } = createSearch([
    { id: 'code', title: '', text: 'the receptor CX3CR1 of microglia' },
    { id: 'year', title: '', text: 'the 1960s on the M62 at 20mph, form EUR3012X' },
    ...Array.from({ length: 30 }, (_, at) => ({ id: `other-${at}`, title: '', text: `filler paper${at}` })),
  ])
  for (const typed of ['cx3crr1', 'cx3rc1', 'xc3cr1']) assert.equal(search(typed)[0]?.id, 'code', typed)
  for (const typed of ['cx3cr2', 'cx4cr1', 'cx13cr', '1961s', 'm621', '20mpg', 'eur3013x'])
    assert.deepEqual(search(typed), [], typed)
})

test('what the best texts share finds texts that hold no word of the question', () => {
  const sharing = ['one', 'two', 'three'].map((id) => ({
    id,
    title: '',
    text: `ferry harbour magnet compass ${id}`,
  }))
  const others = Array.from({ length: 40 }, (_, at) => ({
    id: `other-${at}`,
    title: '',
    text: `filler${at} paper${at}`,
  }))
  const { search, answer } = createSearch([
    ...sharing,
    { id: 'same matter', title: '', text: 'compass and magnet' },
    ...others,
  ])
  assert.deepEqual(
    search('ferry harbour').map(({ id }) => id),
    ['one', 'two', 'three', 'same matter'],
  )
  assert.equal(answer('ferry harbour').strength, 'answer')
})
