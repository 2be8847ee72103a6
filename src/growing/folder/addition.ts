import { type Appended, appended } from '../../knowledge/file/append.ts'
import { entryLines, topLines, type Writable } from '../../knowledge/file/entry-lines.ts'

/** An entry for the list `key` of a file. `top` begins the file where it is not there yet, `above` are comments. */
export type Addition = {
  path: string
  key: string
  entry: { readonly [key: string]: Writable | undefined }
  top?: { readonly [key: string]: Writable | undefined }
  above?: readonly string[]
}

/** A file as it shall be, and the lines that are new in it. */
export type Change = { path: string; text: string; lines: readonly string[] }

/** The files with these entries in them. `textOf` gives a file as it is, or nothing. */
export function changesFor(
  additions: readonly Addition[],
  textOf: (path: string) => string | undefined,
): readonly Change[] {
  const changes = new Map<string, Change>()
  const alike = Map.groupBy(additions, ({ path, key }) => `${path} ${key}`)
  for (const some of [...alike.values()].flatMap(inPieces)) {
    const { path, put } = placeFor(some, (one) => changes.get(one)?.text ?? textOf(one))
    const before = changes.get(path)?.lines ?? []
    changes.set(path, { path, text: put.text, lines: [...before, ...put.lines] })
  }
  return [...changes.values()]
}

/** So many entries are put into a file at once, and none into one that is so long (in characters): people read them. */
const PIECE = 500
const LONGEST = 400_000

function inPieces(additions: readonly Addition[]): readonly (readonly Addition[])[] {
  return Array.from({ length: Math.ceil(additions.length / PIECE) }, (_, index) =>
    additions.slice(index * PIECE, (index + 1) * PIECE),
  )
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
  return { text, lines: text.trimEnd().split('\n') }
}

function beginning(path: string, top: Addition['top']): string {
  const [folder] = path.split('/')
  const schema = `# yaml-language-server: $schema=../schema/${folder}.schema.json\n`
  return top === undefined ? schema : `${schema}\n${topLines(top).join('\n')}\n`
}
