import type { Answer } from '../../answer/answer.ts'
import type { Log } from '../../answer/log.ts'
import type { Picture } from '../../chat/core/picture.ts'
import type { DrawnPicture } from '../../chat/web/drawing/pictures.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { altText } from '../../map/alt-text.ts'
import { type Drawing, mapOf } from '../../map/drawing.ts'
import { keyOf, type MapDrawer, mapDrawer } from './map-drawer.ts'

/** Wide enough for names to be read where a chat shows pictures small, as on a phone. */
const CHAT_WIDTH = 640

/** The map under an answer that is a list of links: for a chat, and for the page, which draws it in its own colours. */
export type Maps = {
  /** With `side` pixels a side at most, where a platform takes no more. */
  forChat(answer: Answer, side?: number): Promise<Picture | undefined>
  forPage(answer: Answer): Promise<DrawnPicture | undefined>
  /** Any other map, for the page. */
  draw: MapDrawer['draw']
  stop(): void
}

/** `knowledge` is what the answer was made from. What was drawn is forgotten when it is another one. */
export function mapsOf(
  knowledge: (answer: Answer) => Knowledge,
  log: Pick<Log, 'warn'>,
  drawer: MapDrawer = mapDrawer({ log }),
): Maps {
  let seen: Knowledge | undefined
  const drawingOf = (answer: Answer): Drawing | undefined => {
    const now = knowledge(answer)
    if (now !== seen) drawer.forget()
    seen = now
    return mapOf(answer, now)
  }
  return {
    async forChat(answer, side) {
      const drawing = drawingOf(answer)
      if (!drawing) return undefined
      const bytes = async () => {
        const drawn = await drawer.draw({
          drawing: { ...drawing, width: CHAT_WIDTH },
          as: 'png',
          ...(side && { side }),
        })
        return 'leftOut' in drawn ? drawn : drawn.bytes
      }
      return { ...named(drawing, 'png'), bytes }
    },
    async forPage(answer) {
      const drawing = drawingOf(answer)
      if (!drawing) return undefined
      const svg: DrawnPicture['svg'] = (look) => drawer.draw({ drawing: { ...drawing, ...look }, as: 'svg' })
      return { ...named(drawing, 'svg'), svg }
    },
    draw: drawer.draw,
    stop: drawer.stop,
  }
}

function named(drawing: Drawing, as: 'png' | 'svg') {
  const { title, links } = drawing
  return {
    name: `map-${keyOf({ drawing, as }).slice(0, 16)}.${as}`,
    title: `Map of ${title}`,
    alt: altText(title, links),
  }
}
