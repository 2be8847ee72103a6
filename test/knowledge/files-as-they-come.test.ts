import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { LIMIT } from '../until.ts'
import { CLEAN, filesOf, printed, read, TODAY } from './folder-of.ts'

const CLAIMS =
  'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\nclaims:\n  - id: a\n    says: Wörter\n    source: A\n    about: [words]\n'

/** Problems of one file of claims, without the file's name. */
function problemsOf(content: string | Uint8Array): readonly string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { problems } = readKnowledge([...filesOf(CLEAN), { path: 'claims/a.yml', bytes }], TODAY)
  return problems.map(({ line, column, says, rule }) => `${line}:${column} ${says} [${rule}]`)
}

function saysOf(files: Readonly<Record<string, string>>): string | undefined {
  return read(files).knowledge?.claims[0]?.says
}

test('a byte order mark, Windows line ends and old Mac line ends change nothing', () => {
  assert.equal(saysOf({ 'claims/a.yml': `\uFEFF${CLAIMS}` }), 'Wörter')
  assert.equal(saysOf({ 'claims/a.yml': CLAIMS.replaceAll('\n', '\r\n') }), 'Wörter')
  assert.equal(saysOf({ 'claims/a.yml': CLAIMS.replaceAll('\n', '\r') }), 'Wörter')
})

test('with Windows line ends a problem is at the same line and column', () => {
  const wrong = CLAIMS.replace('source: A', 'source: B')
  assert.deepEqual(problemsOf(wrong.replaceAll('\n', '\r\n')), [
    '6:13 source: no document in sources/ has the id "B" [known-source]',
  ])
})

test('a Latin-1 file is refused at its first odd letter', () => {
  assert.deepEqual(problemsOf(Buffer.from(CLAIMS, 'latin1')), ['5:12 this character is not UTF-8 [file]'])
})

test('a UTF-16 file is refused in a sentence', () => {
  assert.deepEqual(problemsOf(Buffer.from(`\uFEFF${CLAIMS}`, 'utf16le')), [
    '1:1 this file is saved as UTF-16 [file]',
  ])
})

test('an empty file, one of comments and one of spaces say so', () => {
  for (const text of ['', '# later\n', ' \n\n', '---\n', '~\n']) {
    assert.deepEqual(problemsOf(text), ['1:1 this file is empty [file]'], JSON.stringify(text))
  }
})

const MISTAKES: readonly (readonly [name: string, text: string, problem: string])[] = [
  ['tabs', 'claims:\n\t- id: a\n', '2:1 a tab indents the text after it, and YAML only knows spaces [file]'],
  [
    'a colon in a text',
    'claims:\n  - says: Leeds: a city\n',
    '2:11 a colon and a space inside a text start a new key [file]',
  ],
  [
    'an open quotation mark',
    'claims:\n  - says: "Leeds\n',
    '3:1 a comma, a colon, a space or a closing mark is missing here [file]',
  ],
  ['two documents', 'claims: []\n---\nclaims: []\n', '2:1 a second YAML document begins here [file]'],
  ['an alias', 'claims: &a []\nplaces: *a\n', '2:9 "*a" stands for a text elsewhere [shape]'],
  [
    'a key written twice',
    'claims: []\nclaims: []\n',
    '2:1 "claims" is written twice in one entry; the first is in line 1 [shape]',
  ],
  ['a list for a key', '? [a]\n: b\n', '1:3 a key must be a word [shape]'],
  [
    'a text for a file',
    'just words\n',
    '1:1 write an entry here, with "key: value" on each line (found "just words") [shape]',
  ],
  ['a list for a file', '- a\n', '1:1 write an entry here, with "key: value" on each line [shape]'],
  ['NUL', 'claims: "\0"\n', '1:9 an invisible character stands in this text: U+0000 [characters]'],
]

for (const [name, text, problem] of MISTAKES) {
  test(`${name} gives one sentence, where it is`, () => {
    assert.ok(problemsOf(text).includes(problem), problemsOf(text).join('\n'))
  })
}

test('a comma too many in a JSON file is no matter of spaces', () => {
  assert.equal(
    printed({
      'sources/b.json': '[{"id": "B", "type": "book",, "title": "T"}]\n',
      'sources/c.json': '[{"id": "C"',
    }),
    [
      'sources/b.json:1:29  this is not JSON from here on  [file]',
      '    → Look before it for a comma, a bracket or a quotation mark that is missing or too many.',
      'sources/c.json:1:12  this is not JSON from here on  [file]',
      '    → Look before it for a comma, a bracket or a quotation mark that is missing or too many.',
      '2 errors',
      '',
    ].join('\n'),
  )
})

test('a key called __proto__ or constructor is an unknown key and changes nothing', () => {
  const wrong = CLAIMS.replace('id: a\n', 'id: a\n    __proto__: {says: Other}\n    constructor: x\n')
  assert.deepEqual(problemsOf(wrong), [
    '5:5 unknown key "__proto__" [shape]',
    '6:5 unknown key "constructor" [shape]',
  ])
  assert.equal(({} as { says?: string }).says, undefined)
})

const LONG = 1_000_000
const HOSTILE: Readonly<Record<string, string>> = {
  'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
    .join('')}`,
  'a million brackets': '['.repeat(LONG),
  'a deep map': '{a: '.repeat(40_000),
  'a deep list': `${'- '.repeat(60_000)}a`,
  'a million commas': `[${','.repeat(LONG)}`,
  'a hundred thousand commas': `[${','.repeat(100_000)}`,
  'a million closing brackets': ']'.repeat(LONG),
  'a million quotation marks': '"'.repeat(LONG),
  'sixty thousand keys': Array.from({ length: 60_000 }, (_, i) => `k${i}: v\n`).join(''),
  'one key many times': 'a: b\n'.repeat(40_000),
  'many empty entries': `claims:\n${'- {}\n'.repeat(30_000)}`,
  'many misspelt keys': `claims:\n- {${Array.from({ length: 30_000 }, (_, i) => `sayz${i}: v`).join(', ')}}\n`,
  'many unknown sources': `checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\nclaims:\n${Array.from(
    { length: 3_000 },
    (_, i) => `- {id: c${i}, says: x, source: s${i}, about: [x]}\n`,
  ).join('')}`,
  'many documents': '---\n'.repeat(100_000),
  'a line of a million letters': `claims: ${'x'.repeat(LONG)}`,
  'a million empty lines': '\n'.repeat(LONG),
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`${name}: a sentence, and an end`, { timeout: LIMIT }, () => {
    const lines = printed({ 'claims/a.yml': text }).split('\n')
    assert.ok(lines.length > 2 && lines.length <= 800)
    for (const line of lines) assert.ok(line.length < 400, line)
  })
}

test('what is not read of a file full of mistakes, and what is not said of one entry, is counted', () => {
  const empty = problemsOf(`claims:\n${'- {}\n'.repeat(1_000)}`)
  assert.match(empty.at(-1) ?? '', /^\d+:3 nothing of this list is read from here on: 9\d\d more \[shape\]$/)
  const keys = Array.from({ length: 1_000 }, (_, i) => `k${i}: v`).join(', ')
  const odd = problemsOf(`${CLAIMS}  - {id: b, says: x, source: A, about: [x], ${keys}}\n`)
  assert.equal(odd.length, 51)
  assert.ok(odd.includes('8:5 more is wrong here: 950 things [shape]'), odd[0])
})

test('every unknown document of a long file is counted', () => {
  assert.equal(problemsOf(HOSTILE['many unknown sources'] ?? '').length, 3_000)
})

test('a file in no known place says where it belongs', () => {
  assert.equal(
    printed({ 'twining/leeds.yml': '', 'leeds.yml': '', 'claims/leeds.yml.txt': '', 'places/leeds.tsv': '' }),
    [
      'claims/leeds.yml.txt:1:1  this kind of file is not read here  [file]',
      '    → Name it with .yml, or move it out of the folder.',
      'leeds.yml:1:1  this file is in no folder of knowledge  [file]',
      '    → Move it into sources/, claims/, twinnings/, decisions/, costs/, agreements/, successors/, notices/, reports/, places/ or words/.',
      'places/leeds.tsv:1:1  this kind of file is not read here  [file]',
      '    → Name it with .yml, or exists.tsv, or move it out of the folder.',
      'twining/leeds.yml:1:1  there is no kind of knowledge called "twining"  [file]',
      '    → Rename it to twinnings/.',
      '4 errors',
      '',
    ].join('\n'),
  )
})

test('a type of document in Zotero’s own word is offered in CSL’s', () => {
  const told = printed({
    'sources/b.yml':
      'references:\n  - {id: B, type: journalArticle, title: B}\n  - {id: C, type: constructor, title: C}\n',
  })
  assert.match(told, /found "journalArticle"\) {2}\[shape\]\n {4}→ Write "type: article-journal"\.\n/)
  assert.doesNotMatch(told, /Write "type: (?!article-journal)/)
})
