import type { Spot } from '../../reference/jump.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { nearestIn } from './nearest.ts'
import { normalise, rules } from './normalise.ts'
import { literal, patternOf } from './pattern.ts'
import type { PageText, Result } from './result.ts'
import { nearestTo, type Place, pageAt, printedAt, surroundings } from './spot.ts'

/** Looks for quoted words, whole words only, as a browser does when it jumps to them. `at` is the record's locator. */
export type Matcher = (quote: string, at?: string) => Result

/** The page is made ready once for all that is quoted from it. */
export function matcherOf(page: PageText): Matcher {
  const { text } = page
  const normal = normalise(text)
  const nearest = nearestIn(page, normal)
  let known: Blocks | undefined
  const blocks = () => (known ??= blocksOf(text))
  return (words, at) => {
    const quote = words.trim()
    const pattern = patternOf(normalise(quote).text)
    const places = placesOf(pattern, normal.text).map(([from, to]) => ({
      from: normal.at[from] ?? 0,
      to: normal.at[to] ?? text.length,
    }))
    const verbatim = places.filter(({ from }) => text.startsWith(quote, from))
    const place = nearestTo(at, verbatim.length > 0 ? verbatim : places, page, blocks)
    if (!place) return nearest(quote)
    const anyCase = new RegExp(pattern.source, `${pattern.flags}i`)
    const isRepeated = placesOf(anyCase, normal.text).length > 1
    const spot = spotOf(place, quote, page, isRepeated, blocks)
    if (verbatim.length > 0 || literal(quote).test(text)) return { is: 'exact', spot }
    const normalised = needed(quote, text.slice(place.from, place.to))
    return { is: 'matches after normalising', normalised, spot }
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
function needed(quote: string, passage: string): readonly string[] {
  const differs = ({ name }: { name: string }) => {
    const others = rules.filter((rule) => rule.name !== name)
    return !patternOf(normalise(quote, others).text).test(normalise(passage, others).text)
  }
  return rules.filter(differs).map(({ name }) => name)
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
