import type { CoverageShown } from '../../chat/web/answers/draw-coverage.ts'
import { coverageAlt } from '../../map/draw-coverage.ts'
import { coverageDrawing, heldByArea } from '../folder/coverage.ts'
import type { LiveDesk } from '../live-desk.ts'
import type { Maps } from './picture-of.ts'

/** What the page shows of what is held, from the folder as it is served now. */
export function coverageShown(
  live: Pick<LiveDesk, 'library'>,
  maps: Pick<Maps, 'draw'>,
): () => CoverageShown {
  return () => {
    const { knowledge } = live.library()
    const drawing = coverageDrawing(knowledge)
    return {
      areas: heldByArea(knowledge),
      alt: coverageAlt(drawing),
      svg: (look) => maps.draw({ drawing: { ...drawing, ...look }, as: 'svg' }),
    }
  }
}
