/** Chance from a seed, between 0 and 1, so that everyone asks the same questions. (Mulberry32.) */
export type Chance = () => number

export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The same in another order. */
export function shuffled<T>(list: readonly T[], random: Chance): T[] {
  const drawn = list.map((item) => ({ item, at: random() }))
  return drawn.sort((one, other) => one.at - other.at).map(({ item }) => item)
}

export function pick<T>(list: readonly T[], random: Chance): T {
  return list[Math.floor(random() * list.length)] as T
}
