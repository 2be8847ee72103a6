import type { Spot } from '../file/spot.ts'
import type { WrittenPlace } from '../kinds/place.ts'
import { derivedId } from '../kinds/twinning.ts'
import type { Folder, Rule } from './rule.ts'

type Named = { id: string; spot: Spot; isDerived?: true }

export const unique: Rule = {
  name: 'unique',
  why: 'An id is part of links, of what people type and of what the digest remembers, so it means one entry.',
  *check(folder) {
    const first = new Map<string, Spot>()
    for (const { id, spot, isDerived } of [...ids(folder), ...derivedIds(folder)]) {
      const other = first.get(id)
      if (!other) {
        first.set(id, spot)
        continue
      }
      const where = `${other.file}:${other.line}:${other.column}`
      yield isDerived
        ? {
            spot,
            says: `${where} has the same place, twin and source, and so the same id "${id}"`,
            tip: 'Give this entry an "id:" of its own.',
          }
        : { spot, says: `the id "${id}" is taken by ${where}`, tip: 'Change one of the two.' }
    }
    yield* reportedTwice(folder)
  },
}

function ids(folder: Folder): readonly Named[] {
  const kinds = [
    folder.sources,
    folder.claims,
    folder.findings,
    folder.assertions,
    folder.places,
    folder.areas,
  ]
  return kinds
    .flat()
    .flatMap(({ value: { id }, spot }) => (id === undefined ? [] : [{ id, spot: spot(['id']) }]))
}

function derivedIds(folder: Folder): readonly Named[] {
  return folder.assertions.flatMap(({ value, spot }) => {
    const [place] = folder.placesNamed(value.place)
    const [twin] = folder.placesNamed(value.twin)
    if ('id' in value || !isNamed(place) || !isNamed(twin) || value.source === undefined) return []
    return [{ id: derivedId(place, twin, value.source), spot: spot(['twin']), isDerived: true as const }]
  })
}

function isNamed(place: Partial<WrittenPlace> | undefined): place is { id: string; name: string } {
  return place?.id !== undefined && place.name !== undefined
}

function* reportedTwice({ reports }: Folder) {
  const first = new Map<string, Spot>()
  for (const { value, spot } of reports) {
    if (value.report === undefined) continue
    const other = first.get(value.report)
    if (other) {
      const says = `the report "${value.report}" is also in ${other.file}:${other.line}:${other.column}`
      yield { spot: spot(['report']), says, tip: 'Put all its findings into one file.' }
    } else {
      first.set(value.report, spot(['report']))
    }
  }
}
