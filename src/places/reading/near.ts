import type { KnownPlace } from '../../knowledge/records.ts'
import { lasting, remembered } from '../../search/lazily.ts'
import { type Names, nameIndex } from '../../search/names/names.ts'
import { isEnglish } from '../../search/text/english.ts'
import { edits, slipsAllowedIn } from '../../search/words/edits.ts'
import { distinct, type Gazetteer, type Held, idOf, sameLocality } from '../gazetteer.ts'
import type { Locality } from '../locality.ts'
import type { Slip } from './slips-of-names.ts'
import { type UnrecordedNear, type UnrecordedPlaces, unrecordedPlacesIn } from './unrecorded-places.ts'

/** What comes near to words that are no name we know. Keys are folded. */
export type Near = {
  /**
   * The one place that slips of the pen explain, and its name, if nothing that exists explains them as well. `whole` is
   * the key with the words around it: `Guatemla City` is not Guatemala.
   */
  corrected(key: string, whole?: string): { locality: Locality; name: string } | undefined
  /** Whether a place that we do not hold is so called but for two slips: `bradford on avn`. */
  almostExists(key: string): boolean
  /** What may have been meant, best first; few, but all that we hold under a name one slip away. */
  near(key: string, whole?: string): Nearby
}

/** The first `slips` of the choices bear a name that is one slip away: they are never left out. */
export type Nearby = { choices: readonly Locality[]; slips: number; others: readonly KnownPlace[] }

/** Below this likeness nothing is offered; the wide list is so long that something is always a little alike. */
const ALIKE = { held: 0.6, existing: 0.75 }
/** What is less alike than the best by more than this is not offered beside it. */
const LEAD = 0.1
const AT_MOST = 3
/** Among them may be names that only hold the word, which are none of these. */
const LOOKED_THROUGH = 10

/** `gazetteer` looks names up for this question; what is built for all questions is built when first needed. */
export type FindNear = (gazetteer: Gazetteer) => Near

export function nearIn(all: Gazetteer, exists: readonly KnownPlace[]): FindNear {
  const held = lasting(() => heldIndex(all))
  // `Scouse` is a little like what Rüsselsheim once was called: by its other names a place is near only by slips.
  const like = remembered((key: string) =>
    held()
      .names.like(key, 6)
      .map(({ record, ...alike }) => ({
        ...alike,
        isAlso: isOnlyAlso(all.held.get(alike.name)),
        nearest: held().nearest(record),
        locality: held().locality(record),
      })),
  )
  const twoSlipsFrom = remembered((key: string) =>
    held()
      .names.like(key, 6, TWO_SLIPS)
      .map(({ record, name }) => ({ name, locality: held().locality(record) })),
  )
  const unrecordedFor = unrecordedPlacesIn(all, exists)
  return (gazetteer) => nearFor(gazetteer, { like, twoSlipsFrom }, unrecordedFor(gazetteer))
}

/** What two slips cost at most, as the index of names counts them. */
const TWO_SLIPS = 200

/** Names that we hold. `twoSlipsFrom`: or a little more. */
type HeldNames = {
  like: (key: string) => readonly Alike[]
  twoSlipsFrom: (key: string) => readonly Pick<Alike, 'name' | 'locality'>[]
}

function nearFor(
  gazetteer: Gazetteer,
  { like, twoSlipsFrom }: HeldNames,
  unrecorded: UnrecordedPlaces,
): Near {
  return {
    corrected(key, whole = key) {
      // `the Borders` are no slip from what Bordeaux is called: a word is offered what it may have been meant for.
      if (isEnglish(key)) return undefined
      const best = slipOfThePen(key, gazetteer, twoSlipsFrom)
      if (!best || unrecorded.isAsNear(key, best.slips, best.locality)) return undefined
      if (whole !== key && unrecorded.isAsNear(whole, 1, best.locality)) return undefined
      return best
    },
    almostExists: (key) => unrecorded.slipsFrom(key).length > 0,
    near(key, whole = key) {
      const slips = gazetteer.heldOneSlipFrom(key)
      const localities = like(key)
        .filter(
          ({ likeness, name, isAlso }) =>
            likeness >= ALIKE.held && isWithin(lettersApart(key, isAlso), key, name),
        )
        .slice(0, AT_MOST)
      const places = unrecordedNear(key, whole, unrecorded)
      const best = Math.max(localities[0]?.likeness ?? 0, places[0]?.likeness ?? 0)
      const alike = localities.filter(({ likeness }) => likeness >= best - LEAD).map(({ nearest }) => nearest)
      const choices = distinct([...slips, ...alike])
      // Called so in another language, which is no name beside what we hold a slip away; it is named nevertheless.
      const called = slips.length > 0 ? unrecorded.called(key).slice(0, 1) : []
      const others = places
        .filter(({ likeness }) => likeness >= Math.max(ALIKE.existing, best - LEAD))
        .map(({ known }) => known)
      const shown = choices.slice(0, Math.max(slips.length, AT_MOST))
      return {
        choices: shown,
        slips: slips.length,
        others: [...new Set([...called, ...others.slice(0, Math.max(0, AT_MOST - shown.length))])],
      }
    },
  }
}

/** A name that places are also called by, mostly in other languages. */
function isOnlyAlso(bearers: readonly Held[] = []): boolean {
  return (
    bearers.length > 0 && bearers.every(({ how, locality }) => how === 'alias' && locality.is === 'place')
  )
}

/** A name that takes in the words around it comes first: `Mexco City` is rather Mexico City than Mexico. */
function unrecordedNear(key: string, whole: string, unrecorded: UnrecordedPlaces): readonly UnrecordedNear[] {
  const longer = whole === key ? [] : unrecorded.slipsFrom(whole)
  return longer.length > 0
    ? longer
    : unrecorded
        .like(key, LOOKED_THROUGH)
        .filter(({ name }) => isSlipOrStart(key, name))
        .slice(0, AT_MOST)
}

/** Of 30,000 names some begin like any four letters: `leds` is no beginning of Ledsham. */
function isSlipOrStart(key: string, name: string): boolean {
  return edits(key, name, 2) <= 2 || (key.length > 4 && name.startsWith(key))
}

/** How many other letters a name may have that is offered for it; of what a place is called besides, no more than a slip has. */
function lettersApart(key: string, isAlso: boolean): number {
  if (!isAlso) return Math.ceil(key.length / 3)
  return ONLY_LETTERS.test(key) ? Math.max(1, slipsAllowedIn(key)) : 2
}

/** However many letters they share: Droylsden is not offered for `drop`, nor Netanya, called Natania as well, for `narnia`. */
function isWithin(allowed: number, key: string, name: string): boolean {
  if (edits(key, name, allowed) <= allowed || (key.length > 4 && name.startsWith(key))) return true
  // `Liverpool Combined` may be Liverpool City Region.
  const [first = '', ...more] = key.split(' ')
  return more.length > 0 && first.length > 4 && name.startsWith(`${first} `)
}

type Alike = {
  name: string
  likeness: number
  isAlso: boolean
  nearest: Locality
  locality: Locality | undefined
}

/** Within the edit gate, and no other place we hold may be as near. */
function slipOfThePen(
  key: string,
  gazetteer: Gazetteer,
  twoSlipsFrom: HeldNames['twoSlipsFrom'],
): { locality: Locality; name: string; slips: number } | undefined {
  if (!ONLY_LETTERS.test(key) || slipsAllowedIn(key) === 0) return undefined
  const single = gazetteer.slipsFrom(key).filter(({ name }) => !isOtherWay(key, name))
  const [one] = single
  if (one) {
    const isOnly = single.every(({ isPart, locality }) => !isPart && sameLocality(locality, one.locality))
    return isOnly && slipsAllowedIn(one.name) > 0 && !isShortForm(one)
      ? { locality: one.locality, name: one.name, slips: 1 }
      : undefined
  }
  if (slipsAllowedIn(key) < 2 || !gazetteer.mayBeTwoSlipsAway(key)) return undefined
  const [best, second] = twoSlipsFrom(key)
    .filter(({ name }) => !isOtherWay(key, name))
    .map((alike) => ({ ...alike, slips: edits(key, alike.name, 3) }))
    .sort((one, other) => one.slips - other.slips)
  if (!best?.locality || best.slips > Math.min(slipsAllowedIn(key), slipsAllowedIn(best.name)))
    return undefined
  return second && second.slips <= best.slips ? undefined : { ...best, locality: best.locality }
}

/** `NYMCA` is another authority than `SYMCA`: in a short form each letter stands for a word, and it is offered only. */
function isShortForm({ name, isOwn }: Slip): boolean {
  return !isOwn && name.length <= SHORT_FORM
}

/** Letters. */
const SHORT_FORM = 6

/** West Riding is no slip for East Riding. */
function isOtherWay(key: string, name: string): boolean {
  const words = new Set(name.split(' '))
  return key.split(' ').some((word) => WAYS.has(word) && !words.has(word))
}

const WAYS: ReadonlySet<string> = new Set(
  'n s e w north south east west northern southern eastern western upper lower inner outer old new'.split(
    ' ',
  ),
)

const ONLY_LETTERS = /^[a-z ]+$/

/** The names we hold, for finding those alike. A part of a place (Huddersfield) is nearest to its place, and not it. */
type HeldIndex = {
  names: Names
  locality(record: number): Locality | undefined
  nearest(record: number): Locality
}

function heldIndex({ held, inside }: Gazetteer): HeldIndex {
  const records = new Map<string, { names: string[]; locality: Locality; part: boolean }>()
  const add = (id: string, name: string, locality: Locality, part: boolean) => {
    const record = records.get(id)
    if (record) record.names.push(name)
    else records.set(id, { names: [name], locality, part })
  }
  for (const [name, all] of held) for (const { locality } of all) add(idOf(locality), name, locality, false)
  for (const [name, place] of inside) add(`part ${name}`, name, { is: 'place', place }, true)
  const rows = [...records.values()]
  const row = (record: number) => rows[record] as (typeof rows)[number]
  return {
    names: nameIndex({
      count: rows.length,
      namesOf: (record) => row(record).names,
      weightOf: (record) => weight(row(record).locality),
    }),
    locality: (record) => (row(record).part ? undefined : row(record).locality),
    nearest: (record) => row(record).locality,
  }
}

function weight(locality: Locality): number {
  return locality.is === 'place' ? (locality.place.population ?? 0) : 0
}
