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
  /** The files with these entries, and what a check of the whole says of them. */
  planned(additions: readonly Addition[]): { changes: readonly Change[]; problems: readonly Problem[] }
}

export type Opened = { folder: OpenFolder } | { problems: readonly Problem[] }

export function openFolder(files: readonly FileInput[], today: Day): Opened {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const textOf = (path: string) => {
    const file = byPath.get(path)
    // A byte order mark stays where it is.
    return file && 'bytes' in file
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
      : undefined
  }
  const isEmpty = !files.some(({ path }) => roleOf(path).is === 'entries')
  const { knowledge = isEmpty ? nothing() : undefined, problems } = readKnowledge(files, today)
  if (!knowledge) return { problems: problems.filter(({ severity }) => severity === 'error') }
  return {
    folder: {
      knowledge,
      today,
      paths: [...byPath.keys()],
      textOf,
      planned(additions) {
        const changes = changesFor(additions, textOf)
        return { changes, problems: changes.length === 0 ? [] : checked(files, changes, today) }
      },
    },
  }
}

/** Errors only: what is warned of may stand. */
function checked(files: readonly FileInput[], changes: readonly Change[], today: Day): readonly Problem[] {
  const bytes = new Map(changes.map(({ path, text }) => [path, new TextEncoder().encode(text)]))
  const others = files.filter(({ path }) => !bytes.has(path))
  const after = [...others, ...[...bytes].map(([path, bytes]) => ({ path, bytes }))]
  const inOrder = after.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const { problems } = readKnowledge(inOrder, today, KINDS, { onlyProblems: true })
  return problems.filter(({ severity }) => severity === 'error')
}

function nothing(): Knowledge {
  const { exists, checks } = emptyDraft(KINDS)
  return knowledgeFrom([], { exists, checks })
}
