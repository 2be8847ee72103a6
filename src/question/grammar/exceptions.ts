import type { LinkFilter } from '../../library/link-filter.ts'
import { atHome, type Locality } from '../../places/locality.ts'
import { LINK_WORDS, ORDER_WORDS } from '../../search/words/fillers.ts'
import type { Word } from '../../search/words/fold.ts'
import { filterOf, type Meaning } from './filters.ts'
import { goesOn, JOINS, together } from './joined-filters.ts'
import type { Found } from './phrases.ts'

/** What a name means, if it means one place. */
export type OneName = { localityOf: (name: string) => Locality | undefined }

/**
 * `outside Germany and France`, `not ended or suspended`, `non-European`: what stands behind such words is left out, be it names
 * or what phrases narrow the links to, and whatever is joined to it.
 */
export function withExceptions(
  words: readonly Word[],
  text: string,
  found: readonly Found<Meaning>[],
  { localityOf }: OneName,
): readonly Found<Meaning>[] {
  const read: Found<Meaning>[] = []
  for (let at = 0; at < found.length; at++) {
    const phrase = found[at] as Found<Meaning>
    if (!isException(phrase, 'except', 'not')) {
      read.push(phrase)
      continue
    }
    const phrases = phrasesBehind(phrase, found.slice(at + 1))
    const last = phrases.at(-1)
    if (last) read.push(narrowed(leftOut(phrases), phrase.from, last.to))
    else if (isException(phrase, 'except') || isRelative(words[phrase.from - 1]))
      read.push(...namesBehind(phrase, found[at + 1]?.from ?? words.length))
    at += phrases.length
  }
  return read

  /** `Not formally ended`: but for words that say nothing it stands right behind. */
  function phrasesBehind({ to }: Found<Meaning>, next: readonly Found<Meaning>[]): readonly Found<Meaning>[] {
    const [first] = next
    if (!first || !filterOf(first) || !words.slice(to, first.from).every(({ text }) => BETWEEN.has(text)))
      return []
    const end = next.findIndex((one, at) => {
      const before = next[at - 1]
      return before !== undefined && !goesOn(before, one, words)
    })
    return end < 0 ? next : next.slice(0, end)
  }

  function leftOut(phrases: readonly Found<Meaning>[]): LinkFilter {
    const continents = phrases.flatMap((one) => filterOf(one)?.continents ?? [])
    const others = phrases.filter((one) => !filterOf(one)?.continents)
    return {
      ...(continents.length > 0 && { outsideContinents: continents }),
      ...(others.length > 0 && { unless: apart(others).map((some) => together(some, words)) }),
    }
  }

  function namesBehind({ from, to }: Found<Meaning>, upTo: number): readonly Found<Meaning>[] {
    const outside: Locality[] = []
    let end = to
    // `Except in Germany`, `except those with France`
    const start = words.findIndex(({ text }, at) => at >= to && !BETWEEN.has(text))
    for (let at = start < 0 ? upTo : start; at < upTo; at = end + 1) {
      const name = longestName(at, upTo)
      // `Outside Germany and Leeds`: what lies at home is not joined to it.
      if (!name || (outside.length > 0 && atHome(name.locality))) break
      outside.push(name.locality)
      end = name.to
      if (!JOINS.has(words[end]?.text ?? '')) break
    }
    return outside.length > 0 ? [narrowed({ outside }, from, end)] : []
  }

  function longestName(from: number, upTo: number): { locality: Locality; to: number } | undefined {
    for (let to = upTo; to > from; to--) {
      const locality = localityOf(text.slice(words[from]?.start, words[to - 1]?.end))
      if (locality) return { locality, to }
    }
    return undefined
  }
}

/** `Twins that aren’t German`; but `aren’t Leeds and Lille twinned` leaves nothing out. */
function isRelative(word: Word | undefined): boolean {
  return word !== undefined && ['that', 'which', 'who', 'ones'].includes(word.text)
}

const BETWEEN: ReadonlySet<string> = new Set(
  'the a an any in with from of been be being yet formally officially those that which are were ones'.split(
    ' ',
  ),
)

/** `Ended since 2022` is left out as one, `ended or suspended` each. */
function apart(phrases: readonly Found<Meaning>[]): readonly (readonly Found<Meaning>[])[] {
  const groups: Found<Meaning>[][] = []
  for (const phrase of phrases) {
    const group = groups.at(-1)
    if (group?.at(-1)?.to === phrase.from) group.push(phrase)
    else groups.push([phrase])
  }
  return groups
}

function isException({ means }: Found<Meaning>, ...how: readonly string[]): boolean {
  return 'filter' in means && 'is' in means.filter && how.includes(means.filter.is)
}

function narrowed(filter: LinkFilter, from: number, to: number): Found<Meaning> {
  return { means: { filter: { filter } }, from, to }
}

/** Those that are no part of a name: `Sister Bay` is no kind of link; but South East Asia is not in the South East. */
export function outsideNames<T>(
  found: readonly Found<T>[],
  words: readonly Word[],
  text: string,
  longNames: readonly ReadonlySet<number>[],
): readonly Found<T>[] {
  const isInName = ({ from, to }: Found<T>, name: ReadonlySet<number>) => {
    const shared = [...name].filter((at) => from <= at && at < to)
    return shared.length > 0 && (shared.length < name.size || to - from <= name.size)
  }
  return found.filter(
    (one) => !longNames.some((name) => isInName(one, name)) && !beginsTownsName(one, words, text),
  )
}

/** `Drop City twin towns`: who writes a word for a town with a capital, and `twin towns` small, writes a name. */
function beginsTownsName({ from, to }: Found<unknown>, words: readonly Word[], text: string): boolean {
  const isCapital = (word?: Word) =>
    word !== undefined && /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end))
  const isSmall = words.some((word) => LINK_WORDS.has(word.text) && !isCapital(word))
  const next = words[to]
  const isOrder = ORDER_WORDS.has(words[from]?.text ?? '')
  return isSmall && !isOrder && isCapital(words[from]) && isCapital(next) && TOWNS.has(next?.text ?? '')
}

const TOWNS: ReadonlySet<string> = new Set('borough city county district town township'.split(' '))
