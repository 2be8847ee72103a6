import type { Answer } from '../../answer/answer.ts'
import type { Log } from '../../answer/log.ts'
import type { Picture } from '../../chat/core/own-addresses.ts'
import type { DrawnPicture } from '../../chat/web/drawing/pictures.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { altText } from '../../map/alt-text.ts'
import type { Drawing } from '../../map/drawing.ts'
import { mapOf } from '../../map/map-of.ts'
import { lazily, remembered } from '../../search/lazily.ts'
import { keyOf, type MapDrawer, mapDrawer } from './map-drawer.ts'
import type { Task } from './map-process.ts'

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
  // Of a hundred people who press the same button at once each gets the same answer, and what its map shows is put together once.
  const known = new WeakMap<Answer, Shown | undefined>()
  const shownBy = (answer: Answer): Shown | undefined => {
    const now = knowledge(answer)
    if (now !== seen) drawer.forget()
    seen = now
    if (!known.has(answer)) known.set(answer, shownOn(mapOf(answer, now)))
    return known.get(answer)
  }
  return {
    async forChat(answer, side) {
      const shown = shownBy(answer)
      if (!shown) return undefined
      const bytes = async () => {
        const drawn = await drawer.draw(shown.inChat(side ?? 0))
        return 'leftOut' in drawn ? drawn : drawn.bytes
      }
      return { ...shown.png(), bytes }
    },
    async forPage(answer) {
      const shown = shownBy(answer)
      if (!shown) return undefined
      const { onPage } = shown
      const svg: DrawnPicture['svg'] = (look) => drawer.draw({ drawing: { ...onPage, ...look }, as: 'svg' })
      return { ...shown.svg(), svg }
    },
    draw: drawer.draw,
    stop: drawer.stop,
  }
}

/** What the map of an answer shows, and how it is called as a PNG and as an SVG. */
type Shown = {
  /** Without the timeline: the page draws that below its words. */
  onPage: Drawing
  png: () => ReturnType<typeof named>
  svg: () => ReturnType<typeof named>
  /** With so many pixels a side at most; 0 for as many as it takes. */
  inChat: (side: number) => Task
}

function shownOn(drawing: Drawing | undefined): Shown | undefined {
  if (!drawing) return undefined
  const { timeline: _drawnThere, ...onPage } = drawing
  return {
    onPage,
    png: lazily(() => named(drawing, 'png')),
    svg: lazily(() => named(onPage, 'svg')),
    inChat: remembered((side) => ({
      drawing: { ...drawing, width: CHAT_WIDTH },
      as: 'png',
      ...(side > 0 && { side }),
    })),
  }
}

function named(drawing: Drawing, as: 'png' | 'svg') {
  const { title, timeline } = drawing
  return {
    name: `map-${keyOf({ drawing, as }).slice(0, 16)}.${as}`,
    title: `${timeline ? 'Map and timeline' : 'Map'} of ${title}`,
    alt: altText(drawing),
  }
}
