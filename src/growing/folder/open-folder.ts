import type { Day } from '../../answer/answer.ts'
import { emptyDraft, knowledgeFrom } from '../../knowledge/draft.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { KINDS } from '../../knowledge/kinds/all.ts'
import { type Problem, readKnowledge } from '../../knowledge/read.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { roleOf } from '../../knowledge/role.ts'
import { type Addition, type Change, changesFor } from './addition.ts'

/** A folder that can be added to: clean, or empty. */
export type OpenFolder = {
  knowledge: Knowledge
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
  const isEmpty = !files.some(({ path }) => roleOf(path).is === 'entries')
  const { knowledge = isEmpty ? nothing() : undefined, problems } = readKnowledge(files, today, KINDS, {
    isRight,
  })
  if (!knowledge) return { problems: problems.filter(({ severity }) => severity === 'error') }
  return {
    folder: {
      knowledge,
      today,
      paths: [...byPath.keys()],
      textOf,
      planned(additions) {
        const changes = changesFor(additions, textOf)
        const after = filesAfter(files, changes)
        return { changes, after, problems: changes.length === 0 ? [] : errorsIn(after, today) }
      },
    },
  }
}

function filesAfter(files: readonly FileInput[], changes: readonly Change[]): readonly FileInput[] {
  const bytes = new Map(changes.map(({ path, text }) => [path, new TextEncoder().encode(text)]))
  const others = files.filter(({ path }) => !bytes.has(path))
  const after = [...others, ...[...bytes].map(([path, bytes]) => ({ path, bytes }))]
  return after.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** What is only warned of may stand. */
function errorsIn(files: readonly FileInput[], today: Day): readonly Problem[] {
  return readKnowledge(files, today, KINDS, { onlyErrors: true }).problems
}

function nothing(): Knowledge {
  const { exists, checks } = emptyDraft(KINDS)
  return knowledgeFrom([], { exists, checks })
}
