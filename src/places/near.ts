import type { KnownPlace } from '../knowledge/entries.ts'
import { lazily } from '../search/lazily.ts'
import type { Like } from '../search/names/names.ts'
import { edits } from '../search/words/edits.ts'
import type { Gazetteer } from './gazetteer.ts'
import { heldIndex } from './held-index.ts'
import type { Locality } from './locality.ts'
import { type Stranger, type Strangers, strangersIn } from './unrecorded-places.ts'

/** What comes near to words that are no name we know. Keys are folded. */
export type Near = {
  /**
   * The one place that slips of the pen explain, and its name, if nothing that exists explains them as well. `whole` is
   * the key with the words around it: `Guatemla City` is not Guatemala.
   */
  corrected(key: string, whole?: string): { locality: Locality; name: string } | undefined
  /** Whether a place that we do not hold is so called but for two slips: `bradford on avn`. */
  almostExists(key: string): boolean
  /** What may have been meant, best first; at most three in all. */
  near(key: string, whole?: string): Nearby
}

export type Nearby = { choices: readonly Locality[]; others: readonly KnownPlace[] }

/** Below this likeness nothing is offered; the wide list is so long that something is always a little alike. */
const ALIKE = { held: 0.6, existing: 0.75 }
/** What is less alike than the best by more than this is not offered beside it. */
const LEAD = 0.1
const AT_MOST = 3

export function nearIn(gazetteer: Gazetteer, exists: readonly KnownPlace[]): Near {
  const held = lazily(() => heldIndex(gazetteer))
  const strangers = strangersIn(gazetteer, exists)
  return {
    corrected(key, whole = key) {
      const best = slipOfThePen(key, held().names.like(key, 6))
      const locality = best && held().locality(best.record)
      if (!best || !locality || strangers.isWithin(key, edits(key, best.name), best.name)) return undefined
      if (whole !== key && strangers.isWithin(whole, 1, best.name)) return undefined
      return { locality, name: best.name }
    },
    almostExists: (key) => strangers.slipsFrom(key).length > 0,
    near(key, whole = key) {
      const localities = held().names.like(key, AT_MOST)
      const places = strangersNear(key, whole, strangers)
      const best = Math.max(localities[0]?.likeness ?? 0, places[0]?.likeness ?? 0)
      const choices = localities
        .filter(({ likeness }) => likeness >= Math.max(ALIKE.held, best - LEAD))
        .map(({ record }) => held().nearest(record))
      const others = places
        .filter(({ likeness }) => likeness >= Math.max(ALIKE.existing, best - LEAD))
        .map(({ known }) => known)
      return { choices, others: others.slice(0, AT_MOST - choices.length) }
    },
  }
}

/** A name that takes in the words around it comes first: `Mexco City` is rather Mexico City than Mexico. */
function strangersNear(key: string, whole: string, strangers: Strangers): readonly Stranger[] {
  const longer = whole === key ? [] : strangers.slipsFrom(whole)
  return longer.length > 0
    ? longer
    : strangers.like(key, AT_MOST).filter(({ name }) => isSlipOrStart(key, name))
}

/** Of 30,000 names some begin like any four letters: `leds` is no beginning of Ledsham. */
function isSlipOrStart(key: string, name: string): boolean {
  return edits(key, name, 2) <= 2 || (key.length > 4 && name.startsWith(key))
}

/**
 * The edit gate: none under five letters, one up to eight, two from nine on. It lets York be no Cork and Durham no
 * Durban; and no other place we hold may be as near.
 */
function slipOfThePen(key: string, found: readonly Like[]): Like | undefined {
  if (!ONLY_LETTERS.test(key)) return undefined
  const [best, second] = found
    .filter(({ name }) => !isOtherWay(key, name))
    .map((like) => ({ like, distance: edits(key, like.name, 3) }))
    .sort((one, other) => one.distance - other.distance)
  if (!best || best.distance > Math.min(allowed(key), allowed(best.like.name))) return undefined
  return second && second.distance <= best.distance ? undefined : best.like
}

/** West Riding is no slip for East Riding. */
function isOtherWay(key: string, name: string): boolean {
  const words = new Set(name.split(' '))
  return key.split(' ').some((word) => WAYS.has(word) && !words.has(word))
}

const WAYS: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western upper lower inner outer old new'.split(' '),
)

function allowed(key: string): number {
  return key.length < 5 ? 0 : key.length < 9 ? 1 : 2
}

const ONLY_LETTERS = /^[a-z ]+$/
