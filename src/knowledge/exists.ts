import { type Fault, unwanted } from './file/text.ts'
import type { KnownPlace } from './records.ts'

/**
 * Reads `places/exists.tsv`: lines that begin with `#` (the attribution), a header, then one place a line; `also`
 * holds names parted by `|`. Tens of thousands of lines at every start, so one pass and no schema; the same text gives the
 * same list, over which others keep indexes.
 */
export function existsOf(file: string, text: string): Exists {
  if (last?.file !== file || last.text !== text) last = { file, text, read: readExists(file, text) }
  return last.read
}

type Exists = { exists: readonly KnownPlace[]; faults: readonly Fault[] }

let last: { file: string; text: string; read: Exists } | undefined

function readExists(file: string, text: string): Exists {
  const exists: KnownPlace[] = []
  const faults: Fault[] = []
  const fault = (index: number, says: string) => {
    faults.push({
      spot: { file, line: index + 1, column: 1 },
      says,
      tip: `Write ${COLUMNS}, parted by tabs.`,
    })
  }
  const rows = text.split('\n')
  const header = rows.findIndex((row) => row !== '' && !row.startsWith('#'))
  if (rows[header] !== HEADER) {
    fault(Math.max(0, header), 'this is not the line that names the columns')
    return { exists, faults }
  }
  for (let index = header + 1; index < rows.length && faults.length < MOST_FAULTS; index += 1) {
    const row = rows[index]
    if (!row) continue
    const place = placeOf(row.split('\t'))
    if (place) exists.push(place)
    else fault(index, 'this line is not a place')
  }
  return { exists, faults: [...faults, ...unwantedIn(file, text)] }
}

const HEADER = 'id\tname\tcountry\tadmin\tpopulation\talso'
const COLUMNS = HEADER.replaceAll('\t', ', ')

/** More would say the same. */
const MOST_FAULTS = 20

function placeOf(cells: readonly string[]): KnownPlace | undefined {
  const id = cells[0]
  const name = cells[1]
  const country = cells[2]
  const admin = cells[3] || undefined
  const population = Number(cells[4])
  const also = cells[5] ? cells[5].split('|') : NONE
  if (cells.length !== 6 || !id || !name || country?.length !== 2 || !(population >= 0)) return undefined
  return { id, name, country, admin, population, also }
}

const NONE: readonly string[] = []

function unwantedIn(file: string, text: string): readonly Fault[] {
  const found = unwanted(text)
  if (!found) return []
  const lines = text.slice(0, found.at).split('\n')
  const spot = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  return [{ spot, says: `an invisible character stands in this text: ${found.code}`, tip: 'Delete it.' }]
}

/** What tells which place is meant. */
export type NamedPlace = { id: string; name: string; country: string; also?: readonly string[] | undefined }

/** The places that a name, a name with a country (`Dortmund, DE`) or an id stands for: none, one, or several. */
export type PlaceLookup<P extends Partial<NamedPlace>> = (written: string | undefined) => readonly P[]

export function placeLookup<P extends Partial<NamedPlace>>(places: readonly P[]): PlaceLookup<P> {
  const byId = new Map(places.map((place) => [place.id, [place]]))
  const byName = new Map<string, P[]>()
  for (const place of places) {
    for (const name of new Set([place.name ?? [], place.also ?? []].flat().map(folded))) {
      const namesakes = byName.get(name)
      if (namesakes) namesakes.push(place)
      else byName.set(name, [place])
    }
  }
  const lookedUp = (written: string): readonly P[] => {
    const [, name = written, country] = /^(.+), *([A-Z]{2})$/.exec(written) ?? []
    const named = byName.get(folded(name)) ?? []
    return country ? named.filter((place) => place.country === country) : named
  }
  // A name stands in many entries, and each is asked for by several who read them.
  const known = new Map<string, readonly P[]>()
  return (written) => {
    if (written === undefined) return []
    const places = byId.get(written) ?? known.get(written) ?? lookedUp(written)
    known.set(written, places)
    return places
  }
}

/** `Newport, Telford and Wrekin`: a name, and the council area or county that tells it from its namesakes. */
export function nameAndCounty(written: string): { name: string; county: string } | undefined {
  const [, name, county] = /^([^,]+), *(.+)$/.exec(written) ?? []
  return name && county ? { name, county } : undefined
}

function folded(name: string): string {
  return name.toLowerCase()
}
