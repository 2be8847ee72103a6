import { type CouncilsAsked, isOpen } from '../library/ends-of-councils.ts'
import { atHome, type Locality } from '../places/locality.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { wordsOf } from '../search/words/fold.ts'
import type { Begun } from './about-places.ts'
import { COUNCIL_PHRASES, type CouncilPiece } from './grammar/council-phrases.ts'
import { phrasesIn, without } from './grammar/phrases.ts'
import { ADDS_NOTHING } from './grammar/wants.ts'
import type { Intent } from './query.ts'

/**
 * `Which councils will be abolished in 2027`, `new councils in Suffolk`: a list of councils by their end. Only where every word
 * plays its part; links that councils end are none of it, but the links of those that end are.
 */
export function listOfCouncils(
  typed: string,
  { read, today }: Begun,
): Extract<Intent, { is: 'councils' }> | undefined {
  const words = wordsOf(typed)
  const found = phrasesIn(words, COUNCIL_PHRASES, Number(today.slice(0, 4)))
  const councils = found.find(({ means }) => means.is === 'councils')
  if (!councils || !found.some(({ means }) => means.is === 'end' || means.is === 'new')) return undefined
  const taken = new Set(
    found.flatMap(({ from, to }) => words.flatMap((_, at) => (at >= from && at < to ? [at] : []))),
  )
  const isOfThem = OF.has(words.slice(0, councils.from).findLast((_, at) => !taken.has(at))?.text ?? '')
  const links = words.findLastIndex(({ text }, at) => LINK_WORDS.has(text) && !taken.has(at))
  if (links >= 0 && (links > councils.from || !isOfThem)) return undefined
  const left = words.flatMap(({ text }, at) =>
    !taken.has(at) && (LINK_WORDS.has(text) || ADDS_NOTHING.has(text) || PLAIN.has(text)) ? [at] : [],
  )
  const rest = without(typed, new Set([...taken, ...left]))
  const localities = placesIn(rest, read)
  return localities && { is: 'councils', of: askedIn(found.map(({ means }) => means)), localities }
}

/** Undefined where more than places of the UK is left of the question. */
function placesIn(rest: string, read: Begun['read']): readonly Locality[] | undefined {
  if (wordsOf(rest).every(({ text }) => FILLERS.has(text))) return []
  const question = read(rest)
  const who = question.asTyped()
  if (who.how !== 'meant' || question.passedOver().length > 0) return undefined
  const localities = who.meant.map(({ locality }) => locality)
  return localities.every(atHome) ? localities : undefined
}

/** What the verbs around it say of the time counts before the verb of the end. */
function askedIn(pieces: readonly CouncilPiece[]): CouncilsAsked {
  const times = pieces.flatMap((one) => (one.is === 'time' ? [one.time] : []))
  const verbs = pieces.flatMap((one) =>
    (one.is === 'end' || one.is === 'period') && one.time ? [one.time] : [],
  )
  const all = [...new Set(times.length > 0 ? times : verbs)]
  const [only, other] = all.includes('proposed') ? (['proposed'] as const) : all
  const period = pieces.find((one) => one.is === 'period')?.period
  const tier = pieces.flatMap((one) => (one.is === 'councils' && one.tier ? [one.tier] : []))[0]
  const isTimed = only && !other && (!period || isOpen(period) || only === 'proposed')
  return {
    are: pieces.some(({ is }) => is === 'new') ? 'new' : 'ending',
    ...(isTimed && { time: only }),
    ...(tier && { tier }),
    ...(period && { period }),
  }
}

const OF: ReadonlySet<string> = new Set(['of', 'in', 'by', 'from'])

/** Words around them that say nothing. */
const PLAIN: ReadonlySet<string> = new Set('happens happen number next into english affected'.split(' '))
