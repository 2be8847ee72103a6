import * as z from 'zod'
import type { Claim } from '../entries.ts'
import { piecesOf, shellOf } from '../file/pieces.ts'
import { type Dated, dating, defaults, withDefaults } from './defaults.ts'
import { id, line, lineOrNumber, list, paragraphs } from './fields.ts'
import type { Kind } from './kind.ts'
import { withoutGaps } from './without-gaps.ts'

/** The fields by which a statement can be looked up in its source; claims and findings of reports share them. */
export const cited = {
  quote: line('The source’s own words, exactly as printed, 25 at most.').optional(),
  source: line('The id of a document in sources/.'),
  at: lineOrNumber(
    'Where in the source: paragraph 4, p. 12, section 2.1; none where it has no pages.',
  ).optional(),
  citing: line(
    'The id of the document that the source is itself reporting; makes this second-hand.',
  ).optional(),
  ...dating,
}

const claimSchema = z
  .strictObject({
    id: id('A name of its own for the claim, unique in the whole folder.'),
    title: line('A heading of three to eight words; without it, the topics are the heading.').optional(),
    says: paragraphs('What the source says, in our words.'),
    ...cited,
    about: list(line('A topic.'), 'Topics, as people would ask for them.').min(1),
    places: list(
      lineOrNumber('A place’s name or id.'),
      'Places it is about, as named in places/.',
    ).optional(),
    differs: list(
      line('The id of another claim.'),
      'Claims of other sources that say otherwise; written in one of two claims, it holds for both.',
    ).optional(),
  })
  .meta({ description: 'One thing a source says.' })

const file = z.strictObject({
  claims: list(claimSchema, 'What sources say, one claim an entry.'),
  ...defaults,
})

export type WrittenClaim = Dated<typeof claimSchema>

export const claims: Kind = {
  folder: 'claims',
  schema: file,
  read(written, draft) {
    const shell = shellOf(written, ['claims'], file)
    const { whole, all, faults, broken } = withDefaults(piecesOf(written, 'claims', claimSchema), shell)
    draft.whole.claims.push(...whole)
    draft.claims.push(...all)
    for (const name of broken) draft.broken.add(name)
    return [...shell.faults, ...faults]
  },
}

/** `places` are ids by then. */
export function claimOf(
  written: WrittenClaim,
  places: readonly string[],
  differs: ReadonlySet<string> | undefined,
): Claim {
  return withoutGaps({ ...written, places, differs: differs && [...differs] })
}

/** For each claim that others differ from, their ids: written in one of two claims, it holds for both. */
export function differences(claims: readonly WrittenClaim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  const add = (id: string, other: string) => all.set(id, (all.get(id) ?? new Set()).add(other))
  for (const { id, differs = [] } of claims) {
    for (const other of differs) {
      add(id, other)
      add(other, id)
    }
  }
  return all
}
