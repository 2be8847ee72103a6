import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AND,
  checkedAlike,
  checkedOnce,
  citationParts,
  count,
  monthsBetween,
  OR,
} from '../../src/answer/in-words.ts'
import { CITE } from '../an-answer.ts'

test('words are joined as English joins them, and numbers have their thousands apart', () => {
  const and = new Intl.ListFormat('en-GB')
  const or = new Intl.ListFormat('en-GB', { type: 'disjunction' })
  for (const words of [[], ['Leeds'], ['Leeds', 'York'], ['Leeds', 'York', 'Hull'], ['a', 'b', 'c', '']]) {
    assert.equal(AND.format(words), and.format(words))
    assert.equal(OR.format(words), or.format(words))
  }
  for (const number of [0, 1, 12, 999, 1000, 12_345, 999_999, 1_234_567])
    assert.equal(count(number, 'link'), `${number.toLocaleString('en-GB')} link${number === 1 ? '' : 's'}`)
})

test('a month is over on the day of the month on which it began', () => {
  assert.equal(monthsBetween('2025-12-01', '2026-12-01'), 12)
  assert.equal(monthsBetween('2025-12-02', '2026-12-01'), 11)
  assert.equal(monthsBetween('2026-12-01', '2025-12-02'), -12)
  assert.equal(monthsBetween('2026-12-01', '2026-12-31'), 0)
})

test('who checked is said once at the foot where it is the same for all, also on different days', () => {
  const later = { ...CITE, checkedOn: '2026-11-29' }
  const said = (cites: (typeof CITE)[]) =>
    cites.map(
      (cite) => citationParts(cite, checkedAlike(cites)).find(({ is }) => is === 'checked')?.text ?? '',
    )
  assert.deepEqual(said([CITE, CITE]), ['', ''])
  assert.deepEqual(said([CITE, later]), ['checked 24 November 2026', 'checked 29 November 2026'])
  assert.deepEqual(said([CITE, { ...later, checkedBy: 'Ben' }]), [
    'checked 24 November 2026 by a reader',
    'checked 29 November 2026 by Ben',
  ])
  assert.match(checkedOnce([CITE, later]) ?? '', /between 24 .* and 29 November 2026 by a reader\.$/)
})
