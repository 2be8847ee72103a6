import assert from 'node:assert/strict'
import { test } from 'node:test'
import { THOROUGH } from '../../src/knowledge/rules/thorough/all.ts'
import { printed, read } from './folder-of.ts'

const ITEM = { id: 'A', type: 'webpage', title: 'A page' }

/** What is said of a file of documents, and whether the folder is served. */
function problemsOf(text: string, file = 'a.json'): readonly string[] {
  const { knowledge, problems } = read({ 'sources/a.yml': 'references: []\n', [`sources/${file}`]: text })
  return problems.map(({ severity, says }) => `${severity}${knowledge ? '' : ', not served'}: ${says}`)
}

test('a list of items, as the web API of Zotero gives it, is read', () => {
  assert.deepEqual(problemsOf(JSON.stringify({ items: [ITEM] })), [])
})

test('a file with neither list says what is missing', () => {
  assert.equal(
    problemsOf(JSON.stringify({ total: '1' }))[0],
    'error, not served: "references" is missing: put the documents in a list below "references:"',
  )
})

test('keys of other programs are a warning in one line, and the folder is served', () => {
  const foreign = { license: 'CC BY 4.0', file: 'a.pdf', 'tex.ids': 'b', system_id: 'zotero|1' }
  assert.deepEqual(problemsOf(JSON.stringify([{ ...ITEM, ...foreign }])), [
    'warning: not read: "license", "file", "tex.ids", "system_id"',
  ])
})

test('a misspelt key of ours is not lost without a word', () => {
  assert.match(
    printed({ 'sources/a.yml': 'references:\n  - {id: A, type: webpage, title: A, acessed: 2026-11-20}\n' }),
    /warning: not read: "acessed" {2}\[foreign-key\]\n {4}→ If you meant it, write "accessed" for "acessed"\./,
  )
})

test('what Crossref gives for one article is read', () => {
  const article = {
    ...{
      id: 'A',
      type: 'article-journal',
      title: ['A page'],
      'container-title': 'Nature',
      volume: '',
      page: '1-2',
    },
    issued: { 'date-parts': [[null]], 'date-time': '2014-01-01T00:00:00Z', timestamp: 1388534400000 },
    ISSN: ['0028-0836', '1476-4687'],
    author: [
      { ORCID: 'https://orcid.example/1', family: 'Fox', given: 'Ada', sequence: 'first', affiliation: [] },
    ],
  }
  const { knowledge, problems } = read({
    'sources/a.yml': 'references: []\n',
    'sources/a.json': JSON.stringify([article]),
  })
  assert.deepEqual(problems, [])
  const source = knowledge?.sources.get('A')
  assert.equal(source?.title, 'A page')
  assert.equal(source?.issued, undefined)
  assert.deepEqual(source?.author, [{ family: 'Fox', given: 'Ada' }])
  assert.deepEqual(source?.csl.ISSN, '0028-0836, 1476-4687')
})

test('the closing line of pandoc ends a file, and a second document is still none', () => {
  const yaml = '---\nreferences:\n- {id: A, type: webpage, title: A page}\n'
  for (const end of ['---\n', '...\n', '---\n\n', '--- \n# end\n', ''])
    assert.deepEqual(problemsOf(yaml + end, 'b.yml'), [], end)
  assert.match(
    problemsOf(`${yaml}---\nreferences: []\n`, 'b.yml').join(),
    /a second YAML document begins here/,
  )
})

for (const id of [
  "O'Connor2014",
  'Smith+2020',
  '_smith',
  '10.1016/S0140-6736(97)11096-0',
  'müller:2020',
  '@fox',
  'a|b',
]) {
  const isRefused = id === '@fox' || id === 'a|b'
  test(`the id ${id} is ${isRefused ? 'refused in a true sentence' : 'served'}`, () => {
    const file = JSON.stringify([ITEM, { ...ITEM, id }])
    const said = problemsOf(file).filter((line) => !line.includes('nothing cites'))
    assert.deepEqual(
      said,
      isRefused
        ? [
            `error, not served: id: write an id as one word that begins with a letter, a digit or _; these signs can stand in it: . _ : / @ # + ' ( ) < > [ ] ; & ! $ * = ~ - (found "${id}")`,
          ]
        : [],
    )
  })
}

test('a DOI that leads elsewhere is said before anybody follows it', () => {
  assert.deepEqual(
    problemsOf(JSON.stringify([{ ...ITEM, DOI: 'https://aire.example/doi/10.1000/182/full' }])),
    [
      'error, not served: DOI: a DOI is like 10.1000/182: one, and not the address of a page (found "https://aire.example/doi/10.1000/182/full")',
    ],
  )
})

test('a folder that is only read does not wait for references, and one that is checked hears of a style without a form', () => {
  const talk = { 'sources/b.json': JSON.stringify([{ id: 'B', type: 'interview', title: 'A talk' }]) }
  const formless = (isThorough: boolean) =>
    read(talk, isThorough ? { thorough: THOROUGH } : {}).problems.filter(
      ({ rule }) => rule === 'printed-form',
    )
  assert.equal(formless(false).length, 0)
  assert.deepEqual(
    formless(true).map(({ severity, says }) => [severity, says]),
    [['warning', 'APA has no entry for this interview in a list of references.']],
  )
})

test('the answer of a DOI is one document in no list, with a type and names of Crossref’s own', () => {
  const article = { ...ITEM, type: 'journal-article', author: ['Aire Lab', { family: 'Fox' }], member: '1' }
  const { knowledge, problems } = read({
    'sources/a.yml': 'references: []\n',
    'sources/a.json': JSON.stringify(article),
  })
  assert.deepEqual(
    problems.map(({ severity, says }) => `${severity}: ${says}`),
    ['warning: not read: "member"'],
  )
  assert.equal(knowledge?.sources.get('A')?.type, 'article-journal')
  assert.deepEqual(knowledge?.sources.get('A')?.author, [{ literal: 'Aire Lab' }, { family: 'Fox' }])
})

test('every document without a form is told, however many look like it or like one that has a form', () => {
  const item = (id: string, type: string) => ({ id, type, title: `A talk of ${id}` })
  const items = ['P', 'Q', 'R', 'S'].flatMap((id) => [item(`${id}1`, 'interview'), item(`${id}2`, 'webpage')])
  const { problems } = read({ 'sources/b.json': JSON.stringify(items) }, { thorough: THOROUGH })
  const told = problems.filter(({ rule }) => rule === 'printed-form')
  assert.equal(told.length, 4)
})
