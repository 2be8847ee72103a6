import {
  type Best,
  bestOf,
  type Named,
  type NameEntries,
  nameEntries,
  offer,
  offerCalled,
} from './name-entries.ts'
import { type Stretch, slips, slipsByWord, standIn, stretchOf, wordStretches } from './slips.ts'
import { type Trigrams, trigramIndex } from './trigrams.ts'

/** A record by its number; `likeness` is 1 for the very name and 0 for nothing in common. */
export type Like = { record: number; name: string; likeness: number }

export type Names = {
  /** Names, not records. */
  count: number
  /**
   * Records that bear a name like `typed`, or like any of several ways to read it, folded; best first, at most `k`. `limit`:
   * beyond so many hundredths of a slip nothing is looked for, which is the quicker the less it is.
   */
  like(typed: string | readonly string[], k: number, limit?: number): Like[]
  /** Whether any record bears exactly this name, folded. */
  has(name: string): boolean
}

/** How many names, most alike by trigrams, are looked at letter by letter. */
const CANDIDATES = 300
/** Beyond so many hundredths of a slip for each letter typed nothing is alike. */
const HOPELESS = 60
/**
 * A word of a long name is very unlike the name and yet stands in it: that is half alike, too little for an answer. It comes
 * before names that a slip leads to, save the likeliest, of which a short word may be one by chance: what that costs, in
 * hundredths of a slip. Four letters are likelier a whole word (`park`, `juan`) than a name broken off, which so many names
 * would be. Measured on words of names of real places (`bench/`).
 */
const HALF_ALIKE = 50
const PLAINLY = { four: 50, five: 70, longer: 60 }
/** Below this likeness it is worth looking again, and harder. */
const POOR = 0.8
/** Of a question; names are shorter. */
const MOST_WORDS = 12

export function nameIndex(named: Named): Names {
  const entries = nameEntries(named)
  const trigrams = trigramIndex(entries.table)
  return {
    count: entries.table.count,
    has: (name) => entries.table.find(name) >= 0,
    like(typed, k, limit = Number.POSITIVE_INFINITY) {
      const best = bestOf(k)
      for (const key of [typed].flat())
        look(key, Math.min(limit, HOPELESS * key.length), best, entries, trigrams)
      return best.found.map(({ record, entry, likeness }) => ({
        record,
        name: entries.table.text(entry),
        likeness,
      }))
    },
  }
}

/** What was typed, whole and by its words. */
type Typed = { whole: Stretch; words: readonly Stretch[]; letters: number }

/** First who is called so, then what is called so among the words, then what is alike. */
function look(key: string, limit: number, best: Best, entries: NameEntries, trigrams: Trigrams): void {
  const whole = stretchOf(key)
  const typed = { whole, words: wordStretches(whole), letters: key.length }
  offerCalled(entries, best, key, 0, typed.letters)
  for (const phrase of typed.words.length > 1 ? phrasesOf(key) : []) {
    const cost = slipsByWord(typed.words, wordStretches(stretchOf(phrase)), 10 * HOPELESS * typed.letters)
    offerCalled(entries, best, phrase, cost, typed.letters)
  }
  offerAlike(trigrams.alike(key, CANDIDATES), typed, limit, best, entries)
  if ((best.found[0]?.likeness ?? 0) < POOR) {
    offerAlike(trigrams.alikeAtAll(key, CANDIDATES), typed, limit, best, entries)
  }
}

/** A name may stand among words that are none: `hotels in new york cheap`. Longest first. */
function* phrasesOf(typed: string): Generator<string> {
  const words = typed.split(' ').slice(0, MOST_WORDS)
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) yield words.slice(from, from + length).join(' ')
  }
}

function offerAlike(
  candidates: Uint32Array,
  typed: Typed,
  most: number,
  best: Best,
  entries: NameEntries,
): void {
  const { units, starts } = entries.table
  const name: Stretch = { units, start: 0, end: 0 }
  for (let at = 0; at < candidates.length; at++) {
    const entry = candidates[at] as number
    name.start = starts[entry] as number
    name.end = starts[entry + 1] as number
    const limit = Math.min(most, best.worst() + 10)
    const cost = leastSlips(typed, name, limit)
    if (cost > 100 && standIn(typed.words, wordStretches(name))) {
      const half = HALF_ALIKE * (typed.letters + 2)
      offer(
        entries,
        best,
        entry,
        cost <= limit ? Math.min(cost, half) : half,
        typed.letters,
        Math.min(cost, plainly(typed.letters)),
      )
    } else if (cost <= limit && cost > 0) offer(entries, best, entry, cost, typed.letters)
  }
}

function plainly(letters: number): number {
  if (letters < 5) return PLAINLY.four
  return letters === 5 ? PLAINLY.five : PLAINLY.longer
}

function leastSlips({ whole, words }: Typed, name: Stretch, limit: number): number {
  const cost = slips(whole, name, limit)
  if (cost <= 100) return cost
  const own = wordStretches(name)
  return words.length === 1 && own.length === 1 ? cost : Math.min(cost, slipsByWord(words, own, limit))
}
