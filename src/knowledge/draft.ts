import type { Check } from './checks.ts'
import type { KnownPlace } from './entries.ts'
import type { Plain } from './file/plain.ts'
import type { Written } from './file/spot.ts'
import type { WrittenClaim } from './kinds/claim.ts'
import type { WrittenArea, WrittenPlace } from './kinds/place.ts'
import type { WrittenFinding, WrittenReport } from './kinds/report.ts'
import type { WrittenSource } from './kinds/source.ts'
import type { WrittenAssertion, WrittenEnd, WrittenLooked } from './kinds/twinning.ts'

/** What a folder is made of, as it was written. */
type Entries = {
  sources: WrittenSource
  claims: WrittenClaim
  assertions: WrittenAssertion
  looked: WrittenLooked
  reports: WrittenReport
  findings: WrittenFinding
  places: WrittenPlace
  areas: WrittenArea
}

/** Entries of the right shape; nobody has looked yet whether they fit together. */
export type Whole = { [K in keyof Entries]: Entries[K][] }

/** Every entry. One of a wrong shape lacks the fields that are wrong, so that the others are looked at all the same. */
type Parts = { [K in keyof Entries]: Written<Partial<Entries[K]>>[] }

/** A folder as it was written: knowledge is made of what is whole, and rules look at all of it. */
export type Draft = Parts & {
  whole: Whole
  /** `place:` of each file of twinnings. */
  ends: Written<Partial<WrittenEnd>>[]
  exists: readonly KnownPlace[]
  checks: ReadonlyMap<string, Check>
  /** Whole files, entries with a wrong shape included. */
  files: Written<Plain>[]
  /** Ids and names as written in entries with a wrong shape: nobody is told that they are unknown. */
  broken: Set<string>
  /** Folders of which a file could not be read, so that what it held is not known. */
  unread: Set<string>
}

export function emptyDraft(): Draft {
  return {
    ...nothing(),
    whole: nothing(),
    ends: [],
    exists: [],
    checks: new Map<string, Check>(),
    files: [],
    broken: new Set<string>(),
    unread: new Set<string>(),
  }
}

function nothing(): { [K in keyof Entries]: never[] } {
  return {
    ...{ sources: [], claims: [], assertions: [], looked: [] },
    ...{ reports: [], findings: [], places: [], areas: [] },
  }
}
