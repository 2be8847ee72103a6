import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fold } from '../src/search/words/fold.ts'
import { adminNamer, readGeoNames } from './geonames.ts'

/**
 * `node scripts/regions-abroad.ts` writes into `knowledge/places/regions-abroad.yml` which of the partner places lie in each region, as
 * GeoNames has it; run it after adding one. What GeoNames does not know stays as somebody wrote it.
 */
const PLACES = new URL('../knowledge/places/', import.meta.url)
const FILE = new URL('regions-abroad.yml', PLACES)

type Region = { name: string; country: string; also?: string[]; members: string[] }

export function regionsAbroad(): string {
  const adminOf = adminNamer()
  const towns = new Map(readGeoNames().map((place) => [place.id, place]))
  const twins = ['twins.yml', 'twins-2.yml'].flatMap(
    (file): { id: string | number }[] => parse(readFileSync(new URL(file, PLACES), 'utf8')).places,
  )
  const held = new Set(twins.map(({ id }) => String(id)))
  const text = readFileSync(FILE, 'utf8')
  const { areas } = parse(text) as { areas: Region[] }
  const lists = areas.map(({ name, country, also = [], members }) => {
    const names = new Set([name, ...also].map(fold))
    const isIn = (id: string) => {
      const town = towns.get(id)
      return town?.country === country && names.has(fold(adminOf(town) ?? ''))
    }
    const byHand = members.map(String).filter((id) => held.has(id) && !towns.has(id))
    return [...byHand, ...[...held].filter(isIn)].sort()
  })
  let at = 0
  return text.replaceAll(MEMBERS, () => wrapped(lists[at++] ?? []))
}

const MEMBERS = /^ {4}members: \[[^\]]*\]/gm
const WIDTH = 120

function wrapped(ids: readonly string[]): string {
  const lines = ['    members: [']
  for (const [at, id] of ids.entries()) {
    const one = `${id}${at < ids.length - 1 ? ',' : ']'}`
    const last = lines.at(-1) ?? ''
    const space = last.endsWith('[') ? '' : ' '
    if (last.length + space.length + one.length > WIDTH) lines.push(`      ${one}`)
    else lines[lines.length - 1] = last + space + one
  }
  return ids.length === 0 ? '    members: []' : lines.join('\n')
}

if (import.meta.main) writeFileSync(FILE, regionsAbroad())
