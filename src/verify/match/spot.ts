import type { Spot } from '../../reference/jump.ts'
import { cslLocator } from '../../reference/locator.ts'
import { LINE_END, NOTE, normalise, plain, rules } from './normalise.ts'
import type { PageText } from './result.ts'

/** Where the quoted words stand in the text of the page. */
export type Place = { from: number; to: number }

/** Of several places the one nearest to the locator, `paragraph 6` or `p. 12`; the first where it does not tell. */
export function nearestTo(
  at: string | undefined,
  places: readonly Place[],
  page: PageText,
  blocks: () => Blocks,
): Place | undefined {
  const { label, locator = '' } = cslLocator(at ?? '') ?? {}
  const wanted = Number.parseInt(locator, 10)
  const isPage = label === 'page' && page.pageStarts !== undefined
  if (places.length < 2 || Number.isNaN(wanted) || !(isPage || label === 'paragraph')) return places[0]
  const distance = ({ from }: Place) =>
    Math.abs((isPage ? (pageAt(from, page) ?? 0) : blocks().paragraphAt(from)) - wanted)
  return places.reduce((best, place) => (distance(place) < distance(best) ? place : best))
}

/** Of a PDF, counted from 1. */
export function pageAt(place: number, { pageStarts }: PageText): number | undefined {
  return pageStarts?.filter((start) => start <= place).length
}

/**
 * The page's own words, where a browser would not take the quotation's for them: it knows no other dashes. Words in two
 * blocks are given as `first … last`, because no browser finds words across a border.
 */
export function printedAt(
  { from, to }: Place,
  quote: string,
  text: string,
  blocks: Blocks,
): string | undefined {
  const [first, last] = [blocks.around(from), blocks.around(to - 1)]
  const own =
    first.from === last.from
      ? shownWords(text.slice(from, to))
      : `${shownWords(text.slice(from, first.to))} … ${shownWords(text.slice(last.from, to))}`
  return own === shownWords(quote) || own.includes(LINE_END) ? undefined : own
}

/** A few words of the same block on each side: browsers jump to the first occurrence, and these tell ours. */
export function surroundings(
  { from, to }: Place,
  text: string,
  blocks: Blocks,
): Pick<Spot, 'before' | 'after'> {
  const [start, end] = [blocks.around(from).from, blocks.around(to - 1).to]
  const before = wordsIn(text.slice(Math.max(start, from - NEAR), from), from - NEAR > start ? 1 : 0)
  const after = wordsIn(text.slice(to, Math.min(end, to + NEAR)), 0)
  return {
    ...(before.length > 0 && { before: before.slice(-CONTEXT).join('').trim() }),
    ...(after.length > 0 && { after: after.slice(0, CONTEXT).join('').trim() }),
  }
}

/** Words on each side: enough to be the only such place on all but the most repetitive page. */
const CONTEXT = 4
/** Characters in which they are looked for. */
const NEAR = 200

/** Each word with the signs up to the next one; those before the first one stand alone. The cut-off first ones are left out. */
function wordsIn(part: string, cut: number): readonly string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(shownWords(part)))
    if (isWordLike || words.length === 0) words.push(segment)
    else words[words.length - 1] += segment
  return words.slice(cut).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** It knows where words end in scripts that write no spaces. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** As a browser shows them: without what Markdown, lines and soft hyphens add. Marks and dashes stay the page's own. */
function shownWords(text: string): string {
  return normalise(plain(text), SHOWN).text.trim()
}

const SHOWN = rules.filter(({ name }) =>
  ['Markdown links', 'line-end hyphens', 'soft hyphens', 'spaces'].includes(name),
)

/** The blocks of a text: paragraphs, headings, items, cells. A browser finds no words across their borders. */
export type Blocks = {
  /** From where to where the block at this place goes. */
  around(place: number): { from: number; to: number }
  /** How many blocks that end like a sentence there are up to this place. */
  paragraphAt(place: number): number
}

/** Blocks are parted by empty lines where there are any, as in Markdown; otherwise every line is one. */
export function blocksOf(text: string): Blocks {
  const border = /\n[ \t]*\r?\n/.test(text) ? /\n[ \t]*\r?\n\s*/g : /\n/g
  const starts = [0]
  const ends: number[] = []
  for (const { 0: found, index } of text.matchAll(border)) {
    ends.push(index)
    starts.push(index + found.length)
  }
  ends.push(text.length)
  const indexAt = (place: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    around: (place) => ({ from: starts[indexAt(place)] ?? 0, to: ends[indexAt(place)] ?? text.length }),
    paragraphAt(place) {
      const upTo = indexAt(place)
      let many = 0
      for (let i = 0; i <= upTo; i++)
        if (SENTENCE.test(text.slice((ends[i] ?? 0) - 12, ends[i]).replace(MARK, ''))) many++
      return many
    },
  }
}

const SENTENCE = /[.!?…。！？]["'’”»)\]\s]*$/u

/** Of a note, behind the full stop. */
const MARK = new RegExp(`${NOTE.from}.*${NOTE.to}`, 'g')
