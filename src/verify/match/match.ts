import type { Spot } from '../../reference/jump.ts'
import { nearestIn } from './nearest.ts'
import {
  BORDERS,
  type Border,
  LINE_END,
  NOTE,
  type Normal,
  normalise,
  plain,
  type Rule,
  rules,
  SPACED,
} from './normalise.ts'
import type { PageText, Result } from './result.ts'
import { type Blocks, blocksOf, nearestTo, type Place, pageAt, printedAt, surroundings } from './spot.ts'

/** Looks for quoted words, whole words only, as a browser does when it jumps to them. `at` is the record's locator. */
export type Matcher = (quote: string, at?: string) => Result

/** The page is made ready once for all that is quoted from it. */
export function matcherOf(page: PageText): Matcher {
  const { text } = page
  const normal = normalise(text)
  const nearest = nearestIn(page, normal)
  const blocks = once(() => blocksOf(text))
  // With the marks of notes and the heads of pages, for who quotes those; and without borders, to name what was stitched.
  const withMarks = once(() => (MARKS.test(text) ? normalise(text, KEEPING_MARKS) : undefined))
  const joined = once(() => (BORDER.test(text) ? normalise(text, JOINING) : undefined))
  return (words, at) => {
    const quote = words.trim()
    const found =
      foundIn(normal, quote, at, page, blocks) ??
      foundWith(withMarks(), quote, at, page, blocks) ??
      inParts(normal, quote, page, blocks)
    if (found) return found
    return stitched(joined(), quote, page) ?? nearest(quote)
  }
}

const NOTES_BEHIND = new RegExp(`(?:${NOTE.from}[^${NOTE.to}]*${NOTE.to}\\s*)+$`)
const MARKS = /[\uFDD1\uFDD3]/
const BORDER = new RegExp(`[${Object.keys(BORDERS).join('')}]`)

const KEEPING_MARKS: readonly Rule[] = [
  { name: 'signs of ours', changes: [[/[\uFDD1-\uFDD4]/g, '']] },
  ...rules.filter(({ name }) => name !== 'note marks' && name !== 'running heads'),
]
const JOINING: readonly Rule[] = [{ name: 'borders', changes: [[new RegExp(BORDER, 'g'), '']] }, ...rules]

function foundWith(normal: Normal | undefined, ...rest: Rest): Result | undefined {
  return normal && foundIn(normal, ...rest, KEEPING_MARKS)
}

type Rest = [quote: string, at: string | undefined, page: PageText, blocks: () => Blocks]

function foundIn(
  normal: Normal,
  quote: string,
  at: string | undefined,
  page: PageText,
  blocks: () => Blocks,
  applied: readonly Rule[] = rules,
): Result | undefined {
  const { text } = page
  const pattern = patternOf(normalise(quote, applied).text)
  const places = placesOf(pattern, normal.text).map(([from, to]) => placeIn(normal, from, to, text))
  const verbatim = places.filter(({ from }) => text.startsWith(quote, from))
  const place = nearestTo(at, verbatim.length > 0 ? verbatim : places, page, blocks)
  if (!place) return undefined
  const anyCase = new RegExp(pattern.source, `${pattern.flags}i`)
  const isRepeated = placesOf(anyCase, normal.text).length > 1
  const spot = spotOf(place, quote, page, isRepeated, blocks)
  const passage = text.slice(place.from, place.to)
  const isExact = verbatim.length > 0 || literal(quote).test(text)
  if (isExact || (applied !== rules && literal(quote).test(plain(passage)))) return { is: 'exact', spot }
  return { is: 'matches after normalising', normalised: needed(quote, passage, applied), spot }
}

/** Where the page has it, without the mark of a note behind it. */
function placeIn({ at }: Normal, from: number, to: number, text: string): Place {
  const [start, end] = [at[from] ?? 0, at[to] ?? text.length]
  return { from: start, to: start + text.slice(start, end).replace(NOTES_BEHIND, '').length }
}

/**
 * A quotation that says itself where words are left out: `first […] last`. Its parts stand in their order, not far from
 * each other, and each has words enough to mean its place.
 */
function inParts(normal: Normal, quote: string, page: PageText, blocks: () => Blocks): Result | undefined {
  const parts = normalise(quote)
    .text.split(/[[(]?\.{3}[\])]?/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  const all = normalise(quote).text.includes('...') && parts.every((part) => part.split(' ').length > 1)
  const [first, ...others] = parts.map(patternOf)
  if (!first || !all) return undefined
  for (const [from, firstEnd] of placesOf(first, normal.text)) {
    const ends = [firstEnd]
    for (const other of others) {
      const after = ends.at(-1) ?? 0
      const [next] = placesOf(other, normal.text.slice(after, after + FAR))
      if (next) ends.push(after + next[1])
    }
    if (ends.length < parts.length) continue
    const place = placeIn(normal, from, ends.at(-1) ?? 0, page.text)
    const pageNumber = pageAt(place.from, page)
    const spot =
      pageNumber === undefined ? spotInParts(normal, parts, from, ends, page, blocks) : { page: pageNumber }
    return { is: 'matches after normalising', normalised: ['words left out'], spot }
  }
  return undefined
}

/** Characters that may be left out at once: a paragraph or two. */
const FAR = 1500

/** A browser goes from the first words to the last; where it would not know them, the page’s own are kept. */
function spotInParts(
  normal: Normal,
  parts: readonly string[],
  from: number,
  ends: readonly number[],
  page: PageText,
  blocks: () => Blocks,
): Spot {
  const [firstEnd = 0, lastEnd = 0] = [ends[0], ends.at(-1)]
  const lastFrom = normal.text.lastIndexOf(parts.at(-1) ?? '', lastEnd)
  const wanted = [
    { from, to: firstEnd, words: parts[0] ?? '' },
    ...(parts.length > 1 && lastFrom >= firstEnd
      ? [{ from: lastFrom, to: lastEnd, words: parts.at(-1) ?? '' }]
      : []),
  ]
  const printed = wanted.map(({ from, to, words }) => {
    const place = placeIn(normal, from, to, page.text)
    return printedAt(place, words, page.text, blocks()) ?? words
  })
  return { printed: printed.join(' … ') }
}

/** Words that stand one after the other, and in no one piece of the page: nobody wrote them so. */
function stitched(normal: Normal | undefined, quote: string, page: PageText): Result | undefined {
  const [found] = normal ? placesOf(patternOf(normalise(quote).text), normal.text) : []
  if (!normal || !found) return undefined
  const { from, to } = placeIn(normal, found[0], found[1], page.text)
  const passage = page.text.slice(from, to)
  const [border] = BORDER.exec(passage) ?? []
  const pageNumber = pageAt(from, page)
  return {
    is: 'changed',
    passage: plain(passage).replace(/\s+/g, ' ').trim(),
    differences: [`it is put together from ${BORDERS[border as Border] ?? 'several pieces'}`],
    ...(pageNumber !== undefined && { page: pageNumber }),
  }
}

function spotOf(
  place: Place,
  quote: string,
  page: PageText,
  isRepeated: boolean,
  blocks: () => Blocks,
): Spot {
  const pageNumber = pageAt(place.from, page)
  if (pageNumber !== undefined) return { page: pageNumber }
  const printed = printedAt(place, quote, page.text, blocks())
  return {
    ...(printed && { printed }),
    ...(isRepeated && surroundings(place, page.text, blocks())),
  }
}

/** The rules without which the two would differ. */
function needed(quote: string, passage: string, applied: readonly Rule[]): readonly string[] {
  const differs = ({ name }: { name: string }) => {
    const others = applied.filter((rule) => rule.name !== name)
    return !patternOf(normalise(quote, others).text).test(normalise(passage, others).text)
  }
  return rules.filter(differs).map(({ name }) => name)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Finds words in their normal form. A hyphen at the end of a line may be the word's or the line's: either is right. */
function patternOf(normal: string): RegExp {
  const letters = [...normal.trim()].map((letter) =>
    letter === '-' ? `(?:-|${LINE_END})` : RegExp.escape(letter),
  )
  return wholeWords(letters.join(`${LINE_END}?`), normal.trim())
}

/** Finds the very words. */
function literal(words: string): RegExp {
  return wholeWords(RegExp.escape(words), words)
}

function wholeWords(pattern: string, words: string): RegExp {
  const edge = new RegExp(`^${SPACED}`, 'v')
  const [first = '', last = ''] = [[...words].at(0), [...words].at(-1)]
  return new RegExp(
    `${edge.test(first) ? `(?<!${SPACED})` : ''}${pattern}${edge.test(last) ? `(?!${SPACED})` : ''}`,
    'gv',
  )
}

/** Not more than the first thousand: a page made of one word has a million. */
function placesOf(pattern: RegExp, text: string): readonly (readonly [from: number, to: number])[] {
  const places: [number, number][] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    places.push([index, index + found.length])
    if (places.length === 1000) break
  }
  return places
}
