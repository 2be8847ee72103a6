import type * as z from 'zod'
import { MOST_HINTS, nearest, shown } from '../../file/nearest.ts'
import type { Fault } from '../../file/text.ts'
import { type EntryOf, entriesOf } from '../../kinds/kind.ts'
import { areaSchema, KINDS_WITH_MEMBERS, placeSchema } from '../../kinds/place.ts'
import type { Folder, Rule } from '../rule.ts'

const FIELDS = { nation: 'nation', region: 'region', authority: 'combined authority' } as const

export const knownArea: Rule = {
  name: 'known-area',
  why: 'A question about Yorkshire is answered from the places that say they lie in it.',
  sees: 'places',
  *check(folder) {
    if (folder.unread.has('places')) return
    const [areas, places] = [entriesOf(folder.entries, areaSchema), entriesOf(folder.entries, placeSchema)]
    for (const [field, kind] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
      const known = new Set(areas.flatMap(({ value }) => (value.kind === kind && value.id ? [value.id] : [])))
      const tip = `Add it under "areas:" with "kind: ${kind}", or correct the id.`
      yield* unknown(field, places, known, folder, kind, tip)
    }
    const around = new Set([...areas, ...places].flatMap(({ value }) => value.id ?? []))
    const tip = 'Add the council area to places/, or correct the id.'
    yield* unknown('within', places, around, folder, 'place or area', tip)
    yield* withWrongMembers(areas)
    yield* townsWithoutArea(places)
    yield* withinThemselves(places)
  },
}

type Places = readonly EntryOf<typeof placeSchema, z.ZodObject>[]

function* unknown(
  field: keyof typeof FIELDS | 'within',
  places: Places,
  known: ReadonlySet<string>,
  { broken }: Folder,
  kind: string,
  tip: string,
): Generator<Fault> {
  let looked = 0
  for (const { value, spot } of places) {
    const id = value[field]
    if (id === undefined || known.has(id) || broken.has(id)) continue
    const near = nearest(id, looked++ < MOST_HINTS ? known : [])
    const says = `${field}: no ${kind} in places/ has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`
    yield { spot: spot([field]), says, tip }
  }
}

/** A county says what lies in it; of a region, places say so. */
function* withWrongMembers(areas: readonly EntryOf<typeof areaSchema, z.ZodObject>[]): Generator<Fault> {
  for (const { value, spot } of areas) {
    const { kind, members } = value
    if (kind === undefined) continue
    const isListed = KINDS_WITH_MEMBERS.some((one) => one === kind)
    if (isListed && !Object.hasOwn(value, 'members')) {
      const tip = 'Add "members:" with the ids of the places or areas in it.'
      yield { spot: spot(['kind']), says: `a ${kind} says what lies in it: "members" is missing`, tip }
    }
    if (!isListed && members !== undefined) {
      const says = `members: places say themselves which ${kind} they lie in`
      yield { spot: spot(['members']), says, tip: 'Write it in each place, and delete "members" here.' }
    }
  }
}

/** A council area has an ONS code, and says by its region and authority where it lies. */
function* townsWithoutArea(places: Places): Generator<Fault> {
  for (const { value, spot } of places) {
    const { id, name, country } = value
    if (country !== 'GB' || id === undefined || /^[EWSN]/.test(id) || Object.hasOwn(value, 'within')) continue
    const says = `"${shown(name ?? id)}" is a town of the UK and does not say which council area it is in`
    yield { spot: spot(['id']), says, tip: 'Add "within:" with the ONS code of its council area.' }
  }
}

function* withinThemselves(places: Places): Generator<Fault> {
  const within = new Map(places.map(({ value }) => [value.id, value.within]))
  for (const { value, spot } of places) {
    const seen = new Set<string>()
    for (let next = value.within; next && !seen.has(next); next = within.get(next)) seen.add(next)
    if (value.id === undefined || !seen.has(value.id)) continue
    const says = `within: "${shown(value.name ?? value.id)}" lies in itself`
    yield { spot: spot(['within']), says, tip: 'Write the ONS code of the council area around it.' }
  }
}
