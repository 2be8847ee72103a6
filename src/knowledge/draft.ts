import type { Check } from './checks.ts'
import type { KnownPlace } from './entries.ts'
import type { Plain } from './file/plain.ts'
import type { Written } from './file/spot.ts'
import type { WrittenClaim } from './kinds/claim.ts'
import type { WrittenArea, WrittenPlace } from './kinds/place.ts'
import type { WrittenFinding, WrittenReport } from './kinds/report.ts'
import type { WrittenSource } from './kinds/source.ts'
import type { WrittenAssertion, WrittenEnd, WrittenLooked } from './kinds/twinning.ts'

/** A folder as it was written: each entry has the right shape, and nobody has looked yet whether they fit together. */
export type Draft = {
  sources: Written<WrittenSource>[]
  claims: Written<WrittenClaim>[]
  /** `place:` of each file of twinnings. */
  ends: Written<WrittenEnd>[]
  assertions: Written<WrittenAssertion>[]
  looked: Written<WrittenLooked>[]
  reports: Written<WrittenReport>[]
  findings: Written<WrittenFinding>[]
  places: Written<WrittenPlace>[]
  areas: Written<WrittenArea>[]
  exists: readonly KnownPlace[]
  checks: ReadonlyMap<string, Check>
  /** Whole files, entries with a wrong shape included. */
  files: Written<Plain>[]
  /** Ids and names of entries with a wrong shape: they are there, so nobody is told that they are unknown. */
  broken: Set<string>
  /** Folders of which a file could not be read, so that what it held is not known. */
  unread: Set<string>
}

export function emptyDraft(): Draft {
  return {
    ...{ sources: [], claims: [], ends: [], assertions: [], looked: [], reports: [], findings: [] },
    ...{
      places: [],
      areas: [],
      exists: [],
      checks: new Map<string, Check>(),
      files: [],
      broken: new Set<string>(),
      unread: new Set<string>(),
    },
  }
}
