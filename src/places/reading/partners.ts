import type { Knowledge, Place } from '../../knowledge/records.ts'
import { lasting } from '../../search/lazily.ts'
import { isEnglish } from '../../search/text/english.ts'
import { edits, slipsAllowedIn } from '../../search/words/edits.ts'
import { covers, type Locality } from '../locality.ts'
import { placeNames } from '../names-of.ts'

/** A recorded partner, with its folded names. */
export type Partner = { place: Place; names: readonly string[] }

/** The places that are recorded as partners of one, or of any that lie in an area; a country only says where. */
export function partnersIn(knowledge: Knowledge): (of: Locality) => readonly Partner[] {
  const byPlace = lasting(() => {
    const partners = new Map<Place, Set<string>>()
    const add = (id: string, partner: string) => {
      const place = knowledge.places.get(id)
      if (place) partners.set(place, (partners.get(place) ?? new Set()).add(partner))
    }
    // A partner that was only proposed is meant by its name as well.
    const { assertions, decisions, costs, agreements } = knowledge
    for (const { place, twin } of [...assertions, ...decisions, ...costs, ...agreements]) {
      if (twin === undefined) continue
      add(place, twin)
      add(twin, place)
    }
    return partners
  })
  const named = new Map<string, Partner>()
  const partner = (id: string): readonly Partner[] => {
    const place = knowledge.places.get(id)
    if (!place) return []
    const known = named.get(id) ?? { place, names: Object.values(placeNames(place)).flat() }
    named.set(id, known)
    return [known]
  }
  return (of) => {
    if (of.is === 'country') return []
    const ids = new Set<string>()
    for (const [place, partners] of byPlace()) if (covers(of, place)) for (const id of partners) ids.add(id)
    return [...ids].flatMap(partner)
  }
}

/** Which partner a name beside a place may mean: as its short form, or with a slip of the pen. */
export type Nearest = { how: 'short' | 'slip' | 'two slips'; partners: readonly Partner[] }

/** `Glasgow Rostov` is Rostov-on-Don, `Sheffield Pittsburg` is Pittsburgh; of a few names even a short one is told apart. */
export function nearestPartner(key: string, all: readonly Partner[]): Nearest | undefined {
  const short = all.filter(({ names }) => names.some((name) => name.startsWith(`${key} `)))
  if (short.length > 0) return { how: 'short', partners: short }
  if (key.length < SHORTEST) return undefined
  const holding = isEnglish(key)
    ? []
    : all.filter(({ names }) => names.some((name) => name.split(' ').includes(key)))
  if (holding.length > 0) return { how: 'short', partners: holding }
  const distance = ({ names }: Partner) =>
    Math.min(...names.filter((name) => name.length >= SHORTEST).map((name) => slipsBetween(key, name)))
  const near = all.map((partner) => ({ partner, slips: distance(partner) }))
  const least = Math.min(...near.map(({ slips }) => slips))
  const isFar = least > Math.max(1, slipsAllowedIn(key))
  // `Watford Novgrod` is offered Veliky Novgorod.
  const byWord =
    isFar && key.length >= LONG_WORD && !isEnglish(key)
      ? all.filter(({ names }) => hasWordNear(key, names))
      : []
  if (byWord.length > 0) return { how: 'two slips', partners: byWord }
  // `Peterborough Vinnitsa`: only to be offered.
  if (least > 2 || (isFar && (key.length < LONG || isEnglish(key)))) return undefined
  return {
    how: isFar ? 'two slips' : 'slip',
    partners: near.filter(({ slips }) => slips === least).map(({ partner }) => partner),
  }
}

function hasWordNear(key: string, names: readonly string[]): boolean {
  const words = names.filter((name) => name.includes(' ')).flatMap((name) => name.split(' '))
  return words.some((word) => word.length >= LONG_WORD && edits(key, word, 1) <= 1)
}

const SHORTEST = 3
const LONG_WORD = 6
const LONG = 8

/** Spaces are where people slip most. */
function slipsBetween(key: string, name: string): number {
  return Math.min(edits(key, name, 3), edits(key.replaceAll(' ', ''), name.replaceAll(' ', ''), 3))
}

/** Whether a slip may be read as the partner, and not only offered: it is neither a word nor what another place is called. */
export function isOnlySlip(key: string, isOwnName: boolean): boolean {
  return !isOwnName && !isEnglish(key)
}
