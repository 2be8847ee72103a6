import { nameTable } from '../names/name-table.ts'
import { type Stretch, slips, stretchOf } from '../names/slips.ts'
import { trigramIndex } from '../names/trigrams.ts'
import { slipsAllowedIn } from '../words/edits.ts'
import { stemOf } from './english.ts'
import type { TextIndex } from './text-index.ts'

/** A word the texts know, and how much it is to be believed beside the likeliest one, which has 1. */
type Spelled = { word: string; term: number; belief: number }

export type Spelling = {
  /** The words that a word unknown to the texts may be, likeliest first; none when nothing is near. */
  likely(word: string): readonly Spelled[]
  /** `universitycities` as the two words it is made of. */
  parted(word: string): readonly [string, string] | undefined
}

/** How many words, most alike by trigrams, are looked at letter by letter. */
const CANDIDATES = 80
const AT_MOST = 3
/** Hundredths of a slip: what ten times as many texts with the word are worth, and the same first letter. */
const TENFOLD = 14
const FIRST_LETTER = 30
/**
 * Texts with fewer words than this know so little of the language that a word they do not know is likelier a word of its
 * own than a slip: `cost` is no slip for `post`, nor `pandemic` for `tandem`, when they do not even begin alike.
 */
const WELL_READ = 5000
/** Belief falls by e for each of these hundredths of a slip. */
const DOUBT = 25

/** Corrects by the words of the texts themselves, as no dictionary knows `subnational` and `EUniverCities`. */
export function spellingOf(index: TextIndex): Spelling {
  const words = [...index.words].filter(([word]) => WORD.test(word) || CODE.test(word))
  const terms = Uint32Array.from(words, ([, term]) => term)
  const table = nameTable(words.map(([word]) => word))
  const stems = nameTable(index.stems.keys())
  const trigrams = trigramIndex(table)
  const held = (term: number) => (index.starts[term + 1] as number) - (index.starts[term] as number)
  const name: Stretch = { units: table.units, start: 0, end: 0 }
  /** By the letters of the words, or by those of their stems: `univercity` and `universities`. */
  const near = (word: string, limit: number, byStem: boolean) => {
    const typed = stretchOf(byStem ? stemOf(word) : word)
    const letters = byStem ? stems : table
    name.units = letters.units
    const [found, digits]: [Candidate[], string] = [[], digitsOf(word)]
    for (const entry of trigrams.alike(word, CANDIDATES)) {
      const term = terms[entry] as number
      const at = byStem ? term : entry
      name.start = letters.starts[at] as number
      name.end = letters.starts[at + 1] as number
      const cost = slips(typed, name, limit, false)
      if (cost > limit) continue
      const beginsAlike = table.units[table.starts[entry] as number] === word.charCodeAt(0)
      if (digitsOf(table.text(entry)) !== digits) continue
      const isRisky = word.length < 5 || (cost > 100 && words.length < WELL_READ)
      if (isRisky && !beginsAlike) continue
      const rank = cost - TENFOLD * Math.log10(held(term)) - (beginsAlike ? FIRST_LETTER : 0)
      found.push({ word: table.text(entry), term, rank })
    }
    return found
  }
  return {
    likely(word) {
      const limit = allowed(word)
      if (limit === 0) return []
      const found = near(word, limit, false)
      return believed(found.length > 0 || stemOf(word).length < 5 ? found : near(word, 100, true))
    },
    parted: (word) => parted(word, index, held),
  }
}

type Candidate = { word: string; term: number; rank: number }

/** Of all ways to part it, the one whose rarer word is the most frequent. */
function parted(
  word: string,
  { words }: TextIndex,
  held: (term: number) => number,
): readonly [string, string] | undefined {
  let best: readonly [string, string] | undefined
  let most = 0
  for (let at = 3; at <= word.length - 3; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)]
    const [first, second] = [words.get(one), words.get(other)]
    if (first === undefined || second === undefined) continue
    const least = Math.min(held(first), held(second))
    if (least > most) [best, most] = [[one, other], least]
  }
  return best
}

const WORD = /^\p{L}{4,}$/u
/** `cx3cr1`, of at least four letters; no `a61`, `1960s` nor `20mph`. With other digits it is another code, and no slip. */
const CODE = /^(?=\p{L}*\d)(?=(?:\d*\p{L}){4})[\p{L}\d]+$/u

/** In hundredths of a slip. */
function allowed(word: string): number {
  if (CODE.test(word)) return 100
  return WORD.test(word) ? 100 * slipsAllowedIn(word, 'texts') : 0
}

function digitsOf(word: string): string {
  return word.replace(/\D+/g, '')
}

/** One word for each term, and those that the likeliest does not leave far behind. */
function believed(found: Candidate[]): Spelled[] {
  found.sort((one, other) => one.rank - other.rank)
  const best = found[0]?.rank ?? 0
  const terms = new Map<number, Spelled>()
  for (const { word, term, rank } of found) {
    if (!terms.has(term)) terms.set(term, { word, term, belief: Math.exp((best - rank) / DOUBT) })
  }
  return [...terms.values()].slice(0, AT_MOST).filter(({ belief }) => belief > 0.2)
}
