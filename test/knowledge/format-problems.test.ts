import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { formatProblems } from '../../src/knowledge/format-problems.ts'
import type { Problem } from '../../src/knowledge/read.ts'

const SINCE: Problem = {
  file: 'knowledge/twinnings/leeds.yml',
  line: 6,
  column: 12,
  rule: 'shape',
  severity: 'error',
  says: 'since: write the year as four digits, like 1969 (found "69")',
}
const UNUSED: Problem = {
  file: 'knowledge/sources/a.yml',
  line: 2,
  column: 9,
  rule: 'unused',
  severity: 'warning',
  says: 'nothing cites the document "A"',
  tip: 'Cite it, or delete it: 100% your choice.',
}

test('a problem is a line with its place, sentence and rule, its tip one below, and a count at the end', () => {
  assert.equal(
    formatProblems([SINCE, UNUSED], { color: false, github: false }),
    [
      'knowledge/twinnings/leeds.yml:6:12  since: write the year as four digits, like 1969 (found "69")  [shape]',
      'knowledge/sources/a.yml:2:9  warning: nothing cites the document "A"  [unused]',
      '    → Cite it, or delete it: 100% your choice.',
      '1 error, 1 warning',
      '',
    ].join('\n'),
  )
})

test('of a thousand problems of one kind 200 are shown; the others are counted', () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => ({ ...SINCE, line: index + 1 }))
  const shown = formatProblems([...lines, UNUSED], { color: false, github: false }).split('\n')
  assert.equal(shown.filter((line) => line.endsWith('(found "69")  [shape]')).length, 200)
  assert.deepEqual(shown.slice(-5, -1), [
    'knowledge/sources/a.yml:2:9  warning: nothing cites the document "A"  [unused]',
    '    → Cite it, or delete it: 100% your choice.',
    'and 800 more of this kind, not shown  [shape]',
    '1,000 errors, 1 warning',
  ])
})

test('a clean folder is one line', () => {
  assert.equal(formatProblems([], { color: false, github: false }), 'no problems\n')
})

test('colours are around the words and change none of them', () => {
  const coloured = formatProblems([SINCE, UNUSED], { color: true, github: false })
  assert.ok(coloured.includes('\u001b[31m[shape]\u001b[0m'))
  assert.ok(coloured.includes('\u001b[33m[unused]\u001b[0m'))
  assert.equal(
    stripVTControlCharacters(coloured),
    formatProblems([SINCE, UNUSED], { color: false, github: false }),
  )
})

test('in GitHub Actions each problem is an annotation on its line', () => {
  const lines = formatProblems([SINCE, UNUSED], { color: false, github: true }).split('\n')
  assert.deepEqual(
    lines.filter((line) => line.startsWith('::')),
    [
      '::error file=knowledge/twinnings/leeds.yml,line=6,col=12,title=shape::since: write the year as four digits, like 1969 (found "69")',
      '::warning file=knowledge/sources/a.yml,line=2,col=9,title=unused::nothing cites the document "A". Cite it, or delete it: 100%25 your choice.',
    ],
  )
})

test('a name of a file cannot give a command, begin a line or turn its direction', () => {
  const file = 'claims/a\n::stop-commands::x\u001b[2J\u202e,b:c.yml'
  const shown = formatProblems([{ ...SINCE, file }], { color: false, github: true })
  assert.deepEqual(
    shown.split('\n').filter((line) => line.startsWith('::stop')),
    [],
  )
  assert.ok(!shown.includes('\u001b') && !shown.includes('\u202e'))
  assert.match(
    shown,
    /^::error file=claims\/a\ufffd%3A%3Astop-commands%3A%3Ax\ufffd\[2J\ufffd%2Cb%3Ac\.yml,line=6/m,
  )
})
