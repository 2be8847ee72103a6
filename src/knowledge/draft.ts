import type { Check } from './checks.ts'
import type { KnownPlace } from './entries.ts'
import type { WrittenStatement } from './fields/cited.ts'
import { canHold } from './fields/marks.ts'
import type { Plain } from './file/plain.ts'
import type { Written } from './file/spot.ts'
import type { Entry, Kind } from './kinds/kind.ts'

/** A folder as it was written, of whatever kinds: rules look at all of it, and what is clean becomes knowledge. */
export type Draft = {
  kinds: readonly Kind[]
  entries: Entry[]
  exists: readonly KnownPlace[]
  checks: ReadonlyMap<string, Check>
  /** Whole files, entries with a wrong shape included. */
  files: Written<Plain>[]
  /** Ids and names as written in entries with a wrong shape: nobody is told that they are unknown. */
  broken: Set<string>
  /** Folders of which a file could not be read, so that what it held is not known. */
  unread: Set<string>
}

export function emptyDraft(kinds: readonly Kind[]): Draft {
  return {
    kinds,
    entries: [],
    exists: [],
    checks: new Map(),
    files: [],
    broken: new Set(),
    unread: new Set(),
  }
}

/** Everything in the folder that a source is cited for: each entry with a source and a day on which it was read. */
export function statementsOf({ entries }: Draft): readonly (Entry & { value: WrittenStatement })[] {
  return entries.filter(({ schema: { shape } }) => 'source' in shape && 'checked' in shape)
}

/** Whether everything that could cite a document was read. */
export function isAllCitingRead({ kinds, unread }: Draft): boolean {
  return kinds.every(({ folder, schema }) => !unread.has(folder) || !canHold(schema, 'source'))
}
