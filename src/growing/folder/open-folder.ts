import type { Day } from '../../answer/answer.ts'
import { emptyDraft, knowledgeFrom } from '../../knowledge/draft.ts'
import { type PlaceLookup, placeLookup } from '../../knowledge/exists.ts'
import type { FileInput, Mend } from '../../knowledge/file/text.ts'
import { mended } from '../../knowledge/format-problems.ts'
import { KINDS } from '../../knowledge/kinds/all.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { type Problem, readKnowledge } from '../../knowledge/read.ts'
import { shapesOf, writtenAs } from '../../knowledge/read-file.ts'
import type { Knowledge, Place } from '../../knowledge/records.ts'
import { roleOf } from '../../knowledge/role.ts'
import { knownPlace } from '../../knowledge/rules/places/known-place.ts'
import { lazily } from '../../search/lazily.ts'
import { type Addition, type Change, changesFor } from './addition.ts'

/** A folder that can be added to: clean, or empty. */
export type OpenFolder = {
  knowledge: Knowledge
  /** Those that it stands on, which nothing is written to. */
  packs: readonly Pack[]
  today: Day
  paths: readonly string[]
  /** A file as it is, with its own line ends; nothing where there is none. */
  textOf(path: string): string | undefined
  /** The files with these entries, all files of the folder then, and what a check of the whole says of them. */
  planned(additions: readonly Addition[]): Planned
}

export type Planned = {
  changes: readonly Change[]
  after: readonly FileInput[]
  problems: readonly Problem[]
}

export type Opened = { folder: OpenFolder } | { problems: readonly Problem[] }

/** `isRight`: these very files were checked today, and no rule had anything against them. */
export function openFolder(files: readonly FileInput[], today: Day, isRight = false): Opened {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const textOf = (path: string) => {
    const file = byPath.get(path)
    // A byte order mark stays where it is.
    return file && 'bytes' in file
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
      : undefined
  }
  const plainOf = (path: string) => {
    const file = byPath.get(path)
    return file && shapesOf(file)?.plain
  }
  const isEmpty = !files.some(({ path }) => roleOf(path).is === 'entries')
  const {
    knowledge = isEmpty ? nothing() : undefined,
    packs,
    problems,
  } = readKnowledge(files, today, KINDS, {
    isRight,
  })
  if (!knowledge) return { problems: problems.filter(({ severity }) => severity === 'error') }
  return {
    folder: {
      knowledge,
      packs,
      today,
      paths: [...byPath.keys()],
      textOf,
      planned(additions) {
        const changes = changesFor(additions, textOf, plainOf)
        if (changes.length === 0) return { changes, after: files, problems: [] }
        const after = filesAfter(files, changes)
        const right = new Set(files)
        const problems = errorsIn(after, today, right)
        const mends = toldApart(problems, () => placeLookup([...knowledge.places.values()]))
        if (mends.length === 0) return { changes, after, problems }
        const all = withMends(changes, mends, textOf)
        // The others are the very files that were just read.
        const again = filesAfter(
          after,
          all.filter((one) => !changes.includes(one)),
        )
        return { changes: all, after: again, problems: errorsIn(again, today, right) }
      },
    },
  }
}

type Mended = Problem & { mend: Mend }

/** A name that meant one place goes on meaning that one when another of that name comes in: its id is written there. */
function toldApart(problems: readonly Problem[], lookup: () => PlaceLookup<Place>): readonly Mended[] {
  const before = lazily(lookup)
  return problems.flatMap((problem) => {
    const { rule, mend } = problem
    const [was, other] = mend && rule === knownPlace.name ? before()(mend.instead) : []
    return mend && was && !other ? [{ ...problem, mend: { ...mend, write: was.id, certain: true } }] : []
  })
}

/** Only in files that were there: what is new is written so that it means one place. */
function withMends(
  changes: readonly Change[],
  mends: readonly Mended[],
  textOf: OpenFolder['textOf'],
): readonly Change[] {
  const byPath = new Map(changes.map((change) => [change.path, change]))
  for (const [path, some] of Map.groupBy(mends, ({ file }) => file)) {
    const own = textOf(path)
    if (own === undefined) continue
    const { text, lines, rows } = byPath.get(path) ?? { text: own, lines: [], rows: [] }
    const now = mended(text, some).text
    const written = now.split(/\r\n|\r|\n/)
    const told = [...new Set(some.map(({ line }) => line))].map((line) => written[line - 1] ?? '')
    byPath.set(path, { path, text: now, lines: [...told, ...lines], rows })
  }
  return [...byPath.values()]
}

function filesAfter(files: readonly FileInput[], changes: readonly Change[]): readonly FileInput[] {
  const changed = new Set(changes.map(({ path }) => path))
  const others = files.filter(({ path }) => !changed.has(path))
  const written = changes.map(({ path, text, plain }) => {
    const file = { path, bytes: new TextEncoder().encode(text) }
    if (plain !== undefined) writtenAs(file, plain)
    return file
  })
  const after = [...others, ...written]
  return after.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** What is only warned of may stand. */
function errorsIn(
  files: readonly FileInput[],
  today: Day,
  right: ReadonlySet<FileInput>,
): readonly Problem[] {
  return readKnowledge(files, today, KINDS, { onlyErrors: true, right }).problems
}

function nothing(): Knowledge {
  const { exists, checks } = emptyDraft(KINDS)
  return knowledgeFrom([], { exists, checks })
}
