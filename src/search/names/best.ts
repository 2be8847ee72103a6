/** The `k` best records so far, one place for each however many names it has. Lower ranks are better. */
export type Best = {
  offer(record: number, entry: number, likeness: number, rank: number): void
  /** The rank that a record must beat to come in. */
  worst(): number
  readonly found: readonly Ranked[]
}

export type Ranked = { record: number; entry: number; likeness: number; rank: number }

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
