import { towns } from '../../growing/places/towns.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { type AreaCoverage, type CouncilSeen, councilsSeen, coverageOf } from '../../library/coverage.ts'
import { linksOf } from '../../library/link.ts'
import type { CoverageDrawing } from '../../map/draw-coverage.ts'
import { today } from './folder.ts'

/** What a folder holds of each nation, region and combined authority today, and where nobody has looked. */
export function heldByArea(knowledge: Knowledge): readonly AreaCoverage[] {
  return coverageOf(knowledge, linksOf(knowledge), towns(), today())
}

/** The same for each council area, to be drawn. */
export function coverageDrawing(knowledge: Knowledge): CoverageDrawing {
  const areas = councilsSeen(knowledge, linksOf(knowledge), towns()).map(asSpot)
  return { title: 'Links held, by council area', areas }
}

function asSpot({ name, lat, lon, links, searched }: CouncilSeen) {
  return { name, lat: Number(lat), lon: Number(lon), links, searched }
}
