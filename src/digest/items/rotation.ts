import { lot } from '../fingerprint.ts'

/** Something that can be shown again when everything else has had its turn. */
export type Turn = {
  key: string
  /** 1, or more for what the channel cares for: it comes earlier in each round. */
  weight: number
}

/**
 * The next of `pool`, given the keys shown so far, oldest first. Nothing comes twice before everything in the pool was
 * shown once; a newcomer joins the round that is going on. Heavier ones are likelier to come early. The same pool,
 * history and seed always give the same turn. What is in `avoid` waits. Undefined when nothing else is left in its round,
 * or the pool is empty.
 */
export function nextTurn<T extends Turn>(
  pool: readonly T[],
  history: readonly string[],
  seed: string,
  avoid: ReadonlySet<string> = new Set(),
): T | undefined {
  const keys = new Set(pool.map(({ key }) => key))
  const past = history.filter((key) => keys.has(key))
  const round = shownThisRound(keys, past)
  const recent = new Set(past.slice(past.length - Math.floor(pool.length / 2)))
  const free = pool.filter(({ key }) => !round.has(key) && !avoid.has(key))
  // Where one round meets the next, what came last waits a little.
  const rested = free.filter(({ key }) => !recent.has(key))
  return drawn(rested.length > 0 ? rested : free, `${seed} ${past.length}`)
}

/** What the round that is going on has shown. A key that came again began a new round. */
function shownThisRound(keys: ReadonlySet<string>, past: readonly string[]): ReadonlySet<string> {
  let round = new Set<string>()
  for (const key of past) {
    if (round.has(key)) round = new Set()
    round.add(key)
  }
  return round.size === keys.size ? new Set() : round
}

/** Draws by lot, each chance proportional to the weight: the highest of `lot ^ (1 / weight)` (Efraimidis, Spirakis). */
function drawn<T extends Turn>(open: readonly T[], seed: string): T | undefined {
  const scored = open.map((turn) => ({ turn, score: lot(`${seed} ${turn.key}`) ** (1 / turn.weight) }))
  return scored.sort((a, b) => b.score - a.score || (a.turn.key < b.turn.key ? -1 : 1))[0]?.turn
}
