import { geoDistance } from 'd3-geo'
import { count } from '../answer/in-words.ts'
import { drawGround } from './draw-panel.ts'
import { type Palette, type Picture, palettes, type Theme } from './drawing.ts'
import type { Box, Disc } from './labels/geometry.ts'
import { choicesFor, type Label, placeLabels } from './labels/place-labels.ts'
import type { Block } from './legend.ts'
import type { Atlas } from './paint/outlines.ts'
import { element, px } from './paint/svg.ts'
import { line, textWidth } from './paint/text.ts'
import { drawFrame, drawLetter, type Frame, frameCorner } from './panel.ts'
import { fitted, lonLat, type View } from './projection.ts'
import { frameCaption, header, note, stacked } from './stack.ts'

/** A council area: how many links are held there; where none is, whether somebody looked. */
export type AreaSpot = { name: string; lat: number; lon: number; links: number; searched: boolean }

/** What is held of an area, and of all council areas in it. */
export type CoverageDrawing = { title: string; areas: readonly AreaSpot[]; width?: number; theme?: Theme }

const STATES = ['held', 'searched', 'unseen'] as const
type State = (typeof STATES)[number]

const MEANS: Readonly<Record<State, string>> = {
  held: 'links held, the larger the more',
  searched: 'somebody looked and found none',
  unseen: 'nobody has looked',
}

const WIDTH = 640
const NARROWEST = 320
const SIZE = 11
const EDGE = 6
/** The highest map, as a share of its width: Britain is twice as high as it is wide. */
const TALLEST = 1.5

/** A mark for each council area: a disc for the links held, a ring where somebody looked in vain, a cross where nobody looked. */
export function drawCoverage(drawing: CoverageDrawing, atlas: Atlas): Picture {
  const { title, areas, width = WIDTH, theme = 'light' } = drawing
  const wide = Math.max(NARROWEST, Math.round(width))
  const palette = palettes[theme]
  const crowd = crowded(areas)
  const near = crowd && view(crowd, wide, 40)
  const frames = near ? [{ letter: 'A', view: near }] : []
  const others = areas.filter((area) => !crowd?.includes(area))
  const whole = map({ view: view(areas, wide, 300), areas, names: others, frames }, atlas, palette)
  const enlarged =
    crowd && near
      ? [
          frameCaption('A', count(crowd.length, 'council area'), palette),
          map({ view: near, areas, names: crowd, frames: [] }, atlas, palette),
        ]
      : []
  const top = header(title, [summary(areas)], wide, palette)
  const below = note(
    'Named where there is room, those where nobody has looked first. The list has all.',
    wide,
    palette,
  )
  return stacked(
    [top, whole, ...enlarged, below, legend(areas, wide, palette)],
    wide,
    palette,
    coverageAlt(drawing),
  )
}

/** The picture in a sentence; the tables beside it have all of it. */
export function coverageAlt({ title, areas }: CoverageDrawing): string {
  return `Map. ${title}. ${summary(areas)} The tables beside it have every figure, and the name of every council area where nobody has looked.`
}

function summary(areas: readonly AreaSpot[]): string {
  const of = (state: State) => areas.filter((area) => stateOf(area) === state).length
  const links = areas.reduce((sum, area) => sum + area.links, 0)
  const searched = of('searched') > 0 ? `; in ${of('searched')} somebody looked and found none` : ''
  return `${count(links, 'link')} in ${of('held')} of ${count(areas.length, 'council area')}${searched}; in ${of('unseen')} nobody has looked.`
}

function stateOf({ links, searched }: AreaSpot): State {
  if (links > 0) return 'held'
  return searched ? 'searched' : 'unseen'
}

/** About 30 km around one of them: London and its boroughs. */
const NEAR = 30 / 6371
/** So many within that are too close together to be told apart on a map of the whole. */
const MANY = 12

/** Those that stand closest together, if they are many, and not nearly all. */
function crowded(areas: readonly AreaSpot[]): readonly AreaSpot[] | undefined {
  const around = (middle: AreaSpot) =>
    areas.filter((area) => geoDistance(lonLat(area), lonLat(middle)) <= NEAR)
  const most = areas.map(around).reduce((best, some) => (some.length > best.length ? some : best), [])
  return most.length >= MANY && most.length * 2 < areas.length ? most : undefined
}

function view(areas: readonly AreaSpot[], width: number, closest: number): View {
  return fitted(areas.map(lonLat), { width, tallest: width * TALLEST, closest })
}

type Part = { view: View; areas: readonly AreaSpot[]; names: readonly AreaSpot[]; frames: readonly Frame[] }
type Mark = Disc & { area: AreaSpot }

function map({ view, areas, names, frames }: Part, atlas: Atlas, palette: Palette): Block {
  const marks = areas.flatMap((area): Mark[] => {
    const [x = -1, y = -1] = view.projection(lonLat(area)) ?? []
    return x > 0 && y > 0 && x < view.width && y < view.height ? [{ area, x, y, r: radius(area) }] : []
  })
  const taken = frames.map((frame) => ({ box: frameCorner(frame, view) }))
  const inside = [
    drawGround(view, view.fine ? atlas.fine() : atlas.coarse(), [], palette),
    ...frames.map((frame) => drawFrame(frame, view, palette)),
    ...marks.toSorted((a, b) => b.r - a.r).map((mark) => drawMark(stateOf(mark.area), mark, palette)),
    ...frames.map((frame) => drawLetter(frame, view, palette)),
    ...labels(marks, names, view, taken).map(({ name, box }) =>
      line(name, box.x, box.y + SIZE, { size: SIZE, fill: palette.text, halo: palette.land }),
    ),
  ]
  const { width, height } = view
  return { svg: element('svg', { width, height }, inside.join('')), height }
}

/** Those where nobody has looked, then those with most links, each right beside its mark where there is room. */
function labels(marks: readonly Mark[], names: readonly AreaSpot[], view: View, taken: readonly Label[]) {
  const bounds: Box = { x: EDGE, y: EDGE, w: view.width - 2 * EDGE, h: view.height - 2 * EDGE }
  const shown: (Label & { name: string })[] = []
  const order = marks
    .filter(({ area }) => names.includes(area))
    .toSorted((a, b) => a.area.links - b.area.links || a.area.name.localeCompare(b.area.name, 'en'))
  const unseen = order.filter(({ area }) => stateOf(area) === 'unseen')
  for (const mark of [...unseen, ...order.toReversed()]) {
    const { name } = mark.area
    if (shown.some((one) => one.name === name)) continue
    const size = { w: textWidth(name, SIZE), h: SIZE + 3 }
    const choices = choicesFor({ mark, ...size, reach: 0 }, { bounds, marks, strokes: [], taken })
    const [label] = placeLabels([choices], [...taken, ...shown])
    if (label) shown.push({ ...label, name })
  }
  return shown
}

const NOTHING = 3.2

function radius({ links }: AreaSpot): number {
  return links === 0 ? NOTHING : Math.min(12, 2.2 + 1.3 * Math.sqrt(links))
}

function drawMark(state: State, { x, y, r }: Disc, { lines, paper }: Palette): string {
  if (state === 'held')
    return element('circle', { cx: x, cy: y, r, fill: lines.active, stroke: paper, 'stroke-width': 0.7 })
  if (state === 'searched')
    return element('circle', { cx: x, cy: y, r, fill: paper, stroke: lines.listed, 'stroke-width': 1.6 })
  const d = `M${px(x - r)} ${px(y - r)}L${px(x + r)} ${px(y + r)}M${px(x - r)} ${px(y + r)}L${px(x + r)} ${px(y - r)}`
  return element('path', { d, fill: 'none', stroke: lines.ended, 'stroke-width': 1.7 })
}

const LEGEND = 13
const CREDIT = 'Natural Earth · Office for National Statistics'

/** What the marks mean, and whose data the map is. */
function legend(areas: readonly AreaSpot[], width: number, palette: Palette): Block {
  let [x, y] = [16, 20]
  const drawn = STATES.filter((state) => areas.some((area) => stateOf(area) === state)).map((state) => {
    const words = `${SHAPE[state]}: ${MEANS[state]}`
    const wide = 18 + textWidth(words, LEGEND)
    if (x > 16 && x + wide > width - 16) [x, y] = [16, y + 20]
    const mark = drawMark(state, { x: x + 6, y: y - 4.5, r: state === 'held' ? 5 : NOTHING }, palette)
    const item = mark + line(words, x + 18, y, { size: LEGEND, fill: palette.text })
    x += wide + 24
    return item
  })
  const credit = textWidth(CREDIT, 11)
  if (x + credit > width - 16) y += 18
  drawn.push(line(CREDIT, width - 16 - credit, y, { size: 11, fill: palette.quiet }))
  return { svg: drawn.join(''), height: y + 12 }
}

const SHAPE: Readonly<Record<State, string>> = { held: 'Disc', searched: 'Ring', unseen: 'Cross' }
