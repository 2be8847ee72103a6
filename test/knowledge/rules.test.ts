import assert from 'node:assert/strict'
import { test } from 'node:test'
import { THOROUGH } from '../../src/knowledge/rules/thorough/all.ts'
import { CLEAN, claim, problemsOf, read } from './folder-of.ts'

function twinning(fields: string): Readonly<Record<string, string>> {
  const entry = `{twin: "Dortmund, DE", kind: twin, status: active, source: A, ${fields}}`
  const file = `place: Leeds\nchecked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\ntwinnings:\n  - ${entry}\n`
  return { 'twinnings/leeds.yml': file }
}

function source(fields: string): Readonly<Record<string, string>> {
  return { 'sources/a.yml': `references:\n  - {id: A, type: webpage, title: A page, ${fields}}\n` }
}

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')

test('a quotation may have 25 words, and dashes are none', () => {
  assert.deepEqual(problemsOf(claim(`quote: ${words(12)} – ${words(13)}, at: p. 1`)), [])
  assert.deepEqual(problemsOf(claim(`quote: ${words(26)}, at: p. 1`)), [
    'quote-length: this quote has 26 words; 25 are the most',
  ])
})

test('a quotation needs a locator, and "none" is one', () => {
  assert.deepEqual(problemsOf(twinning('quote: Words')), ['locator: this quote has no locator'])
  assert.deepEqual(problemsOf(twinning('quote: Words, at: none')), [])
})

test('a check is overdue on the day it is a year old', () => {
  assert.deepEqual(problemsOf(claim('checked: {on: 2025-11-25, by: Ana}')), [])
  assert.deepEqual(problemsOf(claim('checked: {on: 2025-11-24, by: Ana}')), [
    'overdue: last checked 12 months ago, on 2025-11-24',
  ])
})

test('today is not the future, and this month and this year are not either', () => {
  assert.deepEqual(problemsOf(twinning('since: 2026, on: 2026-11')), [])
  assert.deepEqual(problemsOf(twinning('since: 2026-11-24, on: 2026-11-24')), [])
  assert.deepEqual(problemsOf(twinning('on: 2026-12')), ['future: on: 2026-12 is after today, 2026-11-24'])
  assert.deepEqual(problemsOf(source('accessed: 2027')), [
    'future: accessed: 2027 is after today, 2026-11-24',
  ])
})

test('a link may begin in the year of its status, and not after it', () => {
  assert.deepEqual(problemsOf(twinning('since: 1980-10-25, on: 1980')), [])
  assert.deepEqual(problemsOf(twinning('since: 1980-10-25, on: 1980-10-24')), [
    'since-before-on: since: the link began in 1980-10-25, after the day of its status, 1980-10-24',
  ])
})

const ADDRESSES: readonly (readonly [address: string, fault?: string])[] = [
  ['http://a.example/b?c=d#e'],
  ['https://webarchive.example/20110926180315/http:/www.a.example/About_A/b.aspx'],
  ['javascript:alert(1)', 'an address begins with https:// or http:// (found "javascript:alert(1)")'],
  ['data:text/html,x', 'an address begins with https:// or http:// (found "data:text/html,x")'],
  ['https://ana@a.example/', 'an address must not hold a name or a password before its host'],
  ['www.a.example', 'this is not an address (found "www.a.example")'],
  [
    'https://a.example/a b',
    'an address has no spaces or invisible characters (found "https://a.example/a b")',
  ],
  [
    'https://a.example/a\u00adb',
    'an address has no spaces or invisible characters (found "https://a.example/a\ufffdb")',
  ],
]

for (const [address, fault] of ADDRESSES) {
  test(`${JSON.stringify(address)} ${fault ? 'is refused' : 'can be pressed'} as an address and as a copy`, () => {
    for (const field of ['URL', 'archived']) {
      assert.deepEqual(problemsOf(source(`${field}: "${address}"`)), fault ? [`url: ${field}: ${fault}`] : [])
    }
  })
}

const COMMANDS: readonly (readonly [command: string, fault?: string])[] = [
  ['nesta'],
  ['oecd-2'],
  ['Nesta', 'command: write one word in small letters, 31 at most (found "Nesta")'],
  ['2nd', 'command: write one word in small letters, 31 at most (found "2nd")'],
  ['n'.repeat(32), `command: write one word in small letters, 31 at most (found "${'n'.repeat(32)}")`],
  ...['twins', 'ask', 'help', 'cite', 'digest', 'hansa', 'map', 'report', 'reports'].map(
    (word) => [word, `command: "${word}" is taken by Hansa itself`] as const,
  ),
]

for (const [command, fault] of COMMANDS) {
  test(`a report ${fault ? 'cannot' : 'can'} have the command ${command}`, () => {
    const report = `report: A\ncommand: ${command}\ntitle: A page\nsummary: Words.\nfindings: []\n`
    assert.deepEqual(problemsOf({ 'reports/a.yml': report }), fault ? [`command: ${fault}`] : [])
  })
}

const report = (fields: string) => `${fields}\ntitle: A page\nsummary: Words.\nfindings: []\n`

test('a command that an English word or a place has for its name is refused where the folder is checked', () => {
  const problems = (command: string) =>
    read({ 'reports/a.yml': report(`report: A\ncommand: ${command}`) }, { thorough: THOROUGH }).problems.map(
      ({ rule, says }) => `${rule}: ${says}`,
    )
  assert.deepEqual(problems('oecd'), [])
  assert.deepEqual(problems('strategy'), [
    'command-name: command: "strategy" is an English word, with which people begin a question',
  ])
  for (const place of ['dortmund', 'germany']) {
    assert.deepEqual(problems(place), [
      `command-name: command: "${place}" is the name of a place, and who types it asks for that`,
    ])
  }
})

test('a command is not the id by which another report is asked', () => {
  const sources =
    'references:\n  - {id: A, type: webpage, title: A page}\n  - {id: oecd, type: report, title: B}\n'
  const files = {
    'sources/a.yml': sources,
    'reports/a.yml': report('report: A\ncommand: oecd'),
    'reports/b.yml': report('report: oecd'),
  }
  assert.deepEqual(problemsOf(files), ['command: command: "oecd" is taken by reports/b.yml:1:9'])
})

test('30 reports have a command of their own, and Slack has room for them', () => {
  const ids = Array.from({ length: 31 }, (_, n) => `r${n}`)
  const sources = `references:\n${['A', ...ids].map((id) => `  - {id: ${id}, type: report, title: A page}\n`).join('')}`
  const reports = ids.map((id) => [`reports/${id}.yml`, report(`report: ${id}\ncommand: c-${id}`)] as const)
  assert.deepEqual(problemsOf({ 'sources/a.yml': sources, ...Object.fromEntries(reports) }), [
    'command: command: "c-r30" is one more than the 30 reports that can have a command of their own',
  ])
})

test('a finding of a report differs from a claim, and both are told', () => {
  const dates = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
  const finding = '  - {id: f, title: Growth, says: By 30 per cent., source: A, differs: [c]}\n'
  const { knowledge } = read({
    'claims/a.yml': `${dates}claims:\n  - {id: c, says: By 38 per cent., source: A, about: [growth]}\n`,
    'reports/a.yml': `report: A\ntitle: A page\nsummary: Words.\n${dates}findings:\n${finding}`,
  })
  assert.deepEqual(
    [knowledge?.statements.get('c')?.differs, knowledge?.statements.get('f')?.differs],
    [['f'], ['c']],
  )
})

test('two claims that differ are told of each other, wherever it is written', () => {
  const entries = ['a', 'b', 'c'].map(
    (id) => `  - {id: ${id}, says: Words, source: A, about: [words]${id === 'a' ? ', differs: [b]' : ''}}\n`,
  )
  const file = `checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\nclaims:\n${entries.join('')}`
  const { knowledge } = read({ 'claims/a.yml': file })
  assert.deepEqual(
    knowledge?.claims.map(({ differs }) => differs),
    [['b'], ['a'], undefined],
  )
})

test('a claim differs from another one that is there', () => {
  assert.deepEqual(problemsOf(claim('differs: [a, ab]')), [
    'differs: differs: "a" is this claim itself',
    'differs: differs: no claim has the id "ab"',
  ])
})

test('two entries of one source about one link need ids of their own', () => {
  const twice = `${CLEAN['twinnings/leeds.yml']}  - {twin: 2935517, kind: friendship, status: ended, source: A}\n`
  assert.deepEqual(problemsOf({ 'twinnings/leeds.yml': twice }), [
    'unique: twinnings/leeds.yml:5:12 has the same place, twin and source, and so the same id "leeds-dortmund-a"',
  ])
  assert.deepEqual(
    problemsOf({ 'twinnings/leeds.yml': twice.replace('- {twin: 2935517', '- {id: b, twin: 2935517') }),
    [],
  )
})

test('a sum has a number and its currency, says that there is none, or stands in the quotation', () => {
  const cost = (fields: string) => ({
    'costs/leeds.yml': `checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\ncosts:\n  - {id: c, place: Leeds, period: 2020, was: spent, for: all, source: A, at: none, ${fields}}\n`,
  })
  for (const sum of [
    '£31,386',
    '5,000 €',
    'up to £3,500',
    'EUR 300',
    '500 euros',
    'half a million pounds',
    'NIL',
  ])
    assert.deepEqual(problemsOf(cost(`amount: "${sum}"`)), [], sum)
  for (const none of ['a lot', '12 visits', '1,000', '£', 'pounds'])
    assert.match(
      String(problemsOf(cost(`amount: "${none}"`))),
      /^printed-sum: amount: ".*" is no sum with a currency$/,
      none,
    )
  assert.deepEqual(problemsOf(cost('amount: a lot, quote: It cost a lot')), [])
  assert.match(String(problemsOf(cost(`amount: "${'£1 '.repeat(50)}"`))), /has 120 characters at most/)
})

test('every text has 2,000 characters at most', () => {
  assert.deepEqual(problemsOf(twinning(`note: ${'x'.repeat(2_000)}`)), [])
  for (const long of [
    twinning(`note: ${'x'.repeat(2_001)}`),
    source(`publisher: ${'x '.repeat(1_001)}x`),
    source(`URL: https://a.example/${'a'.repeat(2_001)}`),
  ])
    assert.match(String(problemsOf(long)), /a text has 2,000 characters at most/)
})
