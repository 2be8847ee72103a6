import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unclear } from '../../src/growing/asking.ts'
import { tableRows } from '../../src/growing/import/table.ts'
import { emptyFolder, fileWith, hansa } from './folders.ts'

const HEAD = 'town,twin,country,status,source'
const ROW = 'Leeds,Lille,FR,listed,https://example.org/1'

/** What is said of the table: of all of it, or of its rows. */
function wrongWith(...lines: readonly string[]): string | readonly (string | undefined)[] {
  try {
    return tableRows(lines.join('\n')).rows.map(({ wrong }) => wrong)
  } catch (error) {
    assert.ok(error instanceof Unclear)
    return error.message
  }
}

test('a cell under no heading is not passed over: the commas of its row mean something else', () => {
  assert.deepEqual(wrongWith(HEAD, 'Leeds,Washington, D.C.,US,listed,https://example.org/1', ROW), [
    '“https://example.org/1” stands under no heading. Put a cell that has a comma (or what else parts the cells) in quotation marks.',
    undefined,
  ])
  // Excel goes on with empty cells.
  assert.deepEqual(wrongWith(HEAD, `${ROW},,, `), [undefined])
})

test('of two columns that say the same of a row neither is passed over', () => {
  assert.deepEqual(
    wrongWith(
      'council,town,twin',
      'Leeds,Otley,Lille',
      'Leeds,,Lille',
      ',Otley,Lille',
      'Leeds, Leeds ,Lille',
    ),
    [
      'place: “council” has “Leeds” and “town” has “Otley”. Leave one of them empty.',
      undefined,
      undefined,
      undefined,
    ],
  )
})

test('a quotation mark that is open takes in the rows after it, so nothing is taken, and its line is told', () => {
  const says = / a quotation mark is open or stands inside a cell\. Begin and end the cell with one, and /
  for (const cell of ['"Leeds', '"Leeds" town']) {
    const said = wrongWith(HEAD, ROW, ROW.replace('Leeds', cell), ROW)
    assert.match(String(said), says)
    assert.match(String(said), /^line 3: /)
  }
  assert.deepEqual(wrongWith(HEAD, ROW.replace('Leeds', '"Leeds, ""the"" town"')), [undefined])
})

test('whatever else a file is, one sentence says so, and nothing is written', async (t) => {
  const folder = emptyFolder(t)
  const workbook = Buffer.from([0x50, 0x4b, 3, 4, ...Array(99).fill(7)])
  const files = {
    [fileWith(t, 'links.xlsx', workbook)]: /^This is a workbook, and no table in text\. Save it as CSV/,
    [fileWith(t, 'old.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'))]: /^This is a workbook, /,
    [fileWith(t, 'sent.pdf', 'HTTP/1.1 200 OK\n\n%PDF-1.4\n1 0 obj')]:
      /^This is a PDF, and no table in text\. Put its table into/,
    [fileWith(t, 'nothing.csv', '\n \n')]: /^There is nothing in this file to take in: it is empty\./,
    [fileWith(t, 'list.pdf', '%PDF-1.7\n1 0 obj @misc{a}')]:
      /^This is a PDF, and no table in text\. Put its table into/,
    [fileWith(t, 'page.csv', '\n<!DOCTYPE html><p>Leeds')]: /^This is a web page, /,
    [fileWith(t, 'links.rtf', '{\\rtf1 Leeds}')]: /^This is a document of a word processor, /,
    [fileWith(t, 'map.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))]:
      /^This is no text, /,
    [fileWith(t, 'cut.bib', '@article{a, title={A')]:
      /^This file cannot be read as BibTeX: .*col \d+\. Put that /,
    [folder]: / cannot be read \(it is a folder\)\./,
  }
  for (const [file, why] of Object.entries(files)) {
    const { status, stderr } = await hansa(folder, ['import', file])
    assert.deepEqual([status, stderr.trim().split('\n').length], [1, 1], file)
    assert.match(stderr, why)
  }
  const torn = fileWith(t, 'torn.csv', [HEAD, ROW, ROW.replace('Lille', 'Lille, Nord, x')].join('\n'))
  const { stdout } = await hansa(folder, ['import', torn])
  assert.match(stdout, /torn\.csv:3 {2}“.*” stands under no heading\. .*\nNothing was written: 1 of 2 rows /)
})
