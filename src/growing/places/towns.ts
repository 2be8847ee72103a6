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
  /** Whose coordinates it has, where its own are not known. */
  placedAt?: string
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
  /** Other names of that town. */
  also?: readonly string[]
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

export const openTowns = (): Towns => townsIn(readFileSync(FILE))

/** The same, read once a process and when first asked for. */
export const towns = lazily(openTowns)

/**
 * Parts that are packed each by itself, so that a name is found without unpacking the rest; four bytes before them say
 * how long the first is, which says where the others are. Town by town, a line each: the folded name (`keys`), its names
 * in other languages (`others`, `Köln=koln|Cologne`), its id (`ids`); what else is known of it in `blocks` of so many
 * towns, column by column. `seats` are names of areas and the number of the town each is administered from.
 */
export type Head = {
  about: string
  areas: readonly Pick<Area, 'id' | 'kind' | 'name'>[]
  councils: readonly Council[]
  /** How many towns a block has. */
  block: number
  parts: Readonly<Record<'keys' | 'others' | 'ids' | 'seats', Part>>
  blocks: readonly Part[]
}

/** Where a part begins behind the first one, and how long it is packed. */
type Part = readonly [from: number, length: number]

export function townsIn(bytes: Uint8Array): Towns {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const start = 4 + headLength
  const unpacked = (packed: Uint8Array) => zstdDecompressSync(packed).toString()
  const head = JSON.parse(unpacked(bytes.subarray(4, start))) as Head
  const textOf = ([from, length]: Part) => unpacked(bytes.subarray(start + from, start + from + length))
  const part = (name: keyof Head['parts']) => lazily(() => textOf(head.parts[name]))
  const [keys, others, ids, seats] = [part('keys'), part('others'), part('ids'), part('seats')]
  const most = head.block * head.blocks.length
  const keyLines = lazily(() => linesOf(keys(), most))
  const otherLines = lazily(() => linesOf(others(), most))
  const ownNames = lazily(() => finderIn(keys(), most))
  const otherNames = lazily(() => finderIn(others(), most))
  const rowsById = lazily(() => finderIn(ids(), most))
  const bySeat = lazily(() => {
    const rows = seats()
      .split('\n')
      .map((line) => line.split('\t'))
    return Map.groupBy(rows, ([name = '']) => fold(name))
  })
  const blocks = head.blocks.map((block) =>
    lazily(() =>
      textOf(block)
        .split('\f')
        .map((column) => column.split('\n')),
    ),
  )
  const councilsById = new Map(head.councils.map((council) => [council.id, council]))

  function town(row: number, key = keyLines().at(row)): Town {
    const columns = blocks[Math.floor(row / head.block)]?.() ?? []
    const [id, name, country, area, within, people, lat, lon] = columns.map(
      (column) => column[row % head.block] ?? '',
    )
    return {
      id: id ?? '',
      name: name || titled(key),
      country: country ?? '',
      ...(area ? { area } : {}),
      ...(within ? { within, council: councilsById.get(within)?.name ?? within } : {}),
      population: Number(people),
      lat: lat ?? '',
      lon: lon ?? '',
      also: otherLines()
        .at(row)
        .split('|')
        .filter(Boolean)
        .map((one) => one.replace(/=.*/, '')),
    }
  }

  const largestFirst = (towns: readonly Town[]) => towns.toSorted((a, b) => b.population - a.population)
  return {
    areas: head.areas.map((area) => ({ ...area, also: [], members: [] })),
    councils: head.councils,
    council: (id) => councilsById.get(id),
    byId(id) {
      const [row] = rowsById()(id)
      return row === undefined ? undefined : town(row)
    },
    named: (key) => largestFirst(ownNames()(key).map((row) => town(row, key))),
    alsoNamed: (key) => largestFirst(otherNames()(key).map((row) => town(row))),
    seatsOf: (key) =>
      (bySeat().get(key) ?? []).map(([name = '', row]) => ({ name, town: town(Number(row)) })),
  }
}

/** `milton keynes` → `Milton Keynes`: how most names are written, so that the others alone are kept. */
export function titled(key: string): string {
  return key.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase())
}

/** A few names are looked for in the text as it is, which is quick; for many an index is made, which takes longer. */
const FEW = 40

/** Few lines are wanted of very many, `most` at most: only where each ends is noted. */
function linesOf(text: string, most: number) {
  const ends = endsOf(text, most)
  return {
    at: (row: number) => text.slice(row === 0 ? 0 : (ends[row - 1] ?? text.length) + 1, ends[row]),
    /** In which line a place in the text is. */
    rowOf(place: number): number {
      let [from, to] = [0, ends.length - 1]
      while (from < to) {
        const middle = (from + to) >> 1
        if ((ends[middle] ?? 0) < place) from = middle + 1
        else to = middle
      }
      return from
    },
  }
}

function endsOf(text: string, most: number): Uint32Array {
  const ends = new Uint32Array(most)
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends[count++] = at
  ends[count++] = text.length
  return ends.subarray(0, count)
}

/** The numbers of the lines in which a folded name stands. */
function finderIn(text: string, most: number): (key: string) => readonly number[] {
  const lower = text.toLowerCase()
  const lines = lazily(() => linesOf(lower, most))
  const index = lazily(() => indexOf(lower))
  let asked = 0
  return (key) => (++asked > FEW ? (index().get(key) ?? []) : rowsWith(lower, key, lines))
}

function rowsWith(lower: string, key: string, lines: () => ReturnType<typeof linesOf>): readonly number[] {
  const rows: number[] = []
  for (let at = lower.indexOf(key); at >= 0 && key !== ''; at = lower.indexOf(key, at + 1)) {
    if (at > 0 && !'\n|='.includes(lower.charAt(at - 1))) continue
    if (!'\n|'.includes(lower.charAt(at + key.length))) continue
    const row = lines().rowOf(at)
    if (rows.at(-1) !== row) rows.push(row)
  }
  return rows
}

function indexOf(lower: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [line, names] of lower.split('\n').entries()) {
    for (const name of names === '' ? [] : names.split('|')) {
      const key = name.slice(name.indexOf('=') + 1)
      const lines = index.get(key)
      if (!lines) index.set(key, [line])
      else if (lines.at(-1) !== line) lines.push(line)
    }
  }
  return index
}
