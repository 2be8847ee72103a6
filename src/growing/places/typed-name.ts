import { countryName } from '../../answer/in-words.ts'
import type { Place } from '../../knowledge/records.ts'
import { englishCountries } from '../../places/countries.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'

/** `Boston, Lincolnshire`, `Boston (Lincolnshire)` → the name, and what stands behind it. */
export function parted(written: string): { name: string; where?: string } {
  const [, name = written, comma, brackets] = PARTED.exec(written.trim()) ?? []
  const where = comma ?? brackets
  return where === undefined ? { name } : { name, where }
}

const PARTED = /^(.+?)(?:, *([^,]+)| +\(([^()]+)\))$/

const countries = lazily(englishCountries)

/** `FR`, `fr`, `France`. */
export function codeOf(country: string): string | undefined {
  const code = country.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && countryName(code) !== code) return code === 'UK' ? 'GB' : code
  return countries().get(fold(country))
}

/** `Kreis Unna` → `x-kreis-unna`. */
export function districtId(name: string): string {
  return `x-${fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}`
}

export function isIn(where: string): (place: Pick<Place, 'country'>) => boolean {
  const code = codeOf(where)
  return ({ country }) => country === code
}
