import { type Appended, appended } from '../../knowledge/file/append.ts'
import { entryLines, readBack, topLines, type Writable } from '../../knowledge/file/entry-lines.ts'
import { isRecord } from '../../knowledge/file/pieces.ts'
import type { Plain } from '../../knowledge/file/plain.ts'
import { isSurelyReadAtOnce } from '../../knowledge/file/yaml-tree.ts'

/** An entry for the list `key` of a file. `top` begins the file where it is not there yet, `above` are comments. */
export type Addition = {
  path: string
  key: string
  entry: { readonly [key: string]: Writable | undefined }
  top?: { readonly [key: string]: Writable | undefined }
  above?: readonly string[]
  /** Where it comes from in a file that is taken in, so that what is wrong with it can be told there. */
  row?: number
}

/** A file as it shall be, and the lines that are new in it. */
export type Change = {
  path: string
  text: string
  lines: readonly string[]
  /** From which row each entry comes, by its first line in the file; which place it is, where it is one. */
  rows: readonly { line: number; row: number; place?: string }[]
  /** What it is read as, where that is known without parsing it. */
  plain?: Plain
}

/** The files with these entries in them. `textOf` gives a file as it is, or nothing; `plainOf` what it was read as. */
export function changesFor(
  additions: readonly Addition[],
  textOf: (path: string) => string | undefined,
  plainOf: (path: string) => Plain,
): readonly Change[] {
  const changes = new Map<string, Change>()
  const alike = Map.groupBy(additions, ({ path, key }) => `${path} ${key}`)
  for (const some of [...alike.values()].flatMap(inPieces)) {
    const { path, put } = placeFor(some, (one) => changes.get(one)?.text ?? textOf(one))
    const before = changes.get(path)
    const { lines, rows } = before ?? { lines: [], rows: [] }
    const isNew = before === undefined && textOf(path) === undefined
    const plain = plainWith(
      some,
      isNew ? readBack(some[0]?.top ?? {}) : before ? before.plain : plainOf(path),
    )
    changes.set(path, {
      path,
      text: put.text,
      lines: [...lines, ...put.lines],
      rows: [...rows, ...rowsIn(put, some)],
      ...(plain && isSurelyReadAtOnce(put.text) ? { plain } : {}),
    })
  }
  return [...changes.values()]
}

function plainWith(additions: readonly Addition[], before: Plain): Plain {
  const [{ key } = { key: '' }] = additions
  const entries = additions.map(({ entry }) => readBack(entry))
  if (before === undefined || !isRecord(before) || entries.includes(undefined)) return undefined
  const there = before[key] ?? []
  if (!Array.isArray(there)) return undefined
  return Object.assign(Object.create(null), before, { [key]: [...there, ...entries] })
}

/** Each entry begins with the next of the new lines that has a dash as far to the left. */
function rowsIn({ lines, first }: Appended, additions: readonly Addition[]): Change['rows'] {
  const dash = lines.find((line) => /^ *- /.test(line))?.indexOf('-') ?? 0
  const starts = lines.flatMap((line, index) => (line.indexOf('- ') === dash ? [index] : []))
  return additions.flatMap(({ row, key, entry }, index) => {
    const start = starts[index]
    if (row === undefined || start === undefined) return []
    return [{ row, line: first + start, ...(key === 'places' ? { place: String(entry.id) } : {}) }]
  })
}

/** Nothing is put into a file that is so long (in characters), and no more than that at once: people read it. */
const LONGEST = 150_000

function inPieces(additions: readonly Addition[]): readonly (readonly Addition[])[] {
  const pieces: Addition[][] = [[]]
  let length = 0
  for (const addition of additions) {
    length += JSON.stringify(addition.entry).length
    if (length > LONGEST) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(addition)
  }
  return pieces
}

const MOST_FILES = 1_000

/** The file itself; where nothing can be put behind its last entry, the next of `leeds-2.yml`, `leeds-3.yml`. */
function placeFor(
  additions: readonly Addition[],
  textOf: (path: string) => string | undefined,
): { path: string; put: Appended } {
  const [{ path, key, top } = { path: '', key: '', top: undefined }] = additions
  const entries = additions.map(({ entry, above = [] }) => [
    ...above.map((line) => `# ${line}`),
    ...entryLines(entry),
  ])
  for (let number = 1; number < MOST_FILES; number++) {
    const name = number === 1 ? path : path.replace(/(\.ya?ml)$/, `-${number}$1`)
    const text = textOf(name)
    const put =
      (text?.length ?? 0) > LONGEST ? undefined : appended(text ?? beginning(path, top), key, entries)
    if (put) return { path: name, put: text === undefined ? whole(put.text) : put }
  }
  throw new Error(`nothing can be put into ${path}, nor into a file beside it`)
}

/** A new file is new from its first line on. */
function whole(text: string): Appended {
  return { text, lines: text.trimEnd().split('\n'), first: 1 }
}

function beginning(path: string, top: Addition['top']): string {
  const [folder] = path.split('/')
  const schema = `# yaml-language-server: $schema=../schema/${folder}.schema.json\n`
  return top === undefined ? schema : `${schema}\n${topLines(top).join('\n')}\n`
}
