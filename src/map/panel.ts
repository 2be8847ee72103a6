import { distinct, type MapLink, type Spot, sameSpot } from './drawing.ts'
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
export type Enlargement = { worth: number; closest: number }

/** The map of everything. */
export function wholePanel(links: readonly MapLink[], width: number): Panel {
  const names = distinct([...links.map(({ from }) => from), ...links.map(({ to }) => to)])
  return {
    view: fitted(links.flatMap(track), { width, tallest: width * TALLEST, closest: 1200 }),
    all: links,
    links,
    names,
    frames: [],
  }
}

/**
 * Moves the names of some places from a map to a new one that shows only their surroundings, enlarged, with the links
 * that end there. A lone start is named on both. `undefined` when that would not be worth its room.
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
  const has = (spot: Spot) => some.some((one) => sameSpot(one, spot))
  const ending = panel.links.filter(({ to }) => has(to))
  const links = ending.length > 0 ? ending : panel.links.filter(({ from }) => has(from))
  const starts = distinct(panel.links.map(({ from }) => from))
  const lone = starts.length === 1 ? starts : []
  const left = panel.names.filter((spot) => !has(spot) || lone.some((one) => sameSpot(one, spot)))
  return [
    { ...panel, names: left, frames: [...panel.frames, { letter, view }] },
    { view, all: panel.all, links, names: some, frames: [], letter },
  ]
}
