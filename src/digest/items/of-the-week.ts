import { drawLot } from '../../answer/stamp.ts'
import type { Statement } from '../../knowledge/records.ts'
import type { Link } from '../../library/link.ts'
import { linkKey } from '../edition.ts'
import { OVER } from './anniversaries.ts'
import type { Interest } from './interest.ts'
import { type Basis, type Item, linkItem, recordItem } from './item.ts'

type Rotation = {
  /** Keys of all that the channel was shown, oldest first. */
  history: readonly string[]
  /** Gives each channel an order of its own. */
  seed: string
  interest: Interest
  /** Subjects that this digest shows already. */
  said: ReadonlySet<string>
}

/** One link that stands, whose turn it is. */
export function linkOfTheWeek(links: readonly Link[], rotation: Rotation, basis: Basis): readonly Item[] {
  const standing = links.filter(({ decisive }) => !decisive?.status || !OVER.includes(decisive.status))
  return turn(
    standing.flatMap((link) =>
      link.assertions.slice(0, 1).map((first) => ({ link, subject: linkKey(first) })),
    ),
    'link',
    rotation,
  ).map(({ key, link }) => linkItem(key, link, basis))
}

/** One statement that is about no link, such as a claim or a finding of a report, whose turn it is. */
export function findingOfTheWeek(
  statements: readonly Statement[],
  rotation: Rotation,
  basis: Basis,
): readonly Item[] {
  const findings = statements.filter(({ link }) => link === undefined)
  return turn(
    findings.map((statement) => ({ statement, subject: statement.id })),
    'finding',
    rotation,
  ).map(({ key, statement }) => recordItem(key, statement, basis))
}

/** None or one of `pool`, with the key it is remembered by. */
function turn<T extends { subject: string }>(
  pool: readonly T[],
  what: string,
  { history, seed, interest, said }: Rotation,
): readonly (T & { key: string })[] {
  const turns = pool.map((one) => ({
    ...one,
    key: `${what} ${one.subject}`,
    weight: interest(one.subject),
  }))
  const avoid = new Set([...said].map((subject) => `${what} ${subject}`))
  const next = nextTurn(turns, history, seed, avoid)
  return next ? [next] : []
}

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
  const scored = open.map((turn) => ({ turn, score: drawLot(`${seed} ${turn.key}`) ** (1 / turn.weight) }))
  return scored.sort((a, b) => b.score - a.score || (a.turn.key < b.turn.key ? -1 : 1))[0]?.turn
}
