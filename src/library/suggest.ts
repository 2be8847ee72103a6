import type { Knowledge } from '../knowledge/records.ts'
import { lazily } from '../search/lazily.ts'
import { nameIndex } from '../search/names/names.ts'
import { fold } from '../search/words/fold.ts'
import { isOf, type Only, type Suggestible, suggestibles } from './suggestibles.ts'

/** What is less alike than this is no near miss. */
const NEAR = 0.7
/** So many names that begin alike are compared; of `s` alone there are hundreds. */
const MOST_COMPARED = 500
/** So many more near misses are looked at when some of them are of another kind. */
const WIDER = 4

/** A name from its beginning or from a word inside it, and whose it is. `farness`: own name, another name, inside one. */
type Start = { key: string; item: Suggestible; farness: 0 | 1 | 2 }

/**
 * Completions of what was typed so far: names that begin so, then names with a word that begins so, then near misses.
 * Of two equally good the one with more links comes first.
 */
export function suggestions(
  knowledge: Knowledge,
): (typed: string, k: number, only?: Only) => readonly string[] {
  const items = suggestibles(knowledge)
  const starts = lazily(() => items.flatMap(startsOf).sort((one, other) => (one.key < other.key ? -1 : 1)))
  const names = lazily(() =>
    nameIndex({
      count: items.length,
      namesOf: (item) => (items[item] as Suggestible).names,
      weightOf: (item) => (items[item] as Suggestible).links * 1000,
    }),
  )
  return (typed, k, only) => {
    const key = fold(typed.slice(0, 100))
    if (key === '' || k < 1) return []
    const found = new Set(beginning(starts(), key, only))
    if (found.size < k && key.length > 2) {
      for (const { record, likeness } of names().like(key, only ? k * WIDER : k)) {
        const item = items[record] as Suggestible
        if (likeness >= NEAR && isOf(item, only)) found.add(item.shown)
      }
    }
    return [...found].slice(0, k)
  }
}

function startsOf(item: Suggestible): Start[] {
  return item.names.flatMap((name, place) => {
    const words = fold(name).split(' ')
    return words.map((_, at) => ({
      key: words.slice(at).join(' '),
      item,
      farness: at > 0 ? (2 as const) : place > 0 ? (1 as const) : (0 as const),
    }))
  })
}

function beginning(starts: readonly Start[], key: string, only: Only | undefined): readonly string[] {
  const found: Start[] = []
  for (let at = firstFrom(starts, key); found.length < MOST_COMPARED; at++) {
    const start = starts[at]
    if (!start?.key.startsWith(key)) break
    if (isOf(start.item, only)) found.push(start)
  }
  found.sort(
    (one, other) =>
      one.farness - other.farness ||
      other.item.links - one.item.links ||
      one.key.length - other.key.length ||
      (one.item.shown < other.item.shown ? -1 : 1),
  )
  return found.map(({ item }) => item.shown)
}

/** Where in the sorted list the names begin that are not before `key`. */
function firstFrom(starts: readonly Start[], key: string): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as Start).key < key) low = middle + 1
    else high = middle
  }
  return low
}
