import type { Answer, Group } from '../../answer/answer.ts'
import type { LinkRow, LinkTable, PlaceRow } from '../../answer/table.ts'

/**
 * What goes into one result of a tool. Clients cut what is longer, some at 25,000 tokens, and what they cut off would be a
 * citation: a page stays far below, as JSON and as Markdown together.
 */
const PAGE = { findings: 20, rows: 40, characters: 24_000 }

/** What stays together: a UK place in a line, a link with all its statements, or a group of other findings. */
type Unit = { place?: PlaceRow; row?: LinkRow; groups: readonly Group[] }

/**
 * An answer as answers of a page each, in its order; one at least. Every link comes with its statements and every page
 * with the documents that it names, numbered anew, so that each can be read, and cited, alone.
 */
export function pagesOf(answer: Answer): readonly Answer[] {
  const pages: Unit[][] = [[]]
  for (const unit of unitsOf(answer)) {
    const page = pages.at(-1) ?? []
    if (page.length > 0 && isFull([...page, unit])) pages.push([unit])
    else page.push(unit)
  }
  return pages.map((units, index) => pageOf(answer, units, index))
}

function unitsOf({ table, groups }: Answer): readonly Unit[] {
  const byLink = Map.groupBy(groups, ({ link }) => link)
  const told = new Set(table?.rows.map(({ link }) => link))
  const links = (table?.rows ?? []).flatMap((row) =>
    torn(byLink.get(row.link) ?? []).map((groups) => ({ row, groups })),
  )
  const others = groups.filter(({ link }) => link === undefined || !told.has(link))
  return [
    ...(table?.places ?? []).map((place) => ({ place, groups: [] })),
    ...links,
    ...torn(others, 1).map((groups) => ({ groups })),
  ]
}

/** Groups in lots that fit a page: as many findings, and groups, as that. What belongs to no group is one empty lot. */
function torn(groups: readonly Group[], most: number = PAGE.findings): readonly (readonly Group[])[] {
  const small = groups.flatMap((group) => {
    const lots = Math.max(1, Math.ceil(group.findings.length / PAGE.findings))
    return Array.from({ length: lots }, (_, lot) => ({
      ...group,
      findings: group.findings.slice(lot * PAGE.findings, (lot + 1) * PAGE.findings),
    }))
  })
  const lots: Group[][] = [[]]
  for (const group of small) {
    const lot = lots.at(-1) ?? []
    if (lot.length > 0 && (lot.length >= most || findingsIn([...lot, group]) > PAGE.findings))
      lots.push([group])
    else lot.push(group)
  }
  return most === 1 && small.length === 0 ? [] : lots
}

function isFull(units: readonly Unit[]): boolean {
  return (
    units.filter(({ row, place }) => row ?? place).length > PAGE.rows ||
    findingsIn(units.flatMap(({ groups }) => groups)) > PAGE.findings ||
    JSON.stringify(units).length > PAGE.characters
  )
}

function findingsIn(groups: readonly Group[]): number {
  return groups.reduce((sum, { findings }) => sum + findings.length, 0)
}

/** What is said once, such as the sentence that was asked for, stands on the first page. */
function pageOf(answer: Answer, units: readonly Unit[], index: number): Answer {
  const { table, lead, naming, direct, ...rest } = answer
  return {
    ...rest,
    ...(index === 0 && { ...(lead && { lead }), ...(naming && { naming }), ...(direct && { direct }) }),
    ...(table && { table: tableOf(table, units) }),
    groups: units.flatMap(({ groups }) => groups),
  }
}

function tableOf({ caption, references }: LinkTable, units: readonly Unit[]): LinkTable {
  const rows = units.flatMap(({ row }) => row ?? [])
  const places = units.flatMap(({ place }) => place ?? [])
  const numbers = [...new Set(rows.flatMap(({ sources }) => sources))].sort((one, other) => one - other)
  return {
    caption,
    rows: [...new Set(rows)].map((row) => ({
      ...row,
      sources: row.sources.map((number) => numbers.indexOf(number) + 1),
    })),
    references: numbers.flatMap((number) => references[number - 1] ?? []),
    ...(places.length > 0 && { places }),
  }
}
