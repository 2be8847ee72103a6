import * as z from 'zod'
import { country, day, line, list, number, oneOf, pattern } from '../fields/fields.ts'
import { namesPlace } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import type { Area, Place } from '../records.ts'
import { type Kind, wholeOf } from './kind.ts'

const others = list(line('A name.'), 'Other names people use, in any language.').optional()

export const placeSchema = z
  .strictObject({
    id: pattern(
      /^([EWSN]\d{8}|[1-9]\d{0,8}|x-[a-z0-9-]{1,80})$/,
      'write an ONS code like E08000035, or a GeoNames id like 2935517',
      'The ONS code of a council area (E08000035), or the GeoNames id of a town in one or of a place elsewhere (2935517); x-NAME where it has none.',
    ),
    name: line('The name in English.'),
    country: country('ISO 3166-1 alpha-2: GB, DE.'),
    also: others,
    contains: list(
      line('A name.'),
      'Towns and parts inside it that people type and that are no places here.',
    ).optional(),
    nation: line('The id of an area.').optional(),
    region: line('The id of an area.').optional(),
    authority: line('The id of the combined authority, an area.').optional(),
    within: pattern(
      /^[EWSN]\d{8}$/,
      'write the ONS code of its council area, like E08000034',
      'Of a town inside a district: the ONS code of its council area (E08000034), whose nation, region and authority are its own.',
    ).optional(),
    lat: number('Degrees north.', -90, 90),
    lon: number('Degrees east.', -180, 180),
    population: number('People who live there.', 0, 100_000_000).optional(),
    until: day('The day on which the council was abolished.').optional(),
    into: namesPlace(line('The id or name of the place that took it in.')).optional(),
  })
  .meta({ description: 'A place with an identity of its own.' })

export const areaSchema = z
  .strictObject({
    id: pattern(/^[EWSNK]\d{8}$/, 'write an ONS code like E12000003', 'The ONS code: E12000003.'),
    kind: oneOf(['nation', 'region', 'combined authority'], 'nation, region or combined authority.'),
    name: line('The name.'),
    also: others,
  })
  .meta({ description: 'A nation, region or combined authority of the UK.' })

const file = z.strictObject({
  places: list(placeSchema, 'Places of the UK, and the places they are linked with.').optional(),
  areas: list(areaSchema, 'Nations, regions and combined authorities.').optional(),
})

const sample = `places:
  - id: E08000035
    name: Leeds
    country: GB
    region: E12000003
    lat: 53.79648
    lon: -1.54785

  - id: 2640857
    name: Otley
    country: GB
    within: E08000035
    lat: 53.90553
    lon: -1.69383

  - id: 2935517
    name: Dortmund
    country: DE
    lat: 51.51494
    lon: 7.466

areas:
  - id: E12000003
    kind: region
    name: Yorkshire and the Humber
    also: [Yorkshire]
`

export const places: Kind = {
  folder: 'places',
  noun: 'place',
  guide: {
    entry: 'one place',
    file: 'council areas by ONS code, towns in them and places elsewhere by GeoNames id',
  },
  sample,
  schema: file,
  records(entries, { placeNamed }) {
    const written = wholeOf(entries, placeSchema, file).map(({ value }) => ({
      ...value,
      into: value.into && placeNamed(value.into).id,
    }))
    const byId = new Map(written.map((place) => [place.id, place]))
    const places = written.map((place) => placeOf(place, placesAround(place, byId)))
    return { places, areas: wholeOf(entries, areaSchema, file).map(({ value }) => areaOf(value)) }
  },
}

type WrittenPlace = z.output<typeof placeSchema>

/** The council area that a town is in, then the one that took that in. `into` is the id of a place by then. */
function placesAround(
  { within, into }: WrittenPlace,
  byId: ReadonlyMap<string, WrittenPlace>,
): readonly WrittenPlace[] {
  const around = new Set<WrittenPlace>()
  for (let next = byId.get(within ?? into ?? ''); next && !around.has(next); ) {
    around.add(next)
    next = byId.get(next.within ?? next.into ?? '')
  }
  return [...around]
}

/** A town needs no copies of its council area's nation, region and authority. */
function placeOf(written: WrittenPlace, around: readonly WrittenPlace[]): Place {
  const inherited = (field: 'nation' | 'region' | 'authority') =>
    written[field] ?? (written.within && around.find((place) => place[field])?.[field])
  return withoutGaps({
    ...written,
    also: written.also ?? [],
    contains: written.contains ?? [],
    nation: inherited('nation'),
    region: inherited('region'),
    authority: inherited('authority'),
    within: [...new Set([written.within ?? [], around.map(({ id }) => id)].flat())],
    lat: Number(written.lat),
    lon: Number(written.lon),
    population: written.population === undefined ? undefined : Number(written.population),
  })
}

function areaOf(written: z.output<typeof areaSchema>): Area {
  return { ...written, also: written.also ?? [] }
}
