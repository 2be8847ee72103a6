import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()

/** Written by hand from the sources, beside the folder: place, twin, country, kind, since, status or who holds it, on, source. */
const ROWS = readFileSync(new URL('../fixtures/knowledge-rows.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

test('every statement about a link is read as it was noted', () => {
  const rows = knowledge.assertions.map(({ place, twin, kind, since, status, heldBy, on, source }) => {
    const other = knowledge.places.get(twin)
    return [place, other?.name, other?.country, kind, since, status ?? heldBy, on, source].join('\t')
  })
  assert.equal(ROWS.length, 104)
  assert.deepEqual(
    ROWS.filter((row) => !rows.includes(row)),
    [],
  )
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

test('nothing is shown as the Nesta report’s own words: it was read in other documents', () => {
  const [report] = knowledge.reports
  assert.equal(report?.command, 'nesta')
  for (const { id, source, citing } of report?.findings ?? []) {
    assert.notEqual(source, 'nesta-2020', id)
    assert.equal(citing, 'nesta-2020', id)
  }
  assert.ok(knowledge.claims.every(({ source }) => source !== 'nesta-2020'))
})

test('a finding has its own title, source and place in it', () => {
  const found = knowledge.reports.flatMap(({ findings }) => findings).filter(({ at }) => at === 'paragraph 4')
  assert.deepEqual(
    found.map(({ title, source }) => [title, source]),
    [
      ['Policy innovation', 'ransom-2020'],
      ['Systems innovation', 'ransom-2020'],
      ['Partnerships innovation', 'ransom-2020'],
    ],
  )
})

test('claims that disagree stand side by side, each naming the other', () => {
  const differing = (topic: string) =>
    knowledge.claims
      .filter(({ about }) => about.includes(topic))
      .map(({ source, differs }) => [source, differs])
  assert.deepEqual(differing('1913'), [
    ['uclg-1913', ['union-of-1913-in-the-netherlands']],
    ['mit-iula', ['union-of-1913-in-ghent']],
  ])
  assert.deepEqual(differing('oldest sister city'), [
    ['MCC08', ['oldest-sister-city-chemnitz']],
    ['MCCnow', ['oldest-sister-city-saint-petersburg']],
  ])
})
