import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { PAGE } from './limits.ts'

/** A block with the findings it cites. */
export type Entry = { block: types.KnownBlock; cites?: readonly Finding[] }

/** What should stay together on a page. `again` stands in front when it must be continued on the next one. */
export type Unit = { entries: readonly Entry[]; again: readonly Entry[] }

type Page = { entries: Entry[]; weight: number }

/** The units in their order on as few pages as they fit. Nothing is left out; a unit is torn only if it fits no page. */
export function paged(units: readonly Unit[]): readonly (readonly Entry[])[] {
  const pages: [Page, ...Page[]] = [{ entries: [], weight: 0 }]
  for (const { entries, again } of units) {
    const weights = entries.map(weight)
    const start = (): Page => ({ entries: [...again], weight: sum(again.map(weight)) })
    const together = [entries.length, sum(weights)] as const
    if (!fits(last(pages), ...together) && fits(start(), ...together)) pages.push(start())
    for (const [at, entry] of entries.entries()) {
      const heavy = weights[at] ?? 0
      if (!fits(last(pages), 1, heavy)) pages.push(start())
      last(pages).entries.push(entry)
      last(pages).weight += heavy
    }
  }
  return pages.map((page) => page.entries)
}

function last(pages: readonly [Page, ...Page[]]): Page {
  return pages.at(-1) ?? pages[0]
}

function fits(page: Page, blocks: number, weight: number): boolean {
  return page.entries.length + blocks <= PAGE.blocks && page.weight + weight <= PAGE.weight
}

/** As JSON, with a comma. */
function weight({ block }: Entry): number {
  return JSON.stringify(block).length + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
