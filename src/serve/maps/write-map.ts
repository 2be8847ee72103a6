import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { drawMap } from '../../map/draw-map.ts'
import type { Drawing, Picture } from '../../map/drawing.ts'
import { type Atlas, openAtlas } from '../../map/paint/outlines.ts'
import { toPng } from '../../map/paint/png.ts'

/** For a printed page; 400 MB of memory while it is drawn. */
export const PAPER_PIXELS = 40_000_000

/** Pixels for each of the picture's own, and how many at most: as few as a chat takes, where none are named. */
type Sharpness = { scale?: number; most?: number }

/** Draws and writes a map: SVG when the file is called so, PNG otherwise. Gives the picture, for its words. */
export async function writeMap(drawing: Drawing, file: string, sharpness?: Sharpness): Promise<Picture> {
  return writePicture((atlas) => drawMap(drawing, atlas), file, sharpness)
}

/** The same for any picture of the world. */
export async function writePicture(
  draw: (atlas: Atlas) => Picture,
  file: string,
  { scale, most }: Sharpness = {},
): Promise<Picture> {
  const picture = draw(openAtlas())
  const svg = extname(file).toLowerCase() === '.svg'
  await writeFile(file, svg ? picture.svg : toPng(picture, scale, most))
  return picture
}
