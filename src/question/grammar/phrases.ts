import type { PartOfTheWorld } from '../../places/countries.ts'
import { keptFor } from '../../search/lazily.ts'
import { type Word, wordsOf } from '../../search/words/fold.ts'

/**
 * A phrase as people say it, and what it means. Words with a space between; `in|from` is either, `the?` may be missing;
 * `#year` is a year, `#decade` the 1950s, `#ago` the year so many years ago, `#nth` a number in a row, `#count` a number either
 * way, `#relative` the year of `next year`, `#month` the number of a month by its name; what these were is handed to `means`. `#end`: no
 * word follows.
 */
export type Phrase<T> = readonly [says: string, means: T | ((...years: number[]) => T)]

/** A phrase in a question. `from` and `to`: which words it takes. */
export type Found<T> = { means: T; from: number; to: number }

/** The phrases of a question from left to right, the longest where several begin; none takes a word of another. */
export function phrasesIn<T>(
  words: readonly Word[],
  phrases: readonly Compiled<T>[],
  thisYear = 0,
): readonly Found<T>[] {
  const found: Found<T>[] = []
  for (let at = 0; at < words.length; ) {
    const first = words[at]?.text ?? ''
    const longest = beginning(phrases, first)
      .map((phrase) => ({ phrase, ...matched(phrase.slots, words, at, thisYear) }))
      .filter(({ to }) => to > at)
      .reduce<LongestOf<T>>((best, one) => (!best || one.to > best.to ? one : best), undefined)
    if (longest) found.push({ means: longest.phrase.means(...longest.years), from: at, to: longest.to })
    at = longest?.to ?? at + 1
  }
  return found
}

function beginning<T>(phrases: readonly Compiled<T>[], first: string): readonly Compiled<T>[] {
  const { byWord, others } = byFirstWord(phrases)
  return byWord.get(first) ?? others
}

/** Most words begin no phrase: only those that could be anything, such as a year, are tried there. In the order of the phrases. */
const byFirstWord = keptFor(<T>(phrases: readonly Compiled<T>[]) => {
  const words = new Set(phrases.flatMap(({ begins }) => [...(begins ?? [])]))
  const beginningWith = (word?: string) =>
    phrases.filter(({ begins }) => !begins || (word !== undefined && begins.has(word)))
  return { byWord: new Map([...words].map((word) => [word, beginningWith(word)])), others: beginningWith() }
})

type LongestOf<T> = { phrase: Compiled<T>; to: number; years: number[] } | undefined

/** `begins`: the words that it can begin with, where they can be listed. */
export type Compiled<T> = {
  slots: readonly Slot[]
  begins?: ReadonlySet<string>
  means: (...years: number[]) => T
}
type Slots = 'words' | 'year' | 'decade' | 'ago' | 'nth' | 'count' | 'relative' | 'month' | 'end'
type Slot = { words: ReadonlySet<string>; is: Slots; optional: boolean }

/** Any of the months. */
const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december'

/** Continents and groups of countries as people call them. */
export const PARTS_OF_THE_WORLD: readonly (readonly [says: string, parts: readonly PartOfTheWorld[]])[] = [
  ['africa|african', ['AF']],
  ['asia|asian', ['AS']],
  ['europe|european', ['EU']],
  ['north america|american', ['NA']],
  ['south america|american', ['SA']],
  ['latin america|american', ['Latin America']],
  ['central america|american', ['Central America']],
  ['the? caribbean countries|islands?', ['the Caribbean']],
  ['west indies|indian', ['the Caribbean']],
  ['the? middle east|eastern', ['the Middle East']],
  ['east|eastern asia|asian', ['East Asia']],
  ['the? far east|eastern', ['East Asia']],
  ['south|southern asia|asian', ['South Asia']],
  ['south|southeast|southeastern east|eastern? asia|asian', ['South-East Asia']],
  ['central asia|asian', ['Central Asia']],
  ['east|eastern europe|european', ['Eastern Europe']],
  ['west|western europe|european', ['Western Europe']],
  ['south|southern europe|european', ['Southern Europe']],
  ['north|northern africa|african', ['North Africa']],
  ['west|western africa|african', ['West Africa']],
  ['east|eastern africa|african', ['East Africa']],
  ['southern africa|african', ['Southern Africa']],
  ['the eu', ['the European Union']],
  ['the? eu country|countries|members|states', ['the European Union']],
  ['the? eu member country|countries|states', ['the European Union']],
  ['the european union', ['the European Union']],
  ['the americas', ['NA', 'SA']],
  ['oceania|australasia|oceanian', ['OC']],
  ['in|with|to|from the states', ['the States']],
  ['scandinavia|scandinavian', ['Scandinavia']],
  ['the? nordic|nordics countries?', ['the Nordic countries']],
  ['the? benelux countries?', ['Benelux']],
  ['the? baltic|baltics', ['the Baltic states']],
  ['the? baltic states|countries|republics', ['the Baltic states']],
  ['the? balkan|balkans', ['the Balkans']],
  ['the? balkan states|countries', ['the Balkans']],
  ['the? commonwealth countries|nations?', ['the Commonwealth']],
]

export function compiled<T>(phrases: readonly Phrase<T>[]): readonly Compiled<T>[] {
  return phrases.map(([says, means]) => {
    const slots = says.split(' ').map(slotOf)
    const first = slots.slice(0, 1 + slots.findIndex(({ optional }) => !optional))
    return {
      slots,
      ...(first.length > 0 &&
        first.every(({ words }) => words.size > 0) && {
          begins: new Set(first.flatMap(({ words }) => [...words])),
        }),
      means: typeof means === 'function' ? (means as (...years: number[]) => T) : () => means,
    }
  })
}

/** All words that stand in them. */
export function wordsOfPhrases(phrases: readonly Compiled<unknown>[]): readonly string[] {
  const slots = phrases.flatMap(({ slots }) => slots)
  return slots.flatMap(({ words }) => [...words])
}

function slotOf(says: string): Slot {
  const optional = says.endsWith('?')
  const word = optional ? says.slice(0, -1) : says
  const is = SLOTS[word] ?? 'words'
  return { words: new Set(is === 'words' ? word.split('|') : is === 'month' ? MONTHS : []), is, optional }
}

const SLOTS: Readonly<Record<string, Slots>> = {
  '#year': 'year',
  '#decade': 'decade',
  '#ago': 'ago',
  '#nth': 'nth',
  '#count': 'count',
  '#relative': 'relative',
  '#month': 'month',
  '#end': 'end',
}

const MONTHS = MONTH.split('|')

/** Where the phrase ends that begins at `at`; `at` itself where it does not. */
function matched(
  slots: readonly Slot[],
  words: readonly Word[],
  at: number,
  thisYear: number,
): { to: number; years: number[] } {
  const years: number[] = []
  let to = at
  for (const slot of slots) {
    const word = words[to]?.text
    if (slot.is === 'end' && word === undefined) continue
    const year =
      word === undefined || slot.is === 'words' || slot.is === 'end'
        ? undefined
        : yearIn(word, slot.is, thisYear)
    if (year !== undefined) years.push(year)
    if (year !== undefined || (word !== undefined && slot.words.has(word))) to++
    else if (!slot.optional) return { to: at, years: [] }
  }
  return { to, years }
}

const DECADES: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}

/** As people write them out; others are rather written in digits. */
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
}

const RELATIVE: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

function yearIn(word: string, is: Exclude<Slots, 'words' | 'end'>, thisYear: number): number | undefined {
  if (is === 'nth') return /^\d{1,3}(st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) : undefined
  if (is === 'ago') {
    const years = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS[word]
    return years === undefined ? undefined : thisYear - years
  }
  if (is === 'count') return /^\d{1,3}(st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : NUMBERS[word]
  if (is === 'relative') {
    const years = RELATIVE[word]
    return years === undefined ? undefined : thisYear + years
  }
  if (is === 'month') return MONTHS.includes(word) ? MONTHS.indexOf(word) + 1 : undefined
  if (is === 'year') return /^(1[89]|20)\d\d$/.test(word) ? Number(word) : undefined
  const [, whole, short] = /^(?:((?:1[89]|20)\d0)|(\d0))s$/.exec(word) ?? []
  if (whole) return Number(whole)
  // Of towns, the 20s and the 10s are rather this century's.
  return short ? Number(short) + (Number(short) < 30 ? 2000 : 1900) : DECADES[word]
}

/** The text with these words taken out, what stands around them left as it was. */
export function without(text: string, taken: ReadonlySet<number>): string {
  let [left, from] = ['', 0]
  wordsOf(text).forEach(({ start, end }, at) => {
    if (!taken.has(at)) return
    left += text.slice(from, start)
    from = end
  })
  return (left + text.slice(from)).replace(/\s+/g, ' ').trim()
}

/** First of all, or behind a sign: `Wakefield – is it still twinned with Belgorod?` */
export function beginsClause(words: readonly Word[], at: number, text: string): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return !before || /[,;:!?]|\.\s|\s[–—-]\s/.test(text.slice(before.end, word?.start))
}
