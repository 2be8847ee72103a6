import { count } from '../answer/in-words.ts'
import type { Pack } from './pack.ts'
import type { Reading } from './read.ts'
import type { Assertion, Claim, Knowledge, Lead, PackHeld, Report, Statement } from './records.ts'

/**
 * What both give together: a pack that is no knowledge, or not apart from ours, is left out and told of in a sentence.
 * `taken`: whose folder it is already, where another name led to it before.
 */
export function overPack(own: Reading, pack: Pack, theirs: Reading, taken?: string): Reading {
  const problems = [...own.problems, ...theirs.problems]
  const { knowledge } = own
  if (!knowledge) return { ...own, problems }
  const trouble =
    taken === undefined ? troubleOf(knowledge, pack, theirs) : `its folder ${pack.folder} is ${taken}.`
  if (trouble === undefined && theirs.knowledge)
    return { ...own, problems, knowledge: withPack(knowledge, pack, theirs.knowledge) }
  const left: PackHeld = { ...pack, trouble: `“${pack.name}” is left out: ${trouble}` }
  return { ...own, problems, knowledge: { ...knowledge, packs: [...knowledge.packs, left] } }
}

function troubleOf(
  { statements, sources }: Knowledge,
  { pack, folder }: Pack,
  theirs: Reading,
): string | undefined {
  const taken = [...statements.keys(), ...sources.keys()].find((id) => id.startsWith(`${pack}/`))
  if (taken !== undefined) return `the id ${taken} of this folder begins as the ids of that pack would.`
  if (theirs.knowledge) return undefined
  const errors = theirs.problems.filter(({ severity }) => severity === 'error')
  return `its folder ${folder} has ${count(errors.length, 'problem')}, which “npx hansa check” shows.`
}

/**
 * A folder over one that it stands on. Its own places and words come first; every record of the pack keeps whose it is: in
 * its id, and in the name of its source. Two folders that say different things of one link are two sources that differ.
 */
function withPack(own: Knowledge, pack: Pack, theirs: Knowledge): Knowledge {
  const ours = (id: string) => `${pack.pack}/${id}`
  const place = (id: string) => placeIn(id, pack, own, theirs)
  const link = (ends: string) => ends.split(' ').map(place).join(' ')
  const cited = <
    T extends { id: string; source: string; citing?: string | undefined; differs?: readonly string[] },
  >(
    one: T,
  ): T => ({
    ...one,
    id: ours(one.id),
    source: ours(one.source),
    ...(one.citing !== undefined && { citing: ours(one.citing) }),
    ...(one.differs && { differs: one.differs.map(ours) }),
  })
  const about = <T extends { places?: readonly string[] }>(one: T): T => ({
    ...one,
    ...(one.places && { places: one.places.map(place) }),
  })
  const onLink = <T extends { place: string; twin?: string | undefined }>(one: T): T => ({
    ...one,
    place: place(one.place),
    ...(one.twin !== undefined && { twin: place(one.twin) }),
  })
  const lead = (one: Lead): Lead => ({
    ...one,
    place: place(one.place),
    ...(one.twin !== undefined && { twin: place(one.twin) }),
  })
  const statement = (one: Statement): Statement => ({
    ...about(cited(one)),
    ...(one.link !== undefined && { link: link(one.link) }),
  })
  const commands = new Set(own.reports.map(({ word }) => word))
  const report = ({ command, ...one }: Report): Report => {
    const isFree = command !== undefined && !commands.has(command)
    const word = isFree ? command : ours(one.word).toLowerCase()
    const findings = one.findings.map((finding) => about(cited(finding)))
    const given = command !== undefined && (isFree ? { command } : { taken: command })
    return { ...one, report: ours(one.report), word, findings, ...given }
  }
  const held: PackHeld = { ...pack, statements: theirs.statements.size }
  const lists = new Set(own.leads.map(({ list }) => list))
  // Each by its name: a list that is new in a folder is to be thought of here.
  return {
    // Two lists of the same places would only say each twice; of leads, an older one that they left the newer.
    exists: own.exists.length > 0 ? own.exists : theirs.exists,
    leads: [...own.leads, ...theirs.leads.filter(({ list }) => !lists.has(list)).map(lead)],
    statements: withMore(own.statements, theirs.statements.values().map(statement)),
    sources: withMore(
      own.sources,
      theirs.sources.values().map((source) => ({ ...source, id: ours(source.id), heldIn: pack })),
    ),
    places: withMore(
      own.places,
      theirs.places
        .values()
        .map((one) => ({ ...one, id: place(one.id), within: one.within.map(place) }))
        .filter(({ id }) => !own.places.has(id)),
    ),
    areas: withMore(
      own.areas,
      theirs.areas.values().filter(({ id }) => !own.areas.has(id)),
    ),
    councils: [...own.councils, ...theirs.councils],
    informal: each([
      ...own.informal,
      ...theirs.informal.map((one) => ({ ...one, means: one.means.map(place) })),
    ]),
    claims: [...own.claims, ...theirs.claims.map((one): Claim => about(cited(one)))],
    assertions: [
      ...own.assertions,
      ...theirs.assertions.map(
        (one): Assertion => ({ ...cited(one), place: place(one.place), twin: place(one.twin) }),
      ),
    ],
    looked: [
      ...own.looked,
      ...theirs.looked.map((one) => ({ ...one, place: place(one.place), in: one.in.map(ours) })),
    ],
    reports: [...own.reports, ...theirs.reports.map(report)],
    decisions: [
      ...own.decisions,
      ...theirs.decisions.map((one) => ({
        ...onLink(cited(one)),
        ...(one.ledTo && { ledTo: one.ledTo.map(ours) }),
      })),
    ],
    agreements: [...own.agreements, ...theirs.agreements.map((one) => onLink(cited(one)))],
    costs: [
      ...own.costs,
      ...theirs.costs.map((one) => ({
        ...onLink(cited(one)),
        ...(one.partOf && { partOf: ours(one.partOf) }),
      })),
    ],
    notices: [...own.notices, ...theirs.notices.map((one) => ({ ...cited(one), place: place(one.place) }))],
    successors: [...own.successors, ...theirs.successors.map((one) => cited(one))],
    same: each([...own.same, ...theirs.same]),
    asking: each([...own.asking, ...theirs.asking]),
    themes: each([...own.themes, ...theirs.themes]),
    aside: each([...own.aside, ...theirs.aside]),
    short: each([...own.short, ...theirs.short]),
    said: each([...own.said, ...theirs.said]),
    asks: each([...own.asks, ...theirs.asks]),
    checks: new Map([
      ...own.checks,
      ...theirs.checks
        .entries()
        .map(([id, check]) => [ours(id), { ...check, id: ours(id), source: ours(check.source) }] as const),
    ]),
    packs: [...own.packs, held],
  }
}

/** The folder among these that a record is of; none where it is of the one that lies over them. */
export function packOf<P extends Pack>(id: string, packs: readonly P[]): P | undefined {
  return packs.find(({ pack }) => id.startsWith(`${pack}/`))
}

/** What is said to who would change a record there. */
export function heldElsewhere({ name, folder }: Pack): string {
  return `That is held in “${name}” (${folder}), where nothing is written from here: tell whoever looks after that folder.`
}

/** Ids of offices and of GeoNames mean one place everywhere; those that a folder made itself (`x-…`) mean its own. */
function placeIn(id: string, { pack }: Pack, own: Knowledge, theirs: Knowledge): string {
  if (!id.startsWith('x-')) return id
  const [mine, other] = [own.places.get(id), theirs.places.get(id)]
  const isSame = mine === undefined || (mine.name === other?.name && mine.country === other.country)
  return isSame ? id : `x-${pack}-${id.slice(2)}`
}

function withMore<T extends { id: string }>(
  own: ReadonlyMap<string, T>,
  more: Iterable<T>,
): ReadonlyMap<string, T> {
  return new Map([...own, ...Iterator.from(more).map((one) => [one.id, one] as const)])
}

function each<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
