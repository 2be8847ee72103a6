import { countryName } from '../../answer/in-words.ts'
import { nearest, shown } from '../../knowledge/file/nearest.ts'
import type { Place } from '../../knowledge/records.ts'
import { countriesAnywhere, englishCountries } from '../../places/countries.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'

/** `Boston, Lincolnshire`, `Boston (Lincolnshire)` → the name, and what stands behind it. */
export function parted(written: string): { name: string; where?: string } {
  const [, name = written, comma, brackets] = PARTED.exec(written.trim()) ?? []
  const where = comma ?? brackets
  return where === undefined ? { name } : { name, where }
}

const PARTED = /^(.+?)(?:, *([^,]+)| +\(([^()]+)\))$/

/** `Heidenheim an der Brenz, Germany (2907851)`, as places are offered: the id behind the name tells which. */
export function idBehind(written: string): string | undefined {
  return /\(([EWSN]\d{8}|[1-9]\d{3,8}|x-[a-z0-9-]+)\)\s*$/.exec(written)?.[1]
}

const countries = lazily(englishCountries)

/** `FR`, `fr`, `France`. */
export function codeOf(country: string): string | undefined {
  const code = country.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && countryName(code) !== code) return code === 'UK' ? 'GB' : code
  return countries().get(fold(country))
}

const foreign = lazily(countriesAnywhere)

/** `Polen`, `Suomi`: what is said to be a country may be named in any language; a county of the UK may be called like one (Norfolk). */
export function countryNamed(country: string): string | undefined {
  return codeOf(country) ?? foreign().get(fold(country))
}

/** What to do about a name that is no country’s. */
export function noCountry(written: string): { why: string; tip: string } {
  const code = countries().get(nearest(fold(written), countries().keys()) ?? '')
  const near = code ? `Did you mean ${countryName(code)}? Else write` : 'Write'
  return {
    why: `“${shown(written)}” is no country we know`,
    tip: `${near} its name, or its two letters, like FR.`,
  }
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
