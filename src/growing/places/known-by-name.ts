import type { Knowledge, KnownPlace } from '../../knowledge/records.ts'
import { lazily } from '../../search/lazily.ts'
import { fold } from '../../search/words/fold.ts'
import { councilsIn } from './county.ts'
import type { Choice, Meant } from './resolve.ts'
import type { Council, Towns } from './towns.ts'
import { parted } from './typed-name.ts'

/**
 * Places of the UK that the list of towns lacks and the folder’s list of places knows by name and area alone, as Wymondham in
 * Norfolk. Nobody knows how large they are, so none is passed over for a namesake.
 */
export function knownByName(
  knowledge: Pick<Knowledge, 'exists' | 'councils' | 'areas' | 'places'>,
  towns: () => Towns,
) {
  const byName = lazily(() => {
    const lacking = knowledge.exists.filter(
      ({ id, country, admin }) =>
        id.startsWith('x-') && country === 'GB' && admin && !knowledge.places.has(id),
    )
    return Map.groupBy(lacking, ({ name }) => fold(name))
  })
  /** The council area itself, or one of the county. */
  function liesIn(council: Council, admin: string): boolean {
    return fold(council.name) === fold(admin) || councilsIn(admin, knowledge).has(council.id)
  }

  /** In its council area, where that is known: it has its coordinates until somebody writes its own. */
  function found({ id, name, admin = '' }: KnownPlace, council?: Council): Meant {
    const { lat = '', lon = '' } = council ?? {}
    const within = council && { within: council.id, council: council.name, placedAt: council.name }
    const town = { id, name, country: 'GB', area: admin, population: 0, lat, lon, also: [], ...within }
    return { is: 'town', town, name, besides: [] }
  }

  /** What `written` means beside what the list of towns says of it; nothing where that is all. */
  return (written: string, listed: Meant): Meant | undefined => {
    if (listed.is === 'held') return undefined
    const { name, where } = parted(written)
    const [one, ...more] = byName().get(fold(name)) ?? []
    if (!one) return undefined
    const all = [one, ...more]
    if (where !== undefined) {
      const council = towns().councils.find((area) => fold(area.name) === fold(where))
      const here = all.find(({ admin = '' }) =>
        council ? liesIn(council, admin) : fold(admin) === fold(where),
      )
      return here && found(here, council)
    }
    const others = listed.is === 'choice' ? listed.between : listed.is === 'unknown' ? [] : choiceOf(listed)
    if (others.length === 0 && more.length === 0) {
      const own = towns().councils.find((area) => fold(area.name) === fold(one.admin ?? ''))
      return found(one, own)
    }
    return { is: 'choice', between: [...others, ...all.map(byNameAlone)] }
  }
}

function byNameAlone({ name, admin }: KnownPlace): Choice {
  const write = `${name}, ${admin}`
  return { write, name: write, says: `${write}, of which no more is known than its name` }
}

/** The one that is listed, as it can be chosen. */
function choiceOf(listed: Meant): readonly Choice[] {
  if (listed.is === 'council') {
    const { id, name } = listed.council
    return [{ write: id, name: id, says: `${name}, a council area (${id})` }]
  }
  if (listed.is !== 'town') return []
  const { id, name, area, council } = listed.town
  const where = [name, area ?? council].filter(Boolean).join(', ')
  return [{ write: id, name: where, says: `${where} (${id})` }]
}
