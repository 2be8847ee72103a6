import Fuse from 'fuse.js'
import { type Like, nameIndex } from './names/names.ts'
import type { Answering, Match, SearchRecord, SearchResult, Span, Strength } from './record.ts'
import { edits, slipsAllowedIn } from './words/edits.ts'
import { FILLERS } from './words/fillers.ts'
import { fold, placesOf } from './words/fold.ts'

/**
 * Sure from this likeness on, when nothing else comes within the lead of it; offered from that one on. The more names
 * there are, the more of them are like anything: among thousands, six letters of nonsense are one edit from something.
 */
const SURE = { amongFew: 0.7, amongMany: 0.85, many: 5_000 }
const LEAD = 0.05
const OFFERED = { amongFew: 0.55, amongMany: 0.65, many: 100_000 }
const MOST_OFFERED = 3
/**
 * A name so many times heavier and no more edits away may be meant as well, though its slip is the rarer one: `odford` is a
 * letter from Codford, and from Oxford. It is looked for among so many.
 */
const FAR_HEAVIER = 10
const COMPARED = 10
/** In UTF-16 units. */
const LONGEST_QUESTION = 200

/** Records by their names: exact, misspelled, unfinished, in other languages, with words around. */
export function nameSearch(records: readonly SearchRecord[]): Answering {
  const names = nameIndex({
    count: records.length,
    namesOf: (record) => namesOf(records[record] as SearchRecord),
    weightOf: (record) => records[record]?.weight ?? 0,
  })
  const floor = names.count > OFFERED.many ? OFFERED.amongMany : OFFERED.amongFew
  const sure = names.count > SURE.many ? SURE.amongMany : SURE.amongFew
  const toResult = (key: string) => (like: Like) => resultOf(records[like.record] as SearchRecord, key, like)
  return (query, k, gated) => {
    const keys = keysOf(query, names.has)
    const [key = ''] = keys
    if (key === '' || k < 1) return { strength: 'none', results: [] }
    const found = names.like(keys, Math.max(k, COMPARED))
    const strength = strengthOf(key, found, sure, floor, (record) => records[record]?.weight ?? 0)
    const kept = gated ? worthOffering(key, found, strength, floor) : found
    return { strength, results: gated && strength === 'none' ? [] : kept.slice(0, k).map(toResult(key)) }
  }
}

/** What was meant for sure, which several records may bear; or else a few to choose from. */
function worthOffering(
  key: string,
  found: readonly Like[],
  strength: Strength,
  floor: number,
): readonly Like[] {
  const best = found[0]?.likeness ?? 0
  if (strength === 'none') return []
  if (strength === 'answer') return found.filter(({ likeness }) => best - likeness < LEAD)
  return found.filter(({ likeness, name }) => likeness >= floor || standsIn(key, name)).slice(0, MOST_OFFERED)
}

function namesOf({ title, aliases }: SearchRecord): readonly string[] {
  return aliases?.length ? [title, ...aliases] : [title]
}

/**
 * Ways to read the question: without the words around a name (`twin towns of leeds, uk`), and as it stands, since those
 * words may be part of it (`salt lake city`). Where either way is a name exactly, it is the only one.
 */
function keysOf(query: string, isName: (key: string) => boolean): readonly string[] {
  const words = fold(query.slice(0, LONGEST_QUESTION)).split(' ')
  const whole = words.join(' ')
  const says = words.map((word) => !FILLERS.has(word) && word !== 'uk')
  const [first, last] = [says.indexOf(true), says.lastIndexOf(true)]
  if (first < 0 || isName(whole)) return [whole]
  for (let length = words.length - 1; length > last - first; length--) {
    for (let from = Math.max(0, last - length + 1); from <= first && from + length <= words.length; from++) {
      const part = words.slice(from, from + length).join(' ')
      if (isName(part)) return [part]
    }
  }
  const said = words.filter((_, at) => says[at]).join(' ')
  return said === whole ? [whole] : [said, whole]
}

function strengthOf(
  key: string,
  [first, ...others]: readonly Like[],
  sure: number,
  floor: number,
  weightOf: (record: number) => number,
): Strength {
  if (!first) return 'none'
  if (first.name === key) return 'answer'
  // A word of a longer name is offered, and never an answer: `keynes`.
  if (standsIn(key, first.name)) return 'closest'
  if (first.likeness < floor) return 'none'
  const leads = !others[0] || first.likeness - others[0].likeness >= LEAD
  const slips = edits(key, first.name, 2)
  const isRival = ({ record, name }: Like) =>
    weightOf(record) >= FAR_HEAVIER * Math.max(1, weightOf(first.record)) && edits(key, name, slips) <= slips
  const isClear = leads && isSlip(key, first.name) && !others.some(isRival)
  return first.likeness >= sure && isClear ? 'answer' : 'closest'
}

function standsIn(key: string, name: string): boolean {
  return name.length > key.length && ` ${name} `.includes(` ${key} `)
}

function isSlip(key: string, name: string): boolean {
  const allowed = slipsAllowedIn(key.length < name.length ? key : name)
  return edits(key, name, allowed) <= allowed
}

function resultOf(record: SearchRecord, key: string, { name, likeness }: Like): SearchResult {
  return {
    id: record.id,
    score: likeness,
    get matches(): readonly Match[] {
      const value = namesOf(record).find((one) => fold(one) === name) ?? record.title
      return [{ field: value === record.title ? 'title' : 'alias', value, spans: spansIn(value, key, name) }]
    },
  }
}

/**
 * Fuse says which letters of a name that is not quite the one typed were found in it, both as they are folded: word by
 * word where several were typed, which may stand in another order or leave some out.
 */
function spansIn(value: string, key: string, name: string): readonly Span[] {
  const places = placesOf(value)
  const span = (first: number, last: number): Span => [(places[first] as Span)[0], (places[last] as Span)[1]]
  const whole = key === '' ? -1 : name.indexOf(key)
  if (whole >= 0) return [span(whole, whole + key.length - 1)]
  return wordsIn(name).flatMap(({ word, at }) => {
    const [nearest] = key
      .split(' ')
      .map((typed) => ({ typed, far: distance(typed, word) }))
      .sort((one, other) => one.far - other.far)
    if (!nearest || nearest.far > MOST) return []
    return lettersIn(nearest.typed, word).map(([first, last]) => span(at + first, at + last))
  })
}

/** In parts of a word: what is less alike was not meant by it. */
const MOST = 0.5

/** Slips in parts of the longer word; none when the word was only not finished, or run together with others. */
function distance(typed: string, word: string): number {
  if (word.startsWith(typed) || isWithin(word, typed)) return 0
  const longer = Math.max(typed.length, word.length)
  return edits(typed, word, longer) / longer
}

function isWithin(word: string, typed: string): boolean {
  return word.length > 2 && typed.includes(word)
}

function lettersIn(typed: string, word: string): readonly (readonly [number, number])[] {
  if (isWithin(word, typed)) return [[0, word.length - 1]]
  const { indices } = Fuse.match(typed, word, { includeMatches: true, ignoreLocation: true, threshold: 0.5 })
  return indices ?? []
}

function wordsIn(name: string): { word: string; at: number }[] {
  return [...name.matchAll(/[^ ]+/g)].map(({ 0: word, index }) => ({ word, at: index }))
}
