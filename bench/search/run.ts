import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type FolderRow, folderBench } from './folder-bench.ts'
import { type Gate, gateBench } from './gate-bench.ts'
import { type Leak, leakBench } from './leak-bench.ts'
import { type Effort, type NameRow, nameBench } from './name-bench.ts'
import { KINDS } from './name-questions.ts'
import { plot } from './plot.ts'
import { ms, percent, table } from './table.ts'

/** `npm run bench`: how good and how fast search is, beside other libraries, in one run. `-- --full`: all sizes. */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } })

const SIZES = values.full ? [1_000, 10_000, 119_000, 1_000_000] : [1_000, 10_000]
const EFFORT: Effort = values.full
  ? { questions: 3_000, budget: 8_000, least: 60 }
  : { questions: 1_000, budget: 500, least: 25 }
const RESULTS = fileURLToPath(new URL('../results', import.meta.url))

const NOTE =
  'Seeded questions, the same for all. “Words around” are of the kind that Hansa expects (“twin towns of …”) and passes over; ' +
  'the others are given no list of such words. Slow engines are asked fewer questions (last column).'

const names: NameRow[] = []
for (const size of SIZES) nameBench(size, EFFORT, (row) => names.push(row))
const sections = [
  '## Who is meant: names of places',
  NOTE,
  ...SIZES.map((size) => nameTable(names.filter((row) => row.size === size))),
  '## What is said: the questions of bench/questions.yml',
  folderTable(folderBench(values.full ? 5 : 1)),
  '## What must not be answered',
  gateTable(gateBench(values.full ? 1 : 8)),
  '## What a question leaves behind',
  leakTable(leakBench(values.full ? 1_000_000 : 20_000)),
]
const report = sections.join('\n\n')
console.log(report)
mkdirSync(RESULTS, { recursive: true })
const plotted = values.full ? 119_000 : 10_000
// Only the full comparison is kept with the code; a quick one is for whoever ran it.
const file = values.full ? 'names.svg' : 'quick.svg'
writeFileSync(`${RESULTS}/${file}`, plot(names, plotted))
if (values.full) writeFileSync(`${RESULTS}/search.md`, `${report}\n`)
console.log(`\nPlot of ${plotted.toLocaleString('en')} names: bench/results/${file}`)

function nameTable(rows: readonly NameRow[]): string {
  const ours = rows[0] as NameRow
  const head = ['engine', 'first right', ...KINDS, 'p50', 'p99', 'p50 to ours', 'build', 'memory', 'asked']
  const cells = rows.map((row) => [
    row.engine,
    percent(row.right),
    ...KINDS.map((kind) => percent(row.kinds[kind])),
    `${ms(row.p50)} ms`,
    `${ms(row.p99)} ms`,
    row === ours ? '' : `× ${ms(row.p50 / ours.p50)}`,
    `${(row.build / 1000).toFixed(2)} s`,
    row.memory > 0.05 ? `${row.memory.toFixed(1)} MB` : '–',
    String(row.asked),
  ])
  return `**${ours.size.toLocaleString('en')} places**\n\n${table(head, cells)}`
}

function folderTable({
  rows,
  questions,
  records,
}: {
  rows: FolderRow[]
  questions: number
  records: number
}): string {
  const head = ['engine', 'nDCG@10', 'mistyped', 'p50', 'p99']
  const cells = rows.map((row) => [
    row.engine,
    row.right.toFixed(3),
    row.mistyped.toFixed(3),
    `${ms(row.p50)} ms`,
    `${ms(row.p99)} ms`,
  ])
  return `${questions} questions, ${records} records\n\n${table(head, cells)}`
}

function gateTable(gate: Gate): string {
  const rows = [
    ['nonsense answered with a place', gate.nonsenseAnswered, gate.nonsense],
    [
      'nonsense answered among 10,000 names (gated `hansa/library`)',
      gate.nonsenseAnsweredAmongNames,
      gate.nonsense,
    ],
    [
      'places that exist and hold nothing, typed right, answered with another',
      gate.answeredTypedRight,
      gate.names,
    ],
    [
      'the same with one typing error that does not make it the name of another',
      gate.answeredWithOneError,
      gate.names,
    ],
  ] as const
  return table(
    ['question', 'answered', 'of'],
    rows.map(([what, answered, of]) => [what, String(answered), of.toLocaleString('en')]),
  )
}

function leakTable({ asked, memory, p50 }: Leak): string {
  const head = ['', 'before', `after ${asked.toLocaleString('en')} questions`]
  return table(head, [
    ['memory after a forced collection', ...memory.map((held) => `${held.toFixed(1)} MB`)],
    ['p50', ...p50.map((time) => `${ms(time)} ms`)],
  ])
}
