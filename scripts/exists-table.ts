import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fold } from '../src/search/words/fold.ts'
import { adminNamer, type GeoName, readGeoNames, table } from './geonames.ts'
import { alsoNames } from './place-names.ts'
import { ukCounties } from './uk-counties.ts'

/** The folder of the places we hold, and of the list that goes beside them. */
export const PLACES = new URL('../knowledge/places/', import.meta.url)

const HEADER = [
  '# Places that exist and are not in uk.yml or twins.yml: UK places of GeoNames’ list of 500 people or more, counties, council areas',
  '# (ISO 3166-2, ONS) by names that no such place bears, and places elsewhere of 15,000 or more.',
  '# Data: GeoNames (https://www.geonames.org) of March 2023 and, for english.tsv and more.tsv, SimpleMaps (https://simplemaps.com), CC BY 4.0.',
  '# Selected and shortened by scripts/build-places.ts; do not edit by hand.',
  ['id', 'name', 'country', 'admin', 'population', 'also'].join('\t'),
]
/** Historical, abandoned and destroyed places. */
const GONE = ['PPLH', 'PPLQ', 'PPLW']

/** The text of `exists.tsv` beside those places: the same packages and places give the same text. */
export function existsTable(places = PLACES): string {
  const adminOf = adminNamer()
  const isHeld = heldPlaces(places)
  const towns = readGeoNames().filter((place) => isWanted(place) && !isHeld(place))
  const rows = towns
    .sort((a, b) => order(a.country, b.country) || order(a.name, b.name) || Number(a.id) - Number(b.id))
    .map((place) => {
      const { id, name, country, population } = place
      return [id, name, country, adminOf(place), population, alsoNames(place).join('|')].join('\t')
    })
  return `${[...HEADER, ...rows, ...countyRows(towns, places), ...moreRows(towns, places)].join('\n')}\n`
}

/** What GeoNames lacks, unless it is held, or a part of what is. */
function moreRows(towns: readonly GeoName[], places: URL): readonly string[] {
  const adminOf = adminNamer()
  const british = towns.filter(({ country }) => country === 'GB')
  const listed = new Set(british.map((place) => `${fold(place.name)}, ${adminOf(place)}`))
  const held = new Set(heldNames(places).map(fold))
  return table('more.tsv')
    .filter(([name = '', admin]) => !held.has(fold(name)) && !listed.has(`${fold(name)}, ${admin}`))
    .map(([name = '', admin = '']) => {
      const id = `x-${fold(`${name} ${admin}`).replaceAll(' ', '-')}`
      return [id, name, 'GB', admin, 0, ''].join('\t')
    })
}

/** Derby's district is Derby to everyone, so a county is added only where its name says something new. */
function countyRows(towns: readonly GeoName[], places: URL): readonly string[] {
  const taken = new Set([
    ...towns.filter(({ country }) => country === 'GB').map(({ name }) => fold(name)),
    ...heldNames(places).map(fold),
  ])
  return ukCounties()
    .filter(({ name }) => !taken.has(fold(name)))
    .map(({ id, name, also }) => {
      const others = also.filter((other) => !taken.has(fold(other)))
      return [id, name, 'GB', '', 0, others.join('|')].join('\t')
    })
}

type Held = {
  id: string | number
  name: string
  also?: string[]
  contains?: string[]
  country?: string
  lat?: number
  lon?: number
}

/** Every file of the folder that holds places or areas. */
function heldIn(folder: URL): readonly Held[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as { places?: Held[]; areas?: Held[] })
    .flatMap(({ places = [], areas = [] }) => [...places, ...areas])
}

function heldNames(folder: URL): readonly string[] {
  return heldIn(folder)
    .filter(({ country = 'GB' }) => country === 'GB')
    .flatMap(({ name, also = [], contains = [] }) => [name, ...also, ...contains])
}

function isWanted({ country, population, feature }: GeoName): boolean {
  return (country === 'GB' || population >= 15_000) && country !== '' && !GONE.includes(feature)
}

/**
 * A place we hold is left out: under one of its rarer names it would pass for "a real place we hold nothing on". Twins
 * have their GeoNames id; UK places, which go by ONS code, are known by the coordinates they took from GeoNames.
 */
function heldPlaces(folder: URL): (place: GeoName) => boolean {
  const keys = new Set(heldIn(folder).flatMap(({ id, lat, lon }) => [String(id), `${lat} ${lon}`]))
  return ({ id, lat, lon }) => keys.has(id) || keys.has(`${lat} ${lon}`)
}

/** By code unit, so that the order does not depend on the machine's language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
