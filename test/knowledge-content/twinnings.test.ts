import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()
const golden = readFileSync(new URL('./twinnings.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

test('what was read for the first folder is all there (a correction is made in twinnings.tsv too)', () => {
  const rows = new Set(
    knowledge.assertions.map(({ place, twin, kind, since, status, on, source }) => {
      const other = knowledge.places.get(twin)
      return [place, other?.name, other?.country, kind, since, status, on, source].join('\t')
    }),
  )
  assert.equal(golden.length, 104)
  assert.deepEqual(
    golden.filter((row) => !rows.has(row)),
    [],
  )
})

test('no two assertions say the same of one link from one source', () => {
  const ids = knowledge.assertions.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
})

test('a start that its source gives in words only is a note, not a date', () => {
  const [ozyorsk] = knowledge.assertions.filter(({ source }) => source === 'BBCDON')
  assert.equal(ozyorsk?.since, undefined)
  assert.match(ozyorsk?.note ?? '', /early 1990s/)
})

test('what the article says of twins points to its paragraph', () => {
  const rows = knowledge.assertions.filter(({ source }) => source === 'ransom-2020')
  assert.equal(rows.length, 8)
  for (const { id, at } of rows) assert.equal(at, 'paragraph 6', id)
})
