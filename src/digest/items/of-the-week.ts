import type { Statement } from '../../knowledge/entries.ts'
import type { Link } from '../../library/link.ts'
import { linkKey } from '../edition.ts'
import type { Interest } from './interest.ts'
import { type Basis, type Item, linkItem, recordItem } from './item.ts'
import { nextTurn } from './rotation.ts'

export type Rotation = {
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
  const standing = links.filter(({ standing, assertions }) => {
    return standing !== 'ended' && assertions[0]?.status !== 'suspended'
  })
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
