import type { Knowledge } from './entries.ts'
import { claimOf, differences } from './kinds/claim.ts'
import { areaOf, placeOf } from './kinds/place.ts'
import { reportOf } from './kinds/report.ts'
import { sourceOf } from './kinds/source.ts'
import { assertionOf } from './kinds/twinning.ts'
import type { Folder } from './rules/rule.ts'

/** A folder in which no rule found an error, with names of places turned into ids. */
export function knowledgeOf(folder: Folder): Knowledge {
  const idOf = (name: string): string => placeOrThrow(folder, name).id
  const differs = differences(folder.claims.map(({ value }) => value))
  return {
    sources: new Map(folder.sources.map(({ value }) => [value.id, sourceOf(value)])),
    claims: folder.claims.map(({ value }) =>
      claimOf(value, (value.places ?? []).map(idOf), differs.get(value.id)),
    ),
    assertions: folder.assertions.map(({ value }) =>
      assertionOf(value, placeOrThrow(folder, value.place), placeOrThrow(folder, value.twin)),
    ),
    looked: folder.looked.map(({ value }) => ({ ...value, place: idOf(value.place) })),
    reports: folder.reports.map(({ value }) =>
      reportOf(
        value,
        folder.findings.flatMap((finding) => (finding.value.report === value.report ? [finding.value] : [])),
      ),
    ),
    places: new Map(
      folder.places.map(({ value }) => [value.id, placeOf(value, value.into && idOf(value.into))]),
    ),
    areas: new Map(folder.areas.map(({ value }) => [value.id, areaOf(value)])),
    exists: folder.exists,
    checks: folder.checks,
  }
}

function placeOrThrow(folder: Folder, name: string) {
  const [place, other] = folder.placesNamed(name)
  if (!place || other) throw new Error(`no rule noticed that "${name}" is not one place`)
  return place.value
}
