import { createHash } from 'node:crypto'
import type { Answer } from '../answer/answer.ts'
import type { DrawnPicture } from '../chat/web/drawing/pictures.ts'
import type { Knowledge } from '../knowledge/entries.ts'
import type { Drawing } from '../map/drawing.ts'
import { mapOf } from '../map/map-of.ts'
import { type MapDrawer, mapDrawer } from './map-drawer.ts'

/** Wide enough for names to be read where a chat shows pictures small, as on a phone. */
const CHAT_WIDTH = 640

/** The map under an answer that is a list of links. */
export function pictureOf(knowledge: () => Knowledge): (answer: Answer) => Promise<DrawnPicture | undefined> {
  const drawer = mapDrawer()
  return async (answer) => {
    const drawing = mapOf(answer, knowledge())
    return drawing && picture(drawing, drawer)
  }
}

async function picture(drawing: Drawing, drawer: MapDrawer): Promise<DrawnPicture> {
  const { svg, alt, width, height } = await drawer.draw({ ...drawing, width: CHAT_WIDTH })
  const digest = createHash('sha256').update(JSON.stringify(drawing)).digest('hex')
  return {
    name: `map-${digest.slice(0, 16)}.png`,
    title: `Map of ${drawing.title}`,
    alt,
    width,
    height,
    png: () => drawer.png(svg),
    svg: async (look) =>
      look.width === CHAT_WIDTH && look.theme === 'light'
        ? svg
        : (await drawer.draw({ ...drawing, ...look })).svg,
  }
}
