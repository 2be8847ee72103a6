import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { printed, read, TODAY } from './folder-of.ts'

const small = await checkFolder(fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url)), TODAY)

test('a clean folder has no problems and is knowledge', () => {
  assert.deepEqual(small.problems, [])
  assert.equal(small.knowledge?.assertions.length, 6)
})

test('an assertion names both places by id, keeps the precision of its dates, and takes the dates of its file', () => {
  assert.deepEqual(
    small.knowledge?.assertions.find(({ twin, source }) => twin === '1808926' && source === 'BBC10'),
    {
      id: 'leeds-hangzhou-bbc10',
      place: 'E08000035',
      twin: '1808926',
      kind: 'twin',
      since: '1988-06',
      status: 'listed',
      on: '2010-04-07',
      source: 'BBC10',
      note: 'Hangzhou is written Hang Zhou in the source.',
      checked: { on: '2026-11-20', by: 'Ana' },
      added: '2026-11-20',
    },
  )
})

test('two sources that disagree about one link are two assertions', () => {
  const dortmund = small.knowledge?.assertions.filter(({ twin }) => twin === '2935517')
  assert.deepEqual(
    dortmund?.map(({ id, since }) => [id, since]),
    [
      ['leeds-dortmund-lccnews', '1969'],
      ['leeds-dortmund-rgre', '1957'],
    ],
  )
})

test('what a claim says for itself goes before what its file says for all', () => {
  const claim = small.knowledge?.claims.find(({ id }) => id === 'oldest-links')
  assert.deepEqual(claim?.checked, { on: '2026-10-02', by: 'Ben' })
  assert.equal(claim?.added, '2026-11-20')
  assert.deepEqual(claim?.places, ['E08000035', 'E06000010'])
})

test('a Zotero export is read as it is, tabs and all', () => {
  assert.deepEqual(small.knowledge?.sources.get('NESTA20'), {
    id: 'NESTA20',
    type: 'report',
    title: 'Networks of innovation',
    author: [
      { family: 'Doe', given: 'Jane' },
      { family: 'Roe', given: 'Richard' },
    ],
    issued: '2020-06',
    publisher: 'Nesta',
    url: 'https://nesta.example/networks.pdf',
    csl: {
      id: 'NESTA20',
      type: 'report',
      title: 'Networks of innovation',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Richard' },
      ],
      issued: { 'date-parts': [[2020, 6]] },
      publisher: 'Nesta',
      'publisher-place': 'London',
      'number-of-pages': '48',
      URL: 'https://nesta.example/networks.pdf',
    },
  })
})

for (const [name, mark, indent] of [
  ['after a bar', '|', '  '],
  ['after a fold', '>-', '  '],
  ['in quotation marks', '"', '  '],
  ['without marks', '', '  '],
] as const) {
  test(`a summary ${name} keeps its paragraphs, and lines of one paragraph are one`, () => {
    const open = mark === '"' ? '"' : `${mark}\n${indent}`
    const summary = `${open}One line\n${indent}and its rest.\n\n${indent}Another.${mark === '"' ? '"' : ''}`
    const report = `report: A\ntitle: A page\nsummary: ${summary}\nfindings: []\n`
    assert.equal(
      read({ 'reports/a.yml': report }).knowledge?.reports[0]?.summary,
      'One line and its rest.\n\nAnother.',
    )
  })
}

test('where we looked and found none is kept', () => {
  assert.deepEqual(small.knowledge?.looked, [
    { place: 'E08000018', on: '2026-11-20', in: ['RGRE', 'BBC10'], for: 'any twin town' },
  ])
})

test('a place that exists has its country and other names', () => {
  assert.deepEqual(small.knowledge?.exists[0], {
    id: '2633352',
    name: 'York',
    country: 'GB',
    admin: 'England',
    population: 153717,
    also: ['Jorvik', 'Eboracum'],
  })
})

test('a warning alone does not keep knowledge back', () => {
  const { knowledge, problems } = read({
    'sources/b.yml': 'references:\n  - {id: B, type: book, title: Unread}\n',
  })
  assert.deepEqual(
    problems.map(({ severity, says }) => [severity, says]),
    [['warning', 'nothing cites the document "B"']],
  )
  assert.ok(knowledge)
})

test('one error keeps all knowledge back', () => {
  assert.equal(read({ 'claims/a.yml': 'claims: [{}]\n' }).knowledge, undefined)
})

test('a wrong entry does not make those that cite it wrong', () => {
  const wrong = 'references:\n  - {id: A, type: webpage, title: A page, issued: 69}\n'
  assert.equal(
    printed({ 'sources/a.yml': wrong }),
    'sources/a.yml:2:51  issued: write the year as four digits, like 1969 (found "69")  [shape]\n1 error\n',
  )
})

test('a file that cannot be read does not make those that cite it wrong', () => {
  assert.equal(
    printed({ 'sources/a.yml': 'references: [\n', 'places/a.yml': 'places: "' }).match(/known-/),
    null,
  )
})

test('a date that a file gives to all its entries is wrong once', () => {
  const claim = (id: string) => `  - {id: ${id}, says: Words, source: A, about: [words]}\n`
  const file = `checked: {on: 2026-11-25, by: Ana}\nadded: 2026-11-20\nclaims:\n${claim('a')}${claim('b')}`
  assert.equal(
    printed({ 'claims/a.yml': file }),
    'claims/a.yml:1:15  checked.on: 2026-11-25 is after today, 2026-11-24  [future]\n' +
      '    → Correct the date.\n1 error\n',
  )
})

test('READMEs, schemas and what systems leave behind are not knowledge', () => {
  const other = [
    'README.md',
    'claims/README.md',
    'schema/x.json',
    '.DS_Store',
    'claims/.a.yml.swp',
    'claims/a.yml~',
  ]
  assert.equal(printed(Object.fromEntries(other.map((path) => [path, 'x: [']))), 'no problems\n')
})

test('decomposed letters mean the same as composed ones', () => {
  const { knowledge } = read({
    'places/b.yml': 'places:\n  - {id: 2886242, name: Ko\u0308ln, country: DE, lat: 50.9, lon: 7}\n',
    'twinnings/b.yml':
      'place: K\u00f6ln\nadded: 2026-11-20\ntwinnings:\n  - {twin: Leeds, kind: twin, status: active, source: A, checked: {on: 2026-11-20, by: Ana}}\n',
  })
  assert.equal(knowledge?.assertions.find(({ place }) => place === '2886242')?.id, 'koln-leeds-a')
})

/** One thing wrong in the dates of the whole file; the entries are wrong in other ways. */
const ALL_WRONG = `checked: {on: 2026-02-30, by: Ana}
added: 2026-11-20
claims:
  - {id: a, says: One, source: A, about: [x]}
  - {id: a, says: Two, source: A, about: [x]}
  - {id: b, sayss: Three, source: Z, about: [x], at: [1], quote: Words}
  - {id: c, says: Four, source: A, quote: Words, citing: Y, added: 2027-01-01}
`

test('what is wrong with a file or an entry hides nothing else that is wrong with it', () => {
  assert.deepEqual(
    read({ 'claims/a.yml': ALL_WRONG }).problems.map(({ line, says }) => `${line} ${says}`),
    [
      '1 checked.on: there is no such day (found "2026-02-30")',
      '5 the id "a" is taken by claims/a.yml:4:10',
      '6 "says" is missing',
      '6 unknown key "sayss"; did you mean "says"?',
      '6 source: no document in sources/ has the id "Z"',
      '6 at: write one text here, not a list or an entry',
      '7 "about" is missing',
      '7 this quote has no locator',
      '7 citing: no document in sources/ has the id "Y"',
      '7 added: 2027-01-01 is after today, 2026-11-24',
    ],
  )
})

test('a file of twinnings without its place still has its entries looked at', () => {
  const file = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\ntwinnings:\n'
  const entry = '  - {twin: Nowhere, kind: twin, status: active, source: A}\n'
  assert.deepEqual(
    read({ 'twinnings/b.yml': file + entry }).problems.map(({ line, says }) => `${line} ${says}`),
    ['1 "place" is missing', '4 twin: no place in places/ is called "Nowhere"'],
  )
})

test('a key with nothing after it is not there', () => {
  const claim = '{id: a, says: One, source: A, about: [x], quote: Words, at: , checked: , added: }'
  const file = `checked: {on: 2026-11-20, by: Ana}\nclaims:\n  - ${claim}\n`
  assert.deepEqual(
    read({ 'claims/a.yml': file }).problems.map(({ says }) => says),
    ['"added" is missing', 'this quote has no locator'],
  )
})

test('nobody is told that a document is unused while what may cite it cannot be read', () => {
  const more = { 'sources/b.yml': 'references:\n  - {id: B, type: book, title: Unread}\n' }
  for (const broken of ['claims: [\n', 'claims:\n  - {id: a, source: [B]}\n']) {
    assert.doesNotMatch(printed({ ...more, 'claims/a.yml': broken }), /nothing cites/)
  }
})
