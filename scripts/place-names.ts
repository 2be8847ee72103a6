import { withoutUnwanted } from '../src/knowledge/file/text.ts'
import type { GeoName } from './geonames.ts'

/** Below this many people only Latin names and the country's own script are kept, to keep the list modest. */
const LARGE = 100_000

/**
 * The other names under which people may type a place: its English and ASCII forms, and its names in other languages.
 * Leaves out airport codes, links, romanisations made by machine (GeoNames has them in lower case) and whatever differs
 * from a name already kept in case, accents or punctuation only.
 */
export function alsoNames(place: GeoName): string[] {
  const scripts = place.country === 'GB' || place.population >= LARGE ? EVERY : ownScripts(place.country)
  const seen = new Set([folded(place.name)])
  return [place.ascii, ...place.alternates].map(withoutUnwanted).filter((name) => {
    if (!isName(name) || !scripts.test(name)) return false
    const key = folded(name)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const CODE = /^[A-Z]{2,5}$/
/** `No`, `Of`, `Er`: forms in some language, but words first of all. */
const TOO_SHORT = /^\p{Script=Latin}{1,2}$/u
/** Part of a name, which somebody recorded as one: North Salt Lake is not who `the north` means. */
const PART = /^(The )?(North|South|East|West|Central|Cent(er|re)|City|Bay|Port)$/
const MACHINE_MADE = /^[a-z][\x20-\x7e]*$/
const JUNK = /[\d/()[\]{}:;|"*_<>،፣、]| {2}|(?:^|\s)[-–](?:\s|$)/
const TWO_SCRIPTS = /\p{Script=Latin}.*[^\P{L}\p{Script=Latin}]|[^\P{L}\p{Script=Latin}].*\p{Script=Latin}/u

function isName(name: string): boolean {
  const shaped = /\p{L}/u.test(name) && name.length <= 40 && name === name.trim()
  return shaped && ![CODE, TOO_SHORT, PART, MACHINE_MADE, JUNK, TWO_SCRIPTS].some((wrong) => wrong.test(name))
}

/** Case, accents and punctuation away. Only the accents of Latin, Greek and Cyrillic: in Indic scripts marks are vowels. */
function folded(name: string): string {
  const bare = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  return bare.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const EVERY = /./u

/** Which scripts a country's own signs are in, beside Latin. */
const SCRIPTS: readonly (readonly [script: string, countries: string])[] = [
  ['Arabic', 'AE AF BH DZ EG EH IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TD TN YE'],
  ['Armenian', 'AM'],
  ['Bengali', 'BD IN'],
  ['Cyrillic', 'BA BG BY KG KZ ME MK MN RS RU TJ UA UZ XK'],
  ['Devanagari', 'IN NP'],
  ['Ethiopic', 'ER ET'],
  ['Georgian', 'GE'],
  ['Greek', 'CY GR'],
  ['Han', 'CN HK JP MO SG TW'],
  ['Hangul', 'KP KR'],
  ['Hebrew', 'IL PS'],
  ['Hiragana', 'JP'],
  ['Katakana', 'JP'],
  ['Khmer', 'KH'],
  ['Lao', 'LA'],
  ['Myanmar', 'MM'],
  ['Sinhala', 'LK'],
  ['Tamil', 'IN LK'],
  ['Thai', 'TH'],
]

function ownScripts(country: string): RegExp {
  const own = SCRIPTS.filter(([, countries]) => countries.includes(country)).map(([script]) => script)
  return new RegExp(['Latin', ...own].map((script) => `\\p{Script=${script}}`).join('|'), 'u')
}
