import { keptFor, lazily } from '../../../search/lazily.ts'
import { fold } from '../../../search/words/fold.ts'
import { nameAndCounty } from '../../exists.ts'
import { shown } from '../../file/nearest.ts'
import type { Fault } from '../../file/text.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { areaSchema, informalSchema, placeSchema } from '../../kinds/place.ts'
import type { KnownPlace } from '../../records.ts'
import type { Rule } from '../rule.ts'

export const informalName: Rule = {
  name: 'informal-name',
  why: "What an informal name means is one place, which may also only be known to exist; and nobody's own name is an informal one.",
  sees: 'places',
  *check({ entries, exists, broken, unread }) {
    const informal = entriesOf(entries, informalSchema)
    if (informal.length === 0 || unread.has('places')) return
    const places = entriesOf(entries, placeSchema).map(({ value }) => value)
    const areas = entriesOf(entries, areaSchema).map(({ value }) => value)
    const held = [...places, ...areas]
    const byOwnName = Map.groupBy(held, ({ name }) => fold(name ?? ''))
    const byName = lazily(() => groupedBy(places, ({ name = '', also = [] }) => [name, ...also]))
    const parts = new Set(places.flatMap(({ contains }) => (contains ?? []).map(fold)))
    const ids = new Set(held.map(({ id }) => id))
    const { british, known } = ofTheWorld(exists())
    const there = (name: string, county: string) =>
      (british.get(fold(name)) ?? []).filter(({ admin = '' }) => fold(admin) === fold(county))
    const isHeldThere = (name: string, county: string) => {
      const bearing = byOwnName.get(fold(county)) ?? []
      const members = bearing.flatMap((one) => ('members' in one ? (one.members ?? []) : []))
      const inside = new Set([...bearing.map(({ id }) => id), ...members])
      return (byName().get(fold(name)) ?? []).some(({ id, within, region, nation }) =>
        [id, within, region, nation].some((one) => inside.has(one)),
      )
    }
    const isOne = (written: string) => {
      const key = fold(written)
      const parted = nameAndCounty(written)
      return (
        byOwnName.has(key) ||
        parts.has(key) ||
        ids.has(written) ||
        british.get(key)?.length === 1 ||
        (parted !== undefined &&
          (isHeldThere(parted.name, parted.county) || there(parted.name, parted.county).length === 1))
      )
    }
    for (const { value, spot } of informal) {
      for (const [at, name] of [value.name ?? [], value.also ?? []].flat().entries()) {
        if (!byOwnName.has(fold(name))) continue
        const says = `"${shown(name)}" is the own name of a place or area in places/, and means that`
        yield { spot: spot(at === 0 ? ['name'] : ['also', at - 1]), says, tip: 'Delete it here.' }
      }
      for (const [at, written] of (value.means ?? []).entries()) {
        if (isOne(written) || broken.has(written)) continue
        const place = known.get(written)
        if (!place) yield { spot: spot(['means', at]), ...notOne(written, british.get(fold(written)) ?? []) }
        else if (place.admin && there(place.name, place.admin).length === 1) {
          const says = `means: ${shown(written)} stands in exists.tsv, where it is no longer once the place is recorded here`
          yield { spot: spot(['means', at]), says, tip: `Write "${place.name}, ${place.admin}".` }
        }
      }
    }
  },
}

/** Places that exist: those of the UK by name, and all by id. The list is the same in nearly every reading. */
const ofTheWorld = keptFor((exists: readonly KnownPlace[]) => ({
  british: Map.groupBy(
    exists.filter(({ country }) => country === 'GB'),
    ({ name }) => fold(name),
  ),
  known: new Map(exists.map((place) => [place.id, place])),
}))

/** By each of their names, folded. */
function groupedBy<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const name of new Set(namesOf(item).map(fold))) groups.set(name, [...(groups.get(name) ?? []), item])
  return groups
}

function notOne(written: string, [one, other]: readonly KnownPlace[]): Omit<Fault, 'spot'> {
  if (!one || !other) {
    const says = `means: no place or area is called "${shown(written)}"`
    return {
      says,
      tip: 'Write its name as in places/ or in exists.tsv, with its county where several have it.',
    }
  }
  const [first, second] = [one, other].map(
    ({ name, admin, id }) => `${name}, ${admin ?? 'no county'} (${id})`,
  )
  const says = `means: "${shown(written)}" can be ${first} or ${second}`
  return { says, tip: `Write its county behind it: "${one.name}, ${one.admin ?? 'the county'}".` }
}
