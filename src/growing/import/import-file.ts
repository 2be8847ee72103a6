import { count } from '../../answer/in-words.ts'
import type { Problem } from '../../knowledge/read.ts'
import { Unclear } from '../asking.ts'
import type { Addition, Change } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import type { Towns } from '../places/towns.ts'
import { type PageFacts, sourceMaker } from '../records/source.ts'
import { type TypedTwinning, twinningMaker } from '../records/twinning.ts'
import { cslItems, type DocumentFormat, documentAdditions, itemsIn } from './documents.ts'
import { tableRows } from './table.ts'

/** What is wrong with a row (a line of a table, the number of a document), and what to do. */
export type FaultyRow = { row: number; why: string }

export type Imported = {
  changes: readonly Change[]
  /** How many entries are new, and how many were there. */
  added: number
  there: number
  faulty: readonly FaultyRow[]
  said: readonly string[]
  /** What the check says and no row is to blame for. */
  problems: readonly Problem[]
  rows: number
}

export type Importing = {
  folder: OpenFolder
  towns: () => Towns
  /** What holds for every row that says nothing of it. */
  defaults: Partial<TypedTwinning>
  /** The name for a file of documents: `sources/NAME.yml`. */
  name: string
  skipFaulty: boolean
  onRow?: ((done: number, of: number) => void) | undefined
}

/** Plans what a file brings: all of it, or with `skipFaulty` what is right of it. Nothing is written here. */
export async function importText(text: string, format: FileFormat, how: Importing): Promise<Imported> {
  const path = `sources/${how.name}.yml`
  const faulty = new Map<number, string>()
  let { onRow } = how
  for (;;) {
    const made =
      format === 'table'
        ? await fromTable(text, { ...how, onRow }, faulty)
        : fromDocuments(text, format as 'csl', path, how, faulty)
    // Made once more without the faulty rows, they are counted once.
    onRow = undefined
    // Whoever puts rows right is told of all at once: the others are checked as well.
    const { changes, problems } = how.folder.planned(made.additions)
    const blamed = problems.flatMap((problem) => {
      const { row, place } = rowOf(problem, changes) ?? {}
      const why = [problem.says, problem.tip].filter(Boolean).join('. ')
      // A place comes in with the first row that names it; what is wrong with it is so for every other one.
      const rows = [row ?? [], place === undefined ? [] : (made.naming.get(place) ?? [])].flat()
      return [...new Set(rows)].map((row) => ({ row, why }))
    })
    for (const { row, why } of blamed) faulty.set(row, why)
    if (blamed.length > 0 && how.skipFaulty) continue
    const listed = [...faulty].map(([row, why]) => ({ row, why })).toSorted((a, b) => a.row - b.row)
    const rest = listed.length > 0 && !how.skipFaulty ? [] : problems
    const { added, there, said, rows } = made
    return { added, there, said, rows, changes, problems: rest, faulty: listed }
  }
}

type Rows = Pick<Imported, 'added' | 'there' | 'said' | 'rows'> & {
  additions: readonly Addition[]
  /** The rows that name a place, by its id. */
  naming: ReadonlyMap<string, readonly number[]>
}

async function fromTable(text: string, how: Importing, faulty: Map<number, string>): Promise<Rows> {
  const { rows, unread } = tableRows(text)
  const sources = sourceMaker(how.folder, {})
  const make = twinningMaker({ folder: how.folder, towns: how.towns, sources })
  const additions: Addition[] = []
  const naming = new Map<string, number[]>()
  let there = 0
  let added = 0
  for (const [index, { line, typed, document, wrong }] of rows.entries()) {
    how.onRow?.(index + 1, rows.length)
    if (faulty.has(line)) continue
    try {
      if (wrong) throw new Unclear(wrong)
      for (const field of ['place', 'partner'] as const)
        if (typed[field] === '')
          throw new Unclear('this row names none. Write it, or delete the row.', { field })
      const made = await make({ ...how.defaults, ...typed }, factsOf(document))
      if (made.isThere) there++
      else added++
      for (const place of made.places) naming.set(place, [...(naming.get(place) ?? []), line])
      additions.push(...made.additions.map((addition) => ({ ...addition, row: line })))
    } catch (error) {
      if (!(error instanceof Unclear)) throw error
      faulty.set(line, forTable(error.message))
    }
  }
  const said =
    unread.length > 0 ? [`Columns that are not read: ${unread.map((name) => `“${name}”`).join(', ')}.`] : []
  return { additions, naming, added, there, said, rows: rows.length }
}

/** A table has columns where the command line has options. */
function forTable(message: string): string {
  return message.replace(
    /--(status|source) is missing\./,
    'nothing is written there (nor given for all with --$1).',
  )
}

function factsOf({
  title,
  publisher,
  author,
  issued,
}: {
  title?: string
  publisher?: string
  author?: string
  issued?: string
}): PageFacts | undefined {
  if (title === undefined) return undefined
  return {
    title,
    ...(publisher ? { publisher } : {}),
    ...(author ? { authors: author.split(/ *; */) } : {}),
    ...(issued ? { issued } : {}),
  }
}

function fromDocuments(
  text: string,
  format: 'csl' | 'ris' | 'bibtex',
  path: string,
  how: Importing,
  faulty: Map<number, string>,
): Rows {
  const items = itemsIn(text, format)
  const { additions, there, faulty: found } = documentAdditions(items, how.folder, path)
  for (const { row, why } of found) faulty.set(row, why)
  const right = additions.filter(({ row }) => row === undefined || !faulty.has(row))
  return { additions: right, naming: new Map(), added: right.length, there, said: [], rows: items.length }
}

/** The row whose entry a problem stands in. */
function rowOf({ file, line }: Problem, changes: readonly Change[]): Change['rows'][number] | undefined {
  const rows = changes.find(({ path }) => path === file)?.rows ?? []
  return rows.findLast((one) => one.line <= line)
}

/** `Took in 195 of 200 rows; 3 were there already.` */
export function summary({ added, there, faulty, rows }: Imported, dryRun: boolean): string {
  const before =
    there > 0 ? `; ${count(there, 'row')} ${there === 1 ? 'was' : 'were'} in the folder already` : ''
  const left = faulty.length > 0 ? `; ${count(faulty.length, 'faulty row')} left out` : ''
  return `${dryRun ? 'Would take in' : 'Took in'} ${added.toLocaleString('en-GB')} of ${count(rows, 'row')}${before}${left}.`
}

/** What a file holds, by its first words. */
type FileFormat = DocumentFormat | 'table' | 'store' | 'unknown json'

export function formatOf(text: string): FileFormat {
  const start = text.trimStart()
  if (/^\{"table":/.test(start)) return 'store'
  if (/^[[{]/.test(start)) return cslItems(text) ? 'csl' : 'unknown json'
  if (/^TY {2}- /m.test(start)) return 'ris'
  if (/^\s*@[a-z]+\s*[{(]/im.test(start)) return 'bibtex'
  if (/^references:/m.test(text) && cslItems(text)) return 'csl'
  return 'table'
}
