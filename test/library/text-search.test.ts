import assert from 'node:assert/strict'
import { test } from 'node:test'
import { library } from 'hansa/library'

/** Two texts that hold what is asked; only the second shares the words of three others that hold it too. */
function twoLike(asked: string): { first: string | undefined } {
  const others = Array.from({ length: 40 }, (_, at) => ({
    id: `other-${at}`,
    title: '',
    text: `filler${at} paper`,
  }))
  const { search } = library([
    { id: 'alone', title: '', text: `${asked} solitary` },
    { id: 'among', title: '', text: `${asked} magnet` },
    ...['one', 'two', 'three'].map((id) => ({ id, title: '', text: `${asked} magnet ${id}` })),
    ...others,
  ])
  return { first: search(asked)[0]?.id }
}

test('a short question goes on to what its best texts have in common; a long one says itself what it means', () => {
  assert.equal(twoLike('ferry harbour').first, 'among')
  const long = `ferry harbour anchor sail deck captain lantern rope tide wave storm compass mast
    rudder keel galley cargo pilot berth crane dock`
  assert.equal(twoLike(long).first, 'alone')
})

test('all of fifty thousand texts are given in little time when all are asked for, worst first as they are', () => {
  const lengths = 50
  const { search } = library(
    Array.from({ length: 50_000 }, (_, at) => ({
      id: String(at),
      title: '',
      text: `port ${'quay '.repeat(lengths - Math.floor((at * lengths) / 50_000))}`,
    })),
  )
  search('port', 1)
  const before = process.cpuUsage()
  const found = search('port', 50_000)
  const { user } = process.cpuUsage(before)
  assert.deepEqual([found.length, found[0]?.id, found.at(-1)?.id], [50_000, '49000', '999'])
  assert.ok(user < 1_000_000, `${user / 1000} ms`)
})

test('a long question finds the same, however many of its words are common', () => {
  const common = Array.from({ length: 60 }, (_, at) => `word${at}`)
  const { search } = library(
    Array.from({ length: 3_000 }, (_, at) => ({
      id: String(at),
      title: '',
      text: `${common.filter((_, word) => (at * 7 + word) % 3 > 0).join(' ')} rare${at % 50}`,
    })),
  )
  assert.equal(search(`${common.join(' ')} rare7`)[0]?.id.endsWith('7'), true)
  assert.equal(search('word1 word2', 3_000).length, 3_000)
})
