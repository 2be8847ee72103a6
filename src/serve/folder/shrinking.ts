import { join, resolve } from 'node:path'
import type { Knowledge } from '../../knowledge/records.ts'
import { hashed, keep, keptFolder, keptIn } from './kept.ts'

/** The part of all statements, and of those on the links of one place, that is much. */
const MUCH = { ofAll: 0.1, ofPlace: 0.5, fromLinks: 4 }

/** How much a folder holds: all statements, and those on the links of each place, by its id. */
type Size = { statements: number; links: ReadonlyMap<string, { name: string; many: number }> }

/** An edited folder that waits: what it `lost`, in a sentence, and milliseconds until it is served; whether the minute begins now. */
type Verdict = { lost: string; in: number; isNew: boolean } | undefined

/**
 * A file that is cut at an entry's end is still a good one. So a folder that lost much within `stand` milliseconds, in however many
 * edits, has to stand that long before it is served; edits meanwhile that take away little more do not begin it anew.
 */
export function shrinking(first: Knowledge, stand: number, now: () => number) {
  let served = [{ size: sizeOf(first), until: Number.POSITIVE_INFINITY }]
  let held: { size: Size; at: number } | undefined
  return {
    /** Nothing where it is to be served at once. */
    judge(edited: Knowledge): Verdict {
      const size = sizeOf(edited)
      served = served.filter(({ until }) => until >= now() - stand)
      const lost = served.map((before) => lossOf(before.size, size)).find((one) => one !== undefined)
      if (lost === undefined) {
        held = undefined
        return undefined
      }
      const isLikeHeld = held && !lossOf(held.size, size) && !lossOf(size, held.size)
      if (!held || !isLikeHeld) held = { size, at: now() + stand }
      return { lost, in: Math.max(0, held.at - now()), isNew: !isLikeHeld }
    },
    /** The folder is served from now on; one that stood is what the next is compared with. */
    serves(edited: Knowledge): void {
      for (const before of served)
        before.until = held ? Number.NEGATIVE_INFINITY : Math.min(before.until, now())
      served.push({ size: sizeOf(edited), until: Number.POSITIVE_INFINITY })
      held = undefined
    },
  }
}

/** What a folder lost since a process last served it here, in a sentence; it is noted what is served now. */
export function lostSince(folder: string, now: Knowledge, kept = keptFolder()): string | undefined {
  if (kept === undefined) return undefined
  const path = join(kept, hashed([resolve(folder), 'served']))
  const before = sizeIn(keptIn(path))
  const { statements, links } = sizeOf(now)
  keep(path, JSON.stringify({ statements, links: [...links] }))
  return before && lossOf(before, { statements, links })
}

function sizeIn(bytes: Buffer | undefined): Size | undefined {
  if (!bytes) return undefined
  try {
    const { statements, links } = JSON.parse(bytes.toString())
    return { statements, links: new Map(links) }
  } catch {
    return undefined
  }
}

function sizeOf({ statements, assertions, places }: Knowledge): Size {
  const links = new Map<string, { name: string; many: number }>()
  for (const { place } of assertions) {
    const { many } = links.get(place) ?? { many: 0 }
    links.set(place, { name: places.get(place)?.name ?? place, many: many + 1 })
  }
  return { statements: statements.size, links }
}

function lossOf(before: Size, after: Size): string | undefined {
  const [had, has] = [before.statements, after.statements]
  if (has < had * (1 - MUCH.ofAll)) return `The folder fell from ${had} statements to ${has}.`
  for (const [place, { name, many }] of before.links) {
    const stay = after.links.get(place)?.many ?? 0
    if (many >= MUCH.fromLinks && stay < many * (1 - MUCH.ofPlace))
      return `${name} fell from ${many} statements on its links to ${stay}.`
  }
  return undefined
}
