import { count } from '../answer/in-words.ts'
import type { Database, Query } from './engine/database.ts'
import { type ExportImport, type Line, parsed, StoreTrouble } from './store.ts'

/**
 * What moves: table → columns, in the order in which rows can be put back. Leases, what was seen and words that an
 * operator keeps for their terminal stay behind; so do installations, whose tokens are to lie in no file: each workspace
 * installs anew.
 */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  subscriptions:
    'workspace channel weekday at_time zone about by_user since stopped_at stopped_why told'.split(' '),
  editions: ['id', 'records'],
  runs: 'workspace channel week due state content questions edition post_at tries retry_at message why'.split(
    ' ',
  ),
  gaps: ['workspace', 'kind', 'id', 'day', 'asked'],
  judgements: ['workspace', 'kind', 'id', 'helpful', 'unhelpful', 'last_day'],
  reports: ['workspace', 'id', 'record', 'says', 'at'],
  channel_settings: ['workspace', 'channel', 'home', 'map', 'editors', 'holidays'],
  shares: 'workspace channel thread receipt at records noticed told'.split(' '),
  receipts: ['workspace', 'id', 'day', 'folder', 'shown'],
  proposals: 'number workspace platform by_user named at link state why told'.split(' '),
  addresses: ['workspace', 'channel', 'address'],
  changes: ['id', 'workspace', 'at', 'channel', 'who', 'did', 'what'],
}

type WrongWith = typeof import('./import-row.ts')['wrongWith']

/** Why nothing was imported, as a sentence. */
export class ImportProblem extends Error {}

export function exportImportIn(database: Database): ExportImport {
  return {
    export: () =>
      database.atomically(async (query) => {
        const lines: Line[] = []
        for (const [table, columns] of Object.entries(TABLES)) {
          const order = columns.slice(0, 4).join(', ')
          const rows = await query(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${order}`)
          lines.push(...rows.map((row) => ({ table, row: { ...row } as Line['row'] })))
        }
        return lines
      }),
    async import(lines) {
      // Nobody else needs the shapes of rows.
      const { currentLine, wrongWith } = await import('./import-row.ts')
      return database.atomically(async (query) => {
        await refuseUnlessEmpty(query)
        let rows = 0
        for (const [at, given] of lines.entries()) {
          const line = currentLine(given)
          if (line === 'dropped') continue
          await put(line, at + 1, query, wrongWith)
          rows++
        }
        await query(
          "UPDATE proposal_numbers SET last = (SELECT COALESCE(MAX(number), 0) FROM proposals) WHERE id = 'proposals'",
        )
        return { rows, dropped: lines.length - rows }
      })
    },
  }
}

async function refuseUnlessEmpty(query: Query): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    const [row] = await query(`SELECT COUNT(*) AS held FROM ${table}`)
    const held = Number(row?.held)
    if (held === 0) continue
    throw new ImportProblem(
      `This store already holds ${count(held, 'row')} of ${table}. Import goes into an empty store.`,
    )
  }
}

async function put({ table, row }: Line, number: number, query: Query, wrongWith: WrongWith): Promise<void> {
  const known = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined
  if (!known) throw new ImportProblem(`Line ${number}: there is no table “${table}”. Nothing was imported.`)
  const columns = Object.keys(row)
  const wrong = wrongWith(table, row)
  if (wrong) throw new ImportProblem(`Line ${number}: ${wrong}. Nothing was imported.`)
  const places = columns.map((_, at) => `$${at + 1}`).join(', ')
  try {
    await query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, Object.values(row))
  } catch (error) {
    if (error instanceof StoreTrouble) throw error
    const why = (error as Error).message
    throw new ImportProblem(`Line ${number} does not fit into ${table} (${why}). Nothing was imported.`)
  }
}

/** One JSON object a line: `{"table":"gaps","row":{…}}`. */
export function linesToText(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Throws ImportProblem that names the first line which is none. */
export function textToLines(text: string): readonly Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, at) => lineOf(line, at + 1))
}

function lineOf(text: string, number: number): Line {
  const value = parsed(text)
  if (isObject(value) && typeof value.table === 'string' && isObject(value.row) && isFlat(value.row)) {
    return value as Line
  }
  throw new ImportProblem(
    `Line ${number} is not a line of an export: it should look like {"table":"gaps","row":{…}}. Nothing was imported.`,
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFlat(row: Record<string, unknown>): boolean {
  return Object.values(row).every((value) => value === null || ['string', 'number'].includes(typeof value))
}
