import Papa from 'papaparse'
import { shown } from '../../knowledge/file/nearest.ts'
import { fold } from '../../search/words/fold.ts'
import { Unclear } from '../asking.ts'
import type { TypedTwinning } from '../records/twinning.ts'

/** Links as a table has them. `line` counts from 1, as editors do. */
export type TableRow = {
  line: number
  typed: TypedTwinning
  document: TypedDocument
  /** Why nothing is taken of the row, as something of it would be lost. */
  wrong?: string
}

/** What a row says of its source, beside its address. */
export type TypedDocument = { title?: string; publisher?: string; author?: string; issued?: string }

type Field = keyof TypedTwinning | `source ${keyof TypedDocument}`

/** Headings that people give a column, folded; the first is what a message names. */
const HEADINGS: readonly (readonly [Field, string])[] = [
  [
    'place',
    'place|town|our town|our place|uk place|uk town|uk town or city|uk city|council|local authority|authority|home town|from',
  ],
  [
    'partner',
    'partner|twin|twin town|twin city|twinned with|twinned town|partner town|partner city|partner place|sister city|overseas partner|linked with|link|to',
  ],
  ['country', 'country|partner country|twin country|country code|nation'],
  ['seat', 'seat'],
  ['kind', 'kind|type|link type|type of link|relationship|nature of link'],
  [
    'since',
    'since|year|start|started|start date|established|date established|year established|twinned since|signed|began|from year',
  ],
  ['status', 'status|state|current status'],
  ['on', 'on|as of|status on|status date|date of status'],
  ['source', 'source|url|web address|address|website|reference|where read|source url|web page|webpage'],
  ['at', 'at|locator|page|pages|paragraph'],
  ['quote', 'quote|quotation|words|wording'],
  ['note', 'note|notes|comment|comments|remark|remarks'],
  ['held', 'held|held by|run by'],
  ['by', 'by|checked by|read by'],
  ['source title', 'source title|title|page title|document'],
  ['source publisher', 'source publisher|publisher|published by'],
  ['source author', 'source author|author|authors'],
  ['source issued', 'source date|source issued|published|date published|issued'],
]

const FIELD_OF = new Map(
  HEADINGS.flatMap(([field, names]) => names.split('|').map((name) => [name, field] as const)),
)

/** The rows of a table with `,`, `;` or tabs, whatever the order of its columns; headings that say nothing to us are told. */
export function tableRows(text: string): { rows: readonly TableRow[]; unread: readonly string[] } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: false,
  })
  const lines = withLines(data)
  const torn = errors.find(({ type }) => type === 'Quotes')
  // What follows such a mark may be many rows in one cell.
  if (torn)
    throw new Unclear(
      `line ${lines[torn.row ?? 0]?.line}: a quotation mark is open or stands inside a cell. Begin and end the cell with one, and write one that belongs to the words twice.`,
    )
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!head) throw new Unclear('There is nothing in this file to take in: it is empty.')
  const fields = head.cells.map((heading) => FIELD_OF.get(fold(heading.replaceAll(/[_:/?]/g, ' '))))
  for (const needed of ['place', 'partner'] as const) {
    if (fields.includes(needed)) continue
    const names = HEADINGS.find(([field]) => field === needed)?.[1]
      .split('|')
      .slice(0, 6)
      .join(', ')
    throw new Unclear(
      `line ${head.line}: no column says which ${needed} a link has. Call it one of ${names}; found ${head.cells.map((cell) => `“${cell.trim()}”`).join(', ')}.`,
    )
  }
  return {
    rows: body.map((row) => rowOf(row, fields, head.cells)),
    unread: head.cells.filter((cell, at) => cell.trim() !== '' && !fields[at]),
  }
}

function rowOf(
  { cells, line }: Line,
  fields: readonly (Field | undefined)[],
  headings: readonly string[],
): TableRow {
  const said = new Map<Field, { value: string; heading: string }>()
  let wrong: string | undefined
  for (const [at, cell] of cells.entries()) {
    const [field, value, heading = ''] = [fields[at], cell.trim().replace(/\s+/g, ' '), headings[at]?.trim()]
    if (value === '') continue
    if (at >= headings.length)
      wrong ??= `“${shown(value)}” stands under no heading. Put a cell that has a comma (or what else parts the cells) in quotation marks.`
    if (!field) continue
    const other = said.get(field)
    if (other && other.value !== value)
      wrong ??= `${field}: “${other.heading}” has “${shown(other.value)}” and “${heading}” has “${shown(value)}”. Leave one of them empty.`
    said.set(field, { value, heading })
  }
  const typed: Record<string, string> = { place: '', partner: '' }
  const document: Record<string, string> = {}
  for (const [field, { value }] of said) {
    if (field.startsWith('source ')) document[field.slice('source '.length)] = value
    else typed[field] = value
  }
  return { line, typed: typed as TypedTwinning, document, ...(wrong && { wrong }) }
}

const SPREADSHEET = 'Put its table into a spreadsheet, save that as CSV, and take that in.'

/** What people have besides, by how it begins in small letters. */
const NO_TABLES: readonly (readonly [starts: readonly string[], what: string])[] = [
  [['pk\u0003\u0004', 'ðï\u0011à'], 'a workbook, and no table in text. Save it as CSV, and take that in.'],
  [['%pdf-'], `a PDF, and no table in text. ${SPREADSHEET}`],
  [['<!doctype html', '<html'], `a web page, and no table in text. ${SPREADSHEET}`],
  [['{\\rtf'], `a document of a word processor, and no table in text. ${SPREADSHEET}`],
]

/** One sentence for a file in which there is nothing to take in, whatever it holds; none where there may be. */
export function whyNoTable(text: string): string | undefined {
  // Of a PDF others may have put bytes before it, as its readers allow.
  const begin = Math.max(0, text.slice(0, 1_024).search(/%PDF-\d\.\d/))
  const start = text
    .slice(begin, begin + 100)
    .trimStart()
    .toLowerCase()
  const [, what] = NO_TABLES.find(([starts]) => starts.some((one) => start.startsWith(one))) ?? []
  if (what) return `This is ${what}`
  // No text has such a character in it.
  return text.includes('\0')
    ? `This is no text, but a picture, a packed file or the like. ${SPREADSHEET}`
    : undefined
}

type Line = { cells: readonly string[]; line: number }

/** A cell may hold line ends of its own. */
function withLines(rows: readonly (readonly string[])[]): readonly Line[] {
  let next = 1
  return rows.map((cells) => {
    const line = next
    next += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return { cells, line }
  })
}

/** The text of a file as programs of tables save it: UTF-8 or UTF-16, with or without their mark, or Windows’ own. */
export function textOfTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
