import type { Area, Place } from '../knowledge/records.ts'
import { fold } from '../search/words/fold.ts'
import { codesOf } from './countries.ts'

/** Folded names: its own, and the others people use. */
export type Names = { own: readonly string[]; also: readonly string[] }

/**
 * A bracket only tells namesakes apart, so `Newcastle (NSW)` is also called `Newcastle`; `City of York` is `York`; and
 * where there is no `ü` on the keyboard, `Lüdenscheid` is `Luedenscheid`.
 */
export function placeNames(place: Place): Names {
  const named = variants(place.name)
  const others = place.also.map(withAndWithoutOffice)
  // `City of York` is no other name of York.
  const offices = others.filter(({ without }) => without.some((key) => named.includes(key)))
  const own = [...named, ...offices.flatMap(({ whole }) => whole)]
  const also = [withAndWithoutOffice(withoutBracket(place.name)), ...others].flatMap(({ whole, without }) =>
    whole === without ? whole : [...whole, ...without],
  )
  return { own, also: [...also, ...withCodes(place.name)].filter((name) => !own.includes(name)) }
}

/** Of most names both are the same, and those are many: they are folded once. */
function withAndWithoutOffice(name: string) {
  const whole = variants(name)
  const short = withoutOffice(name)
  return { whole, without: short === name ? whole : variants(short) }
}

/** `Durham NC` of Durham (North Carolina). */
function withCodes(name: string): readonly string[] {
  const state = /\(([^)]*)\)/.exec(name)?.[1]
  return state === undefined
    ? []
    : codesOf(state).flatMap((code) => variants(`${withoutBracket(name)} ${code}`))
}

export function areaNames(area: Area): Names {
  const kind = area.kind === 'informal region' ? [] : variants(`${area.name} ${area.kind}`)
  return {
    own: variants(area.name),
    also: [...otherNames(area), ...kind, ...variants(withoutOffice(area.name))],
  }
}

/** Those that are written down. */
export function otherNames({ also }: Area): readonly string[] {
  return also.flatMap(variants)
}

function variants(name: string): string[] {
  const spelled = ASCII.test(name) ? name : withUmlautsSpelled(name)
  const folded = [fold(name), ...(spelled === name ? [] : [fold(spelled)])]
  return folded.filter((key) => key.length > 0)
}

const ASCII = /^[\x20-\x7e]*$/

function withUmlautsSpelled(name: string): string {
  return name.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`)
}

function withoutBracket(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '')
}

export function withoutOffice(name: string): string {
  return name
    .replace(
      /^(the )?((royal|metropolitan|london) )*(city|borough|county borough|county|district) (and .+ )?of /i,
      '',
    )
    .replace(/( (city|metropolitan|borough|district|county|county borough))* council$/i, '')
    .replace(/( mayoral)?( county)? combined authority$/i, '')
}

/** What is found under the key; or, where nothing is, under it with its short words written out: `n ireland`, `gt yarmouth`. */
export function writtenOut<T>(key: string, lookUp: (key: string) => readonly T[]): readonly T[] {
  const found = lookUp(key)
  if (found.length > 0 || !SHORT_WORD.test(key)) return found
  const all = outOfShort(key.split(' ')).map(lookUp)
  return all.find((some) => some.length > 0) ?? found
}

const SHORT_WORDS: Readonly<Record<string, readonly string[]>> = {
  n: ['north', 'northern'],
  e: ['east', 'eastern'],
  s: ['south', 'southern'],
  w: ['west', 'western'],
  ne: ['north east'],
  nw: ['north west'],
  se: ['south east'],
  sw: ['south west'],
  gt: ['great', 'greater'],
  gtr: ['greater'],
  co: ['county'],
}
/** As the first of several. */
const SHORT_WORD = new RegExp(`^(${Object.keys(SHORT_WORDS).join('|')}) `)

function outOfShort([first = '', ...rest]: readonly string[]): readonly string[] {
  return (SHORT_WORDS[first] ?? []).map((word) => [word, ...rest].join(' '))
}
