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
      'The ONS code of a UK place (E08000035), or the GeoNames id of any other (2935517); x-NAME where it has none.',
    ),
    name: line('The name in English.'),
    country: country('ISO 3166-1 alpha-2: GB, DE.'),
    also: others,
    contains: list(line('A name.'), 'Towns and parts inside it that people type.').optional(),
    nation: line('The id of an area.').optional(),
    region: line('The id of an area.').optional(),
    authority: line('The id of the combined authority, an area.').optional(),
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
  guide: { entry: 'one place', file: 'UK places by ONS code, others by GeoNames id' },
  sample,
  schema: file,
  records(entries, { placeNamed }) {
    const places = wholeOf(entries, placeSchema, file).map(({ value }) =>
      placeOf(value, value.into && placeNamed(value.into).id),
    )
    return { places, areas: wholeOf(entries, areaSchema, file).map(({ value }) => areaOf(value)) }
  },
}

type WrittenPlace = z.output<typeof placeSchema>

/** `into` is the id of a place by then. */
function placeOf(written: WrittenPlace, into: string | undefined): Place {
  return withoutGaps({
    ...written,
    also: written.also ?? [],
    contains: written.contains ?? [],
    lat: Number(written.lat),
    lon: Number(written.lon),
    population: written.population === undefined ? undefined : Number(written.population),
    into,
  })
}

function areaOf(written: z.output<typeof areaSchema>): Area {
  return { ...written, also: written.also ?? [] }
}
