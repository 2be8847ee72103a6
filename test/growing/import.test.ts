import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFolder } from '../../src/growing/folder/open-folder.ts'
import { importText } from '../../src/growing/import/import-file.ts'
import { towns } from '../../src/growing/places/towns.ts'
import { allOf, emptyFolder, fileWith, hansa, read } from './folders.ts'

const PLACES = [
  'Norwich',
  'Leeds',
  'Swindon',
  'Lichfield',
  'Cardiff',
  'Dundee',
  'Belfast',
  'Otley, Leeds',
  'Torquay',
  'Reading',
]
const PARTNERS = [
  ...[
    'Rouen,FR',
    'Koblenz,Germany',
    'Novi Sad,Serbia',
    'Dortmund,DE',
    'Brno,Czechia',
    'Lille,France',
    'Siegen,DE',
  ],
  ...[
    'Hangzhou,China',
    'Salzgitter,DE',
    'Ocotal,Nicaragua',
    'Toruń,Poland',
    'Limburg an der Lahn,DE',
    'Nantes,FR',
  ],
  ...['Stuttgart,DE', 'Orléans,FR', 'Würzburg,DE', 'Nashville,US', 'Düsseldorf,DE', 'Bonn,DE', 'Hameln,DE'],
]
const HEAD = 'Town;Twinned with;Country;Year;Status;Web page'
const ROWS = PLACES.flatMap((place, i) =>
  PARTNERS.map(
    (partner, j) => `${place};${partner.replace(',', ';')};${1950 + j};listed;https://example.org/${i}/links`,
  ),
)

test('two hundred links come in at once, from a table as Excel saves it', async (t) => {
  const folder = emptyFolder(t)
  const file = fileWith(t, 'links.csv', `\uFEFF${[HEAD, ...ROWS].join('\r\n')}\r\n`)
  const first = await hansa(folder, ['import', file])
  assert.equal(first.status, 0, first.stdout + first.stderr)
  assert.match(first.stdout, /^Took in 200 of 200 rows\.\n/)
  const [named, others] = [
    first.stdout.match(/^ {2}\S+ {2}\d+ lines$/gm) ?? [],
    / and (\d+) files? more\n$/.exec(first.stdout),
  ]
  assert.ok(named.length <= 20, 'of many files the first are named')
  assert.equal(named.length + Number(others?.[1] ?? 0), allOf(folder).size)
  assert.equal((await hansa(folder, ['check'])).status, 0)
  assert.match((await hansa(folder, ['ask', '/twins Otley'])).stdout, /Toruń, Poland/)
  assert.match(read(folder, 'places/uk.yml'), /name: Otley\n {4}country: GB\n.*within: E08000035\n/s)
  const before = allOf(folder)
  assert.match(
    (await hansa(folder, ['import', file])).stdout,
    /^Took in 0 of 200 rows; 200 rows were in the folder already\.\n/,
  )
  assert.deepEqual(allOf(folder), before)
})

test('faulty rows are each told by their line, and nothing is written before all are right or left out', async (t) => {
  const folder = emptyFolder(t)
  const wrong = new Map([
    [10, 'Norwch;Rouen;FR;1951;listed;https://example.org/1'],
    [20, 'Norwich;Springfield;;1951;listed;https://example.org/1'],
    [30, 'Norwich;Rouen;FR;the 1960s;listed;https://example.org/1'],
    [40, 'Norwich;Rouen;FR;1951;lively;https://example.org/1'],
    [50, 'Norwich;Rouen;FR;2951;listed;https://example.org/1'],
    [60, 'Norwich;Rouen;FR;c. 1951;listed;https://example.org/1'],
  ])
  const lines = [HEAD, ...ROWS].map((line, index) => wrong.get(index + 1) ?? line)
  const file = fileWith(t, 'links.csv', lines.join('\n'))
  const refused = await hansa(folder, ['import', file])
  assert.equal(refused.status, 1)
  assert.match(refused.stdout, /links\.csv:10 {2}place: no place called “Norwch”/)
  assert.match(refused.stdout, /links\.csv:20 {2}partner: “Springfield” can be /)
  assert.match(refused.stdout, /links\.csv:30 {2}since: “the 1960s” is no date\. Write 1951/)
  assert.match(refused.stdout, /links\.csv:40 {2}status: “lively” is none\. Write one of active/)
  assert.match(refused.stdout, /links\.csv:50 {2}since: 2951 is after today/)
  assert.match(refused.stdout, /links\.csv:60 {2}since: “c\. 1951” is not exact\. Leave it out/)
  assert.match(refused.stdout, /Nothing was written: 6 of 200 rows are faulty\./)
  assert.deepEqual([...allOf(folder)], [])
  const taken = await hansa(folder, ['import', file, '--skip-faulty'])
  assert.equal(taken.status, 0, taken.stderr)
  assert.match(taken.stdout, /Took in 194 of 200 rows; 6 faulty rows left out\./)
  assert.equal((await hansa(folder, ['check'])).status, 0)
})

test('every row of a place that cannot come in is told at once: the folder is not checked once more for each', async () => {
  const opened = openFolder([], '2026-11-30')
  assert.ok('folder' in opened)
  let checks = 0
  const folder = {
    ...opened.folder,
    planned(additions: Parameters<typeof opened.folder.planned>[0]) {
      checks++
      const planned = opened.folder.planned(additions)
      const text = planned.changes.find(({ path }) => path === 'places/uk.yml')?.text ?? ''
      const line = text.split('\n').indexOf('    name: Swaffham') + 1
      const problem = { rule: 'a rule', severity: 'error', says: 'Swaffham cannot come in' } as const
      return {
        ...planned,
        problems: line > 0 ? [{ ...problem, file: 'places/uk.yml', line, column: 1 }] : [],
      }
    },
  }
  const rows = ['Rouen,FR', 'Koblenz,DE', 'Brno,CZ'].map((twin) => `Swaffham,${twin},listed`)
  const text = ['place,twin,country,status', ...rows, 'Norwich,Rouen,FR,listed'].join('\n')
  const defaults = { source: 'https://example.org/list' }
  const { faulty, added } = await importText(text, 'table', {
    folder,
    towns,
    defaults,
    name: 'a',
    skipFaulty: true,
  })
  assert.deepEqual(
    faulty.map(({ row, why }) => [row, why === 'Swaffham cannot come in']),
    [2, 3, 4].map((row) => [row, true]),
  )
  assert.deepEqual([added, checks], [1, 2])
})

test('commas, tabs, UTF-16, any order and what holds for all rows', async (t) => {
  const folder = emptyFolder(t)
  const tabs = 'Partner country\tPartner\tCouncil\nFrance\tRouen\tNorwich\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tabs, 'utf16le')])
  const all = ['--status', 'listed', '--source', 'https://example.org/list']
  assert.match(
    (await hansa(folder, ['import', fileWith(t, 'a.tsv', utf16), ...all])).stdout,
    /^Took in 1 of 1 row\./,
  )
  const commas =
    'place,twin,remarks\nNorwich,"Koblenz, DE","first line\nsecond line"\nNorwich,Nowhereville,\n'
  assert.match(
    (await hansa(folder, ['import', fileWith(t, 'b.csv', commas), ...all])).stdout,
    /b\.csv:4 {2}partner: no place called “Nowhereville”/,
  )
  const none = await hansa(folder, ['import', fileWith(t, 'c.csv', 'where,to\nNorwich,Rouen\n')])
  assert.match(
    none.stderr,
    /^line 1: no column says which place a link has\. Call it one of place, town, .*; found “where”, “to”\.\n$/,
  )
})

test('a namesake that comes in with a later row takes no name from a place before it', async (t) => {
  const folder = emptyFolder(t)
  const rows =
    'place,partner\nNorwich,Rouen\nOxford,"Norwich, Connecticut"\nOxford,"Springfield, Illinois"\nNorwich,"Springfield, Ohio"\n'
  const all = ['--status', 'listed', '--source', 'https://example.org/list']
  const { status, stdout, stderr } = await hansa(folder, ['import', fileWith(t, 'a.csv', rows), ...all])
  assert.equal(status, 0, stdout + stderr)
  assert.match(read(folder, 'twinnings/norwich.yml'), /^place: E07000148$/m)
})

test('what Zotero exports becomes documents once, whichever of the three ways it came', async (t) => {
  const folder = emptyFolder(t)
  const bibtex =
    '@report{ransom2020, title={Cities and Diplomacy}, author={Ransom, James}, institution={Nesta}, year={2020}, url={https://example.org/report}}'
  const ris =
    'TY  - RPRT\nTI  - Cities and Diplomacy\nAU  - Ransom, James\nPY  - 2020\nUR  - https://example.org/report\nER  - \n'
  const csl = JSON.stringify([
    {
      id: 'http://zotero.org/users/1/items/AB',
      type: 'report',
      title: 'Cities and Diplomacy',
      issued: { 'date-parts': [[2020]] },
    },
  ])
  assert.match(
    (await hansa(folder, ['import', fileWith(t, 'z.bib', bibtex)])).stdout,
    /^Took in 1 of 1 row\./,
  )
  for (const [name, text] of [
    ['z.ris', ris],
    ['z.json', csl],
  ] as const) {
    assert.match(
      (await hansa(folder, ['import', fileWith(t, name, text)])).stdout,
      /^Took in 0 of 1 row; 1 row was in the folder already/,
    )
  }
  assert.match(
    read(folder, 'sources/z.yml'),
    / {2}- id: ransom2020\n {4}type: report\n {4}title: Cities and Diplomacy\n/,
  )
})

test('what the web address of Crossref answers, and a list of pandoc’s, become documents', async (t) => {
  const folder = emptyFolder(t)
  const article = {
    type: 'journal-article',
    title: ['On rivers'],
    publisher: null,
    author: [{ given: 'Ada', family: 'Fox', sequence: 'first', affiliation: [] }, { name: 'Aire Lab' }],
    issued: { 'date-parts': [[2019, null]] },
  }
  const pandoc =
    '---\nreferences:\n- id: elm-2015\n  type: webpage\n  title: On roads\n  issued:\n  - year: 2015\n---\n'
  for (const [name, text] of [
    ['c.json', JSON.stringify({ status: 'ok', message: article })],
    ['p.yaml', pandoc],
  ] as const)
    assert.match((await hansa(folder, ['import', fileWith(t, name, text)])).stdout, /^Took in 1 of 1 row\./)
  const fromCrossref = read(folder, 'sources/c.yml')
  assert.match(fromCrossref, /type: article-journal\n {4}title: On rivers\n/)
  assert.match(fromCrossref, /literal: Aire Lab/)
  assert.match(
    read(folder, 'sources/p.yml'),
    /- id: elm-2015\n {4}type: webpage\n {4}title: On roads\n {4}issued: 2015\n/,
  )
  const none = await hansa(folder, ['import', fileWith(t, 'n.json', '[null]')])
  assert.match(none.stderr, /^.*n\.json is JSON, and not a list of documents in CSL/)
})

test('the export of a store is named as such, with the command that takes it', async (t) => {
  const file = fileWith(t, 'store.jsonl', '{"table":"gaps","row":{"workspace":""}}\n')
  const { status, stderr } = await hansa(emptyFolder(t), ['import', file])
  assert.equal(status, 1)
  assert.match(stderr, /is an export of a store\. "npx hansa store import .*store\.jsonl" puts it back\.\n$/)
})
