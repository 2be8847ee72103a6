import { distinctSpots, isCrowded, type MapLink, type Palette, type Spot, spotKey } from './drawing.ts'
import type { Box, Point } from './labels/geometry.ts'
import { element, px } from './paint/svg.ts'
import { line } from './paint/text.ts'
import { fitted, lonLat, track, type View } from './projection.ts'

/** One map of the picture: a view, the links it draws and the places it names. */
export type Panel = {
  view: View
  /** All of the picture: how a place stands, also where its line is drawn on another map. */
  all: readonly MapLink[]
  links: readonly MapLink[]
  names: readonly Spot[]
  /** What a map below this one enlarges. */
  frames: readonly Frame[]
  /** The frame that this map enlarges. */
  letter?: string
}

export type Frame = { letter: string; view: View }

/** Higher than this, as a share of the width, no map gets. */
const TALLEST = 0.72

/** How many times larger it has to be, and how many kilometres it shows from side to side at least. */
type Enlargement = { worth: number; closest: number }

/** Between two of so many points a line leaves the frame by less than a pixel; of a crowd that takes long, and five are enough for its margin. */
const OF_A_FRAME = 12
const OF_A_CROWD = 4

/** The map of everything. */
export function wholePanel(links: readonly MapLink[], width: number): Panel {
  const names = distinctSpots([...links.map(({ from }) => from), ...links.map(({ to }) => to)])
  return {
    view: fitted(
      links.flatMap((link) => track(link, isCrowded(links) ? OF_A_CROWD : OF_A_FRAME)),
      { width, tallest: width * TALLEST, closest: 1200 },
    ),
    all: links,
    links,
    names,
    frames: [],
  }
}

/**
 * Moves some places, and the links that end there, from a map to a new one that shows only their surroundings, enlarged.
 * A lone start is named on both. `undefined` when that would not be worth its room.
 */
export function enlarged(
  panel: Panel,
  some: readonly Spot[],
  letter: string,
  { worth, closest }: Enlargement,
): [Panel, Panel] | undefined {
  const { width } = panel.view
  const view = fitted(some.map(lonLat), { width, tallest: width * TALLEST, closest })
  if (view.projection.scale() < worth * panel.view.projection.scale()) return undefined
  const inside = new Set(some.map(spotKey))
  const near = panel.links.filter(({ to }) => inside.has(spotKey(to)))
  const far = panel.links.filter(({ to }) => !inside.has(spotKey(to)))
  const starts = distinctSpots(panel.links.map(({ from }) => from))
  const lone = starts.length === 1 ? starts : []
  const left = panel.names.filter((spot) => !inside.has(spotKey(spot)))
  return [
    { ...panel, links: far, names: [...lone, ...left], frames: [{ letter, view }] },
    { view, all: panel.all, links: near, names: distinctSpots([...lone, ...some]), frames: [], letter },
  ]
}

const SIZE = 12

/** The outline of what a map below enlarges: solid, since a dotted line is a link. */
export function drawFrame(frame: Frame, view: View, { quiet }: Palette): string {
  const d = edge(frame, view).map(([x, y]) => `${px(x)} ${px(y)}`)
  return element('path', { d: `M${d.join('L')}Z`, fill: 'none', stroke: quiet, 'stroke-width': 0.8 })
}

/** The letter that the other map carries. */
export function drawLetter(frame: Frame, view: View, { text, land }: Palette): string {
  const { x, y } = frameCorner(frame, view)
  return line(frame.letter, x + 3, y + SIZE, { size: SIZE, fill: text, weight: 'bold', halo: land })
}

/** Where the letter stands: by the left upper corner, inside the picture. */
export function frameCorner(frame: Frame, view: View): Box {
  const [[x, y] = [0, 0]] = edge(frame, view)
  return {
    x: Math.min(Math.max(x - 16, 6), view.width - 22),
    y: Math.min(Math.max(y - 2, 6), view.height - 22),
    w: 15,
    h: 16,
  }
}

function edge({ view: { projection, width, height } }: Frame, { projection: above }: View): Point[] {
  const steps = Array.from({ length: 12 }, (_, step) => step / 12)
  const around: Point[] = [
    ...steps.map((t): Point => [t * width, 0]),
    ...steps.map((t): Point => [width, t * height]),
    ...steps.map((t): Point => [width - t * width, height]),
    ...steps.map((t): Point => [0, height - t * height]),
  ]
  return around.flatMap(([x, y]) => {
    const place = projection.invert?.([x, y])
    const point = place && above(place)
    return point ? [point] : []
  })
}
