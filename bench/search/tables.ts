import type { Collection } from './collection.ts'
import type { Gate } from './gate-bench.ts'
import type { Leak } from './leak-bench.ts'
import type { Counted, NameRow, OursRow } from './name-bench.ts'
import { KINDS } from './name-questions.ts'
import type { SizeRow } from './size-bench.ts'
import { ms, percent, table } from './table.ts'
import type { TextRow } from './text-bench.ts'

export function nameTable(rows: readonly NameRow[]): string {
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

/** Ours by kind, under what the first release found on the same questions; then words of longer names, and the gate. */
export function oursTable(
  rows: readonly OursRow[],
  first: Readonly<Record<string, readonly number[]>>,
): string {
  const head = [
    'places',
    '',
    'first right',
    ...KINDS,
    'one word of a longer name',
    'wrong answers of the gate',
  ]
  const cells = rows.flatMap(({ names, words, gate }) => {
    const { size, right, kinds } = names
    const before = first[String(size)]?.map((one) => `${one.toFixed(1)} %`) ?? []
    return [
      [size.toLocaleString('en'), 'first release', ...before, '', ''],
      ['', 'now', percent(right), ...KINDS.map((kind) => percent(kinds[kind])), share(words), share(gate)],
    ]
  })
  return table(head, cells)
}

function share({ found, of }: Counted): string {
  return `${found} of ${of}: ${percent(found / of)}`
}

/** nDCG@10 as others print it, in hundredths. */
export function textTable({ name, records, questions }: Collection, rows: readonly TextRow[]): string {
  const head = ['engine', 'nDCG@10', 'ours on the same', 'mistyped', 'p50', 'p99', 'asked']
  const ours = rows[0] as TextRow
  const cells = rows.map(({ engine, right, mistyped, p50, p99 }) => [
    engine,
    hundredths(right),
    hundredths(ours.right.slice(0, right.length)),
    hundredths(mistyped),
    `${ms(p50)} ms`,
    `${ms(p99)} ms`,
    String(right.length),
  ])
  const counted = `${records.length.toLocaleString('en')} texts, ${questions.length.toLocaleString('en')} questions`
  return `**${name}**: ${counted}\n\n${table(head, cells)}`
}

function hundredths(values: readonly number[]): string {
  return ((100 * values.reduce((sum, value) => sum + value, 0)) / values.length).toFixed(1)
}

export function sizeTable(rows: readonly SizeRow[]): string {
  const head = ['texts', 'words of a question', 'p50', 'p99', 'build', 'memory']
  const cells = rows.map((row) => [
    row.texts.toLocaleString('en'),
    String(row.words),
    `${ms(row.p50)} ms`,
    `${ms(row.p99)} ms`,
    `${(row.build / 1000).toFixed(2)} s`,
    `${row.memory.toFixed(0)} MB`,
  ])
  return table(head, cells)
}

export function gateTable(gate: Gate): string {
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
    ['the places without a command, typed right', gate.answeredBare, gate.names],
    ['the same with the typing error', gate.answeredBareWithOneError, gate.names],
  ] as const
  return table(
    ['question', 'answered', 'of'],
    rows.map(([what, answered, of]) => [what, String(answered), of.toLocaleString('en')]),
  )
}

export function leakTable({ asked, memory, p50 }: Leak): string {
  const head = ['', 'before', `after ${asked.toLocaleString('en')} questions`]
  return table(head, [
    ['memory after a forced collection', ...memory.map((held) => `${held.toFixed(1)} MB`)],
    ['p50', ...p50.map((time) => `${ms(time)} ms`)],
  ])
}
