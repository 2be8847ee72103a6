import { join, resolve } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Day } from '../../answer/answer.ts'
import type { Reading } from '../../knowledge/read.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { lazily } from '../../search/lazily.ts'
import { type Content, contentOf } from './folder-paths.ts'
import { hashed, keep, keptFolder, keptIn, ownCode } from './kept.ts'

/**
 * `thorough`: also what takes long, where somebody waits for just that; `onlyProblems`: no knowledge is made of what is clean;
 * `asNeeded`: each list is taken over when it is first looked into, for one answer that needs few of them; `aside`: what was
 * not read before is read by a process of its own, whose memory goes with it.
 */
export type Checking = { thorough?: boolean; onlyProblems?: boolean; asNeeded?: boolean; aside?: boolean }

/** What a folder was read as before, where no byte of it is another: reading its YAML takes thirty times as long. */
export async function keptReading(
  { folder, today, ...reader }: { folder: string; today: Day } & Checking,
  read: (bytes?: Content['bytes']) => Promise<Reading>,
  kept = keptFolder(),
  readAside?: () => Promise<unknown>,
): Promise<Reading> {
  const content = kept === undefined ? undefined : contentOf(folder)
  if (kept === undefined || content === undefined) return read()
  const key = hashed([content.hash, ownCode()])
  const pathOf = (how: How) => join(kept, hashed([resolve(folder), today, how]))
  const [how, ...closer] = enoughFor(reader)
  const readBefore = async () => {
    for (const one of [how, ...closer]) {
      const found = await readingIn(pathOf(one), key, reader.asNeeded)
      if (found) return found
    }
    return undefined
  }
  let found = await readBefore()
  if (!found && readAside) {
    await readAside()
    found = await readBefore()
  }
  if (found) return found
  // Of the bytes that the key is made of: somebody may write to the folder meanwhile.
  const reading = await read(content.bytes)
  keep(pathOf(how), linesOf(reading, key).join('\n'))
  return reading
}

/** How closely a folder was looked at, and whether only for problems. */
type How = 'plain' | 'thorough' | 'problems'

/** What was kept of that is enough; the first is what it is kept as. */
function enoughFor({ thorough, onlyProblems }: Checking): [How, ...How[]] {
  if (!thorough) return ['plain', 'thorough']
  return onlyProblems ? ['problems', 'thorough'] : ['thorough']
}

/** The first line of what is kept: what the same bytes were read as, by the same code. */
type Head = Omit<Reading, 'knowledge'> & {
  key: string
  isClean: boolean
  /** How many lines follow, and how many of them, the last, are the wide list of places. */
  lines: { all: number; places: number }
  /** Hash of the wide list. */
  places: string
}

/** Each other line: some entries of a list or a map. In pieces, so that nobody waits long while one is read. */
type Piece = [name: string, isMap: boolean, entries: readonly unknown[]]

/** Entries. */
const IN_A_PIECE = 1000

/** The wide list that was read or taken over last: nearly every edit leaves it as it is, and so do the indexes over it. */
let last: { hash: string; exists: Knowledge['exists'] } | undefined

/** What was read, in lines of some length, for another process or another time. */
export function linesOf({ knowledge, ...rest }: Reading, key = ''): readonly string[] {
  const { exists = [], ...others } = knowledge ?? {}
  const places = piecesOf('exists', exists)
  last = { hash: hashed(places), exists }
  const lists = Object.entries(others).flatMap(([name, all]) => piecesOf(name, all))
  const head: Head = {
    ...rest,
    key,
    isClean: knowledge !== undefined,
    lines: { all: lists.length + places.length, places: places.length },
    places: last.hash,
  }
  return [JSON.stringify(head), ...lists, ...places]
}

function piecesOf(name: string, all: Knowledge[keyof Knowledge]): readonly string[] {
  const entries = [...all]
  return Array.from({ length: Math.max(1, Math.ceil(entries.length / IN_A_PIECE)) }, (_, at) => {
    const some = entries.slice(at * IN_A_PIECE, (at + 1) * IN_A_PIECE)
    return JSON.stringify([name, all instanceof Map, some] satisfies Piece)
  })
}

async function readingIn(path: string, key: string, asNeeded = false): Promise<Reading | undefined> {
  const bytes = keptIn(path)
  return bytes && readingFrom(partedAt(bytes), key, asNeeded)
}

/** What was read, of its lines, in turns with whoever asks; nothing where they are not all there, or of something else. */
export async function readingFrom(
  all: readonly Line[],
  key = '',
  asNeeded = false,
): Promise<Reading | undefined> {
  try {
    const [first = '', ...rest] = all
    const { key: found, isClean, lines, places, ...reading } = parsed(first) as Head
    if (found !== key || rest.length !== lines.all) return undefined
    if (!isClean) return reading
    if (asNeeded) return { ...reading, knowledge: lookedInto(rest) }
    const known = last?.hash === places ? last.exists : undefined
    const { exists, ...lists } = await putTogether(known ? rest.slice(0, -lines.places) : rest)
    last = { hash: places, exists: known ?? exists }
    return { ...reading, knowledge: { ...lists, exists: last.exists } }
  } catch {
    // It was cut short, or is something else.
    return undefined
  }
}

async function putTogether(lines: readonly Line[]): Promise<Knowledge> {
  const lists = new Map<string, { isMap: boolean; all: unknown[] }>()
  for (const line of lines) {
    await turn()
    const [name, isMap, entries] = parsed(line) as Piece
    const list = lists.get(name) ?? { isMap, all: [] }
    lists.set(name, list)
    list.all.push(...entries)
  }
  const whole = lists.entries().map(([name, { isMap, all }]) => [name, listOf(isMap, all)])
  return Object.fromEntries(whole) as Knowledge
}

function lookedInto(lines: readonly Line[]): Knowledge {
  const lists = Map.groupBy(lines, nameIn)
  const whole = (name: string) => {
    const pieces = (lists.get(name) ?? []).map((line) => parsed(line) as Piece)
    return listOf(
      pieces.some(([, isMap]) => isMap),
      pieces.flatMap(([, , entries]) => entries),
    )
  }
  const all = [...lists.keys()].map((name) => [name, { enumerable: true, get: lazily(() => whole(name)) }])
  return Object.defineProperties({}, Object.fromEntries(all)) as Knowledge
}

/** `["claims",` begins the line. */
function nameIn(line: Line): string {
  const end = line.indexOf('"', 2)
  return typeof line === 'string' ? line.slice(2, end) : line.toString('utf8', 2, end)
}

function listOf(isMap: boolean, all: readonly unknown[]) {
  return isMap ? new Map(all as [string, unknown][]) : all
}

type Line = Buffer | string

function parsed(line: Line): unknown {
  return JSON.parse(line.toString())
}

function partedAt(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf('\n', from)
    const to = end < 0 ? bytes.length : end
    lines.push(bytes.subarray(from, to))
    from = to + 1
  }
  return lines
}
