import type { Draft } from './draft.ts'
import type { Knowledge } from './entries.ts'
import { type Gazetteer, gazetteerOf } from './gazetteer.ts'
import { claimOf, differences } from './kinds/claim.ts'
import { areaOf, placeOf, type WrittenPlace } from './kinds/place.ts'
import { reportOf } from './kinds/report.ts'
import { sourceOf } from './kinds/source.ts'
import { assertionOf } from './kinds/twinning.ts'

/** A folder in which no rule found an error, with names of places turned into ids. */
export function knowledgeOf({ whole, exists, checks }: Draft): Knowledge {
  const placesNamed = gazetteerOf(whole.places)
  const placeNamed = (name: string) => placeOrThrow(placesNamed, name)
  const idOf = (name: string): string => placeNamed(name).id
  const differs = differences(whole.claims)
  return {
    sources: new Map(whole.sources.map((source) => [source.id, sourceOf(source)])),
    claims: whole.claims.map((claim) =>
      claimOf(claim, (claim.places ?? []).map(idOf), differs.get(claim.id)),
    ),
    assertions: whole.assertions.map((assertion) =>
      assertionOf(assertion, placeNamed(assertion.place), placeNamed(assertion.twin)),
    ),
    looked: whole.looked.map((looked) => ({ ...looked, place: idOf(looked.place) })),
    reports: whole.reports.map((report) =>
      reportOf(
        report,
        whole.findings.filter((finding) => finding.report === report.report),
      ),
    ),
    places: new Map(whole.places.map((place) => [place.id, placeOf(place, place.into && idOf(place.into))])),
    areas: new Map(whole.areas.map((area) => [area.id, areaOf(area)])),
    exists,
    checks,
  }
}

function placeOrThrow(placesNamed: Gazetteer<WrittenPlace>, name: string): WrittenPlace {
  const [place, other] = placesNamed(name)
  if (!place || other) throw new Error(`no rule noticed that "${name}" is not one place`)
  return place
}
