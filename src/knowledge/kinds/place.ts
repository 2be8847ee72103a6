import * as z from 'zod'
import type { Day } from '../../answer/answer.ts'
import { country, day, line, list, number, oneOf, pattern } from '../fields/fields.ts'
import { namesPlace } from '../fields/marks.ts'
import { withoutGaps } from '../file/plain.ts'
import type { Area, CouncilArea, InformalName, Place } from '../records.ts'
import { type Kind, wholeOf } from './kind.ts'

const others = list(line('A name.'), 'Other names people use, in any language.').optional()

const LISTED = /^([EWSN]\d{8}|[1-9]\d{0,8}|x-[a-z0-9-]{1,80})$/

export const KINDS_WITH_MEMBERS = ['county', 'informal region', 'region abroad'] as const

export const placeSchema = z
  .strictObject({
    id: pattern(
      LISTED,
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
    town: pattern(
      /^\d{1,12}$/,
      'write the GeoNames id of the town, in digits',
      'Of a council area: the GeoNames id of the town that bears its name and is no place here, so that it is not taken for a namesake.',
    ).optional(),
    lat: number('Degrees north.', -90, 90),
    lon: number('Degrees east.', -180, 180),
    population: number('People who live there.', 0, 100_000_000).optional(),
    until: day(
      'The day on which the council was abolished, or will be: until then it is what it was.',
    ).optional(),
    into: namesPlace(line('The id or name of the place that took it in.')).optional(),
  })
  .meta({ description: 'A place with an identity of its own.' })

export const areaSchema = z
  .strictObject({
    id: pattern(
      /^([EWSNK]\d{8}|x-[a-z0-9-]{1,80})$/,
      'write an ONS code like E12000003, or x-NAME',
      'The ONS code: E12000003; x-NAME where it has none.',
    ),
    kind: oneOf(
      ['nation', 'region', 'combined authority', ...KINDS_WITH_MEMBERS],
      'nation, region or combined authority; county for a former or ceremonial one; informal region; region abroad: a state or province.',
    ),
    name: line('The name.'),
    country: country('Of a region abroad: ISO 3166-1 alpha-2.').optional(),
    also: others,
    members: list(
      pattern(LISTED, 'write an ONS code like E08000012, or another id', 'The id of a place or an area.'),
      'Of a county, an informal region or a region abroad: what lies in it, recorded here or not.',
    ).optional(),
    source: line(
      'Of a county, an informal region or a region abroad: where it comes from, in words or an address.',
    ).optional(),
  })
  .meta({
    description: 'An area that has no links of its own: a nation, a region, a county; a region abroad.',
  })

export const informalSchema = z
  .strictObject({
    name: line('The name that people type: Brum.'),
    also: list(line('A name.'), 'Other ways to write it: Bham.').optional(),
    means: list(
      line('A name as it is in places/ or in the list of places that exist, or an id.'),
      'What it means; of several, people are asked which.',
    ),
    is: oneOf(['university'], 'Of a university, whose town it means.').optional(),
    source: line(
      'Where it comes from, in words or an address; once at the top where all are from one.',
    ).optional(),
  })
  .meta({ description: 'A name for a place that is not the name of that place.' })

export const councilSchema = z
  .strictObject({
    council: pattern(
      /^[EWSN]\d{8}$/,
      'write its ONS code, like E08000034',
      'The ONS code of a council area.',
    ),
    name: line('Its name, as in places/ or in the list of places that exist.'),
    also: list(line('A name.'), 'Other names it has in the list of places that exist.').optional(),
    county: list(
      line('The name of a county.'),
      'The county it lies in; of several, any is said behind its towns.',
    ),
  })
  .meta({ description: 'A council area that is no county council’s, and the county it lies in.' })

export const placesFile = z.strictObject({
  source: line(
    'Where the informal names or the counties of this file come from, in words or an address.',
  ).optional(),
  places: list(placeSchema, 'Places of the UK, and the places they are linked with.').optional(),
  areas: list(
    areaSchema,
    'Nations, regions, combined authorities, counties and informal regions.',
  ).optional(),
  councils: list(councilSchema, 'Council areas, and the counties they lie in.').optional(),
  informal: list(
    informalSchema,
    'Names that people type for places, and universities with their towns.',
  ).optional(),
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
  schema: placesFile,
  records(entries, { placeNamed }, today) {
    const written = wholeOf(entries, placeSchema, placesFile).map(({ value }) => ({
      ...value,
      into: value.into && placeNamed(value.into).id,
    }))
    const byId = new Map(written.map((place) => [place.id, place]))
    const areas = wholeOf(entries, areaSchema, placesFile).map(({ value }) => areaOf(value))
    const places = withMemberships(
      written.map((place) => placeOf(place, placesAround(place, byId, today))),
      areas,
    )
    const informal = wholeOf(entries, informalSchema, placesFile).map(({ value }) => informalOf(value))
    const councils = wholeOf(entries, councilSchema, placesFile).map(({ value }) => councilOf(value))
    return { places, areas, councils, informal }
  },
}

type WrittenPlace = z.output<typeof placeSchema>

/** The council area that a town is in, then the one that took that in, from its day on. `into` is the id of a place by then. */
function placesAround(
  place: WrittenPlace,
  byId: ReadonlyMap<string, WrittenPlace>,
  today: Day,
): readonly WrittenPlace[] {
  const around = new Set<WrittenPlace>()
  for (let next = byId.get(aroundOn(today, place)); next && !around.has(next); ) {
    around.add(next)
    next = byId.get(aroundOn(today, next))
  }
  return [...around]
}

function aroundOn(today: Day, { within, into, until }: WrittenPlace): string {
  const isTaken = until === undefined || until <= today
  return within ?? ((isTaken && into) || '')
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

/**
 * Places know of the counties and regions they lie in. Where a council of that name is a place, as is Bavaria, they lie in that.
 */
function withMemberships(places: readonly Place[], areas: readonly Area[]): readonly Place[] {
  const around = new Map<string, string[]>()
  for (const { id, name, country = 'GB', members } of areas) {
    const council = places.filter((place) => place.name === name && place.country === country)
    for (const place of council) around.set(place.id, [...(around.get(place.id) ?? []), id])
    for (const member of members) {
      around.set(member, [...(around.get(member) ?? []), ...council.map((place) => place.id), id])
    }
  }
  if (around.size === 0) return places
  return places.map((place) => {
    const { id, nation, region, authority, within } = place
    const own = [id, nation, region, authority, ...within].flatMap((one) => around.get(one ?? '') ?? [])
    return own.length === 0
      ? place
      : { ...place, within: [...new Set([...within, ...own])].filter((one) => one !== id) }
  })
}

function areaOf({ id, kind, name, country, also = [], members = [] }: z.output<typeof areaSchema>): Area {
  return { id, kind, name, ...(country && { country }), also, members }
}

function councilOf({ council, name, also = [], county }: z.output<typeof councilSchema>): CouncilArea {
  return { id: council, names: [name, ...also], counties: county }
}

function informalOf({ name, also = [], means, is }: z.output<typeof informalSchema>): InformalName {
  return { names: [name, ...also], means, is: is ?? 'name' }
}
