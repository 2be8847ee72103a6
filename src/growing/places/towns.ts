import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import type { Area } from '../../knowledge/records.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'

/** A town of GeoNames. `within` is the ONS code of its council area, of towns in the UK. */
export type Town = {
  id: string
  name: string
  country: string
  /** Tells namesakes apart: `Wiltshire`, `Alabama`. */
  area?: string
  within?: string
  /** The name of that council area. */
  council?: string
  population: number
  lat: string
  lon: string
  also: readonly string[]
}

/** A council area of the UK by its ONS code. `town` is the GeoNames id of the town that bears its name. */
export type Council = {
  id: string
  name: string
  nation: string
  region?: string
  authority?: string
  lat: string
  lon: string
  town?: string
}

/** What there is in the world, whether or not a folder knows it. */
export type Towns = {
  areas: readonly Area[]
  councils: readonly Council[]
  council(id: string): Council | undefined
  byId(id: string): Town | undefined
  /** By own names, the largest first. */
  named(key: string): readonly Town[]
  /** By names in other languages and times. */
  alsoNamed(key: string): readonly Town[]
  /** States, provinces and districts of that name, with the town they are administered from. */
  seatsOf(key: string): readonly { name: string; town: Town }[]
}

const FILE = new URL('../../../knowledge/places/towns.zst', import.meta.url)

/** Opens the list that comes with Hansa: some two hundred milliseconds, so only who adds places does. */
export const openTowns = (): Towns => townsOf(zstdDecompressSync(readFileSync(FILE)).toString())

/** Columns below a first part in JSON, as `scripts/build-towns.ts` writes them. */
export function townsOf(text: string): Towns {
  const [head = '', ...columns] = text.split('\f')
  const { areas, councils } = JSON.parse(head) as {
    areas: Omit<Area, 'also'>[]
    councils: Council[]
  }
  const councilsById = new Map(councils.map((council) => [council.id, council]))
  const column = (index: number) => lazily(() => (columns[index] ?? '').split('\n'))
  const [ids, names, countries, regions, within, populations] = [0, 1, 2, 3, 4, 5].map(column)
  const [lats, lons, others, seatNames, seatTowns] = [6, 7, 8, 9, 10].map(column)
  const at = (read: (() => readonly string[]) | undefined, index: number) => read?.()[index] ?? ''
  const town = (index: number): Town => ({
    id: at(ids, index),
    name: at(names, index),
    country: at(countries, index),
    ...(at(regions, index) ? { area: at(regions, index) } : {}),
    ...councilAt(at(within, index)),
    population: Number(at(populations, index)),
    lat: at(lats, index),
    lon: at(lons, index),
    also: at(others, index).split('|').filter(Boolean),
  })
  const councilAt = (within: string) =>
    within === '' ? {} : { within, council: councilsById.get(within)?.name ?? within }
  const byName = lazily(() => indexOf(names?.() ?? [], (name) => [name]))
  const byOther = lazily(() => indexOf(others?.() ?? [], (also) => (also ? also.split('|') : [])))
  const bySeat = lazily(() => indexOf(seatNames?.() ?? [], (name) => [name]))
  const byId = lazily(() => new Map((ids?.() ?? []).map((id, index) => [id, index])))
  const largestFirst = (towns: readonly Town[]) => towns.toSorted((a, b) => b.population - a.population)
  return {
    areas: areas.map((area) => ({ ...area, also: [] })),
    councils,
    council: (id) => councilsById.get(id),
    byId(id) {
      const index = byId().get(id)
      return index === undefined ? undefined : town(index)
    },
    named: (key) => largestFirst((byName().get(key) ?? []).map(town)),
    alsoNamed: (key) => largestFirst((byOther().get(key) ?? []).map(town)),
    seatsOf: (key) =>
      (bySeat().get(key) ?? []).map((index) => ({
        name: at(seatNames, index),
        town: town(Number(at(seatTowns, index))),
      })),
  }
}

function indexOf(
  rows: readonly string[],
  namesOf: (row: string) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [row, text] of rows.entries()) {
    for (const name of namesOf(text)) {
      const key = fold(name)
      const others = index.get(key)
      if (others) others.push(row)
      else index.set(key, [row])
    }
  }
  return index
}
