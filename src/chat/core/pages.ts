import type { Finding } from '../../answer/answer.ts'

/** A block of a platform with the findings it cites. */
export type Entry<Block> = { block: Block; cites?: readonly Finding[] }

/** What should stay together on a page. `again` stands in front when it must be continued on the next one. */
export type Unit<Block> = { entries: readonly Entry<Block>[]; again: readonly Entry<Block>[] }

/** What fits on a page: so many blocks, and so many characters of their JSON. */
export type PageLimits = { blocks: number; weight: number }

type Page<Block> = { entries: Entry<Block>[]; weight: number }

/** The units in their order on as few pages as they fit. Nothing is left out; a unit is torn only if it fits no page. */
export function paged<Block>(
  units: readonly Unit<Block>[],
  limits: PageLimits,
): readonly (readonly Entry<Block>[])[] {
  const pages: Page<Block>[] = []
  let page: Page<Block> = { entries: [], weight: 0 }
  pages.push(page)
  for (const { entries, again } of units) {
    const weights = entries.map(weight)
    const fresh = (): Page<Block> => ({ entries: [...again], weight: sum(again.map(weight)) })
    const turn = () => {
      page = fresh()
      pages.push(page)
    }
    const together = [entries.length, sum(weights)] as const
    if (!fits(page, ...together, limits) && fits(fresh(), ...together, limits)) turn()
    for (const [at, entry] of entries.entries()) {
      const heavy = weights[at] ?? 0
      if (!fits(page, 1, heavy, limits)) turn()
      page.entries.push(entry)
      page.weight += heavy
    }
  }
  return pages.map(({ entries }) => entries)
}

function fits<Block>(page: Page<Block>, blocks: number, weight: number, limits: PageLimits): boolean {
  return page.entries.length + blocks <= limits.blocks && page.weight + weight <= limits.weight
}

/** As JSON, with a comma. */
function weight<Block>({ block }: Entry<Block>): number {
  return JSON.stringify(block).length + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
