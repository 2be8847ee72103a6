/** A block of a platform, with whatever belongs to it. A page holds one that is `alone`. */
type Entry = { block: unknown; alone?: true }

/** What should stay together on a page. `again` stands in front when it must be continued on the next one. */
export type Unit<Of extends Entry> = { entries: readonly Of[]; again: readonly Of[] }

/** What fits on a page: so many blocks, and so many characters of their JSON. */
export type PageLimits = { blocks: number; weight: number }

type Page<Of> = { entries: Of[]; weight: number }

/** The units in their order on as few pages as they fit. Nothing is left out; a unit is torn only if it fits no page. */
export function paged<Of extends Entry>(
  units: readonly Unit<Of>[],
  limits: PageLimits,
): readonly (readonly Of[])[] {
  const pages: Page<Of>[] = []
  let page: Page<Of> = { entries: [], weight: 0 }
  pages.push(page)
  for (const { entries, again } of units) {
    const weights = entries.map(weight)
    const fresh = (): Page<Of> => ({ entries: [...again], weight: sum(again.map(weight)) })
    const turn = () => {
      page = fresh()
      pages.push(page)
    }
    const whole = { blocks: entries.length, weight: sum(weights) }
    const isAlone = entries.some(({ alone }) => alone) && page.entries.some(({ alone }) => alone)
    if (isAlone || (!fits(page, whole, limits) && fits(fresh(), whole, limits))) turn()
    for (const [at, entry] of entries.entries()) {
      const heavy = weights[at] ?? 0
      if (!fits(page, { blocks: 1, weight: heavy }, limits)) turn()
      page.entries.push(entry)
      page.weight += heavy
    }
  }
  return pages.map(({ entries }) => entries)
}

function fits(page: Page<unknown>, more: PageLimits, limits: PageLimits): boolean {
  return page.entries.length + more.blocks <= limits.blocks && page.weight + more.weight <= limits.weight
}

/** As JSON, with a comma. */
function weight({ block }: Entry): number {
  return JSON.stringify(block).length + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
