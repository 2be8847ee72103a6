import type { Box, Point } from './labels/geometry.ts'
import type { Palette } from './paint/palette.ts'
import { element, px } from './paint/svg.ts'
import { line } from './paint/text.ts'
import type { Frame } from './panel.ts'
import type { View } from './projection.ts'

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
