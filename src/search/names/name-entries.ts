import { fold } from '../words/fold.ts'
import { type NameTable, nameTable } from './name-table.ts'

export type Named = {
  count: number
  /** The record's own name, then the others. */
  namesOf(record: number): readonly string[]
  /** Settles what is otherwise equally like, such as a number of people. */
  weightOf(record: number): number
}

/** All names, whose they are, and what a record's weight takes off its slips. */
export type NameEntries = { table: NameTable; owners: Uint32Array; bonuses: Uint8Array }

/** A name in another language is a little less likely meant than a place's own, in hundredths of a slip. */
const OTHER_NAME = 30

export function nameEntries(named: Named): NameEntries {
  const owners: number[] = []
  const table = nameTable(foldedNames(named, owners))
  return { table, owners: Uint32Array.from(owners), bonuses: bonuses(named) }
}

/**
 * Puts a name forward that is `cost` hundredths of a slip away from what was typed, `letters` long, in a place as if it were
 * `rank` away.
 */
export function offer(
  { table: { starts }, owners, bonuses }: NameEntries,
  best: Best,
  entry: number,
  cost: number,
  letters: number,
  rank = cost,
): void {
  const record = owners[entry] as number
  const other = entry > 0 && owners[entry - 1] === record ? OTHER_NAME : 0
  // A long name of which only the beginning was typed is no more alike for its length.
  const longer = Math.min((starts[entry + 1] as number) - (starts[entry] as number), letters + 2)
  const likeness = Math.max(0, 1 - cost / 100 / Math.max(letters, longer))
  best.offer(record, entry, likeness, rank + other - (bonuses[record] as number))
}

/** All that are called exactly so. */
export function offerCalled(
  entries: NameEntries,
  best: Best,
  key: string,
  cost: number,
  letters: number,
): void {
  const { table } = entries
  for (let entry = table.find(key); entry >= 0; entry = table.next(entry)) {
    offer(entries, best, entry, cost, letters)
  }
}

function* foldedNames({ count, namesOf }: Named, owners: number[]): Generator<string> {
  for (let record = 0; record < count; record++) {
    for (const name of namesOf(record)) {
      const folded = fold(name)
      if (!folded) continue
      owners.push(record)
      yield folded
    }
  }
}

/** A seventh of a slip for the largest cities, so that it only settles what is nearly as like: `leds` is Leeds before Ledsham. */
function bonuses({ count, weightOf }: Named): Uint8Array {
  return Uint8Array.from({ length: count }, (_, record) =>
    Math.min(15, 2.5 * Math.log10(1 + Math.max(0, weightOf(record)))),
  )
}

/** The `k` best records so far, one place for each however many names it has. Lower ranks are better. */
export type Best = {
  offer(record: number, entry: number, likeness: number, rank: number): void
  /** The rank that a record must beat to come in. */
  worst(): number
  readonly found: readonly Ranked[]
}

type Ranked = { record: number; entry: number; likeness: number; rank: number }

export function bestOf(k: number): Best {
  const found: Ranked[] = []
  return {
    found,
    worst: () => (found.length < k ? Number.POSITIVE_INFINITY : (found[found.length - 1] as Ranked).rank),
    offer(record, entry, likeness, rank) {
      const same = found.findIndex((other) => other.record === record)
      if (same >= 0 && (found[same] as Ranked).rank <= rank) return
      if (same >= 0) found.splice(same, 1)
      let at = found.length
      while (at > 0 && (found[at - 1] as Ranked).rank > rank) at--
      if (at >= k) return
      found.splice(at, 0, { record, entry, likeness, rank })
      if (found.length > k) found.pop()
    },
  }
}
