import { isCrowded, type MapLink, spotKey } from './drawing.ts'
import type { Box, Disc, Point, Segment } from './labels/geometry.ts'
import { type Choices, choicesFor, type Field, type Label, placeLabels } from './labels/place-labels.ts'
import { type Mark, marksOf } from './marks.ts'
import { textWidth, truncated } from './paint/text.ts'
import { frameCorner, type Panel } from './panel.ts'
import { track, type View } from './projection.ts'

/** A named place of a map: its mark, its name as written, and how that is shown. */
export type NamedMark = { mark: Mark; written: string; shown: Shown }

export type Layout = { panel: Panel; marks: readonly Mark[]; names: readonly NamedMark[]; field: Field }

const EDGE = 6
/** Names on a crowded map, and how many are tried for a place. */
const NAMES = 26
const TRIED = 400
/** The height of a name, in the size of its letters. */
const LINE = 1.25
/** Further than this beyond its own size, in pixels, no mark can be in the way of a name. */
const FAR = 30

/** Finds positions for the names of a map, in letters of `size` pixels: for every one, or on a crowded map for some. */
export function layOut(panel: Panel, size: number): Layout {
  const { view, all, links, names: toName } = panel
  const bounds: Box = { x: EDGE, y: EDGE, w: view.width - 2 * EDGE, h: view.height - 2 * EDGE }
  const spots = [...links.flatMap(({ from, to }) => [from, to]), ...toName]
  const marks = marksOf(spots, all, ({ lat, lon }) => view.projection([lon, lat])).filter(({ x, y }) =>
    inside(bounds, x, y),
  )
  const field = {
    bounds,
    marks,
    // Where lines are everywhere, no name could keep clear of them.
    strokes: isCrowded(all) ? [] : links.flatMap((link) => strokes(link, view)),
    taken: panel.frames.map((frame) => ({ box: frameCorner(frame, view) })),
  }
  if (isCrowded(all)) return { panel, marks, names: someNames(panel, marks, size - 2, field), field }
  const markOf = new Map(marks.map((mark) => [spotKey(mark.spot), mark]))
  const named = toName.flatMap((spot) => nameOf(markOf.get(spotKey(spot)), view.width * 0.6, size))
  const tag = {
    w: textWidth('0'.repeat(String(toName.length).length), size - 2, 'bold') + 9,
    h: size + 2,
  }
  const texts = named.map(({ mark, written }) => ({ mark, ...sizeOf(written, mark, size) }))
  const shown = nameOrNumber(texts, tag, field)
  const names = named.map((one, at) => ({ ...one, shown: shown[at] ?? { as: 'list' as const } }))
  return { panel, marks, names, field }
}

export function weightOf({ start }: Mark): 'bold' | 'regular' {
  return start ? 'bold' : 'regular'
}

/** ` (ended)` after the name of a place whose link is not current. */
export function inBrackets({ word }: Mark): string {
  return word ? ` (${word})` : ''
}

function sizeOf(written: string, mark: Mark, size: number): { w: number; h: number } {
  return { w: textWidth(written, size, weightOf(mark)), h: size * LINE }
}

function inside({ x, y, w, h }: Box, left: number, top: number): boolean {
  return left >= x && left <= x + w && top >= y && top <= y + h
}

function nameOf(mark: Mark | undefined, most: number, size: number): { mark: Mark; written: string }[] {
  if (!mark) return []
  const word = inBrackets(mark)
  const room = most - textWidth(word, size, weightOf(mark))
  return [{ mark, written: truncated(mark.spot.name, room, size, weightOf(mark)) + word }]
}

/** The places with most links first, each beside its mark where there is room, and nothing of the others. */
function someNames(
  { all, names, view }: Panel,
  marks: readonly Mark[],
  size: number,
  field: Field,
): NamedMark[] {
  const links = new Map<string, number>()
  for (const key of all.flatMap(({ from, to }) => [spotKey(from), spotKey(to)]))
    links.set(key, (links.get(key) ?? 0) + 1)
  const markOf = new Map(marks.map((mark) => [spotKey(mark.spot), mark]))
  const order = names
    .map((spot) => ({ name: spot.name, key: spotKey(spot) }))
    .map(({ name, key }) => ({ name, mark: markOf.get(key), count: links.get(key) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : Number(a.name > b.name)))
  const shown: NamedMark[] = []
  const taken = [...field.taken]
  // What is in the way of a name stands in its row of the map, or in the next.
  const tall = size * LINE + FAR
  const rowOf = ({ y }: Disc) => Math.floor(y / tall)
  const rows = Map.groupBy(marks, rowOf)
  for (const next of order.slice(0, TRIED)) {
    if (shown.length === NAMES) break
    for (const { mark, written } of nameOf(next.mark, view.width * 0.4, size)) {
      const { w, h } = sizeOf(written, mark, size)
      const close = [-1, 0, 1]
        .flatMap((by) => rows.get(rowOf(mark) + by) ?? [])
        .filter(({ x, y }) => Math.abs(x - mark.x) < w + FAR && Math.abs(y - mark.y) < h + FAR)
      const choices = choicesFor({ mark, w, h, reach: 0 }, { ...field, marks: close })
      const [label] = placeLabels([choices], taken)
      if (!label) continue
      shown.push({ mark, written, shown: { as: 'name', label } })
      taken.push(label)
    }
  }
  return shown
}

/** The line of a link in pixels, without the jump where it leaves the map on one side and comes back on the other. */
function strokes(link: MapLink, { projection, width }: View): Segment[] {
  const points = track(link).map((point) => projection(point))
  return points.flatMap((end, at) => {
    const start = at > 0 ? points[at - 1] : undefined
    return start && end && Math.abs(start[0] - end[0]) < width / 2 ? [[start as Point, end as Point]] : []
  })
}

/** A mark with a name: `w` and `h` are the size of the written name. */
type Named = { mark: Disc; w: number; h: number }

/** How a name is shown: itself, a number that stands for it, or only in the list below the map. */
type Shown = { as: 'name' | 'number'; label: Label } | { as: 'list' }

const NAME_REACH = 74
const NUMBER_REACH = 200

/**
 * As many names as fit are written out; the others get a number, which is small and may stand further away. Numbers
 * choose first, so each round that finds a name without a place gives one more number, until all have a place.
 */
function nameOrNumber(named: readonly Named[], tag: { w: number; h: number }, field: Field): Shown[] {
  const asName = named.map((one) => choicesFor({ ...one, reach: NAME_REACH }, field))
  const asNumber = new Map<number, Choices>()
  for (;;) {
    const tagged = placeLabels([...asNumber.values()], field.taken)
    const names = asName.map((_, at) => at).filter((at) => !asNumber.has(at))
    const written = placeLabels(
      names.flatMap((at) => asName[at] ?? []),
      [...field.taken, ...present(tagged)],
    )
    const failed = names.filter((_, at) => !written[at])
    if (failed.length === 0) {
      return shown(
        named.length,
        { as: 'name', at: names, labels: written },
        { as: 'number', at: [...asNumber.keys()], labels: tagged },
      )
    }
    for (const at of failed) {
      const mark = named[at]?.mark
      if (mark) asNumber.set(at, choicesFor({ mark, ...tag, reach: NUMBER_REACH }, field))
    }
  }
}

type Part = { as: 'name' | 'number'; at: readonly number[]; labels: readonly (Label | undefined)[] }

function shown(count: number, ...parts: readonly Part[]): Shown[] {
  const all: Shown[] = Array.from({ length: count }, () => ({ as: 'list' }))
  for (const { as, at, labels } of parts) {
    for (const [index, place] of at.entries()) {
      const label = labels[index]
      if (label) all[place] = { as, label }
    }
  }
  return all
}

function present(labels: readonly (Label | undefined)[]): Label[] {
  return labels.filter((label) => label !== undefined)
}
