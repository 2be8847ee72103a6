import type { Day } from '../../answer/answer.ts'
import type { Knowledge, Lead } from '../../knowledge/records.ts'
import { idOf } from '../places/found.ts'
import { type Meant, placeResolver } from '../places/resolve.ts'
import type { Towns } from '../places/towns.ts'
import type { Listed } from './query-service.ts'

export const WIKIDATA = 'Wikidata'

/** Where the list of leads is kept in the folder. */
export const LEADS_FILE = 'leads/wikidata.tsv'

export type LeadList = {
  leads: readonly Lead[]
  /** How many links it lists that are left out, for their UK place, or the name of the partner, is not known. */
  unknown: number
  /** How many were there before and are not listed any more. */
  left: number
}

/**
 * The links of a list, of each all rows that tell of it, as leads: each pair of places once, with our ids. What an earlier list had and this one has not is
 * kept with the day on which it was last seen, and that on which it was not there any more.
 */
export function leadList(
  listed: readonly (readonly Listed[])[],
  { knowledge, towns, today }: { knowledge: Knowledge; towns: () => Towns; today: Day },
): LeadList {
  const resolve = placeResolver([...knowledge.places.values()], towns)
  const leads = new Map<string, Lead>()
  let unknown = 0
  for (const rows of listed) {
    const [found] = rows.flatMap((row) => {
      const home = [row.code, row.geonames].flatMap(
        (id) => placeIn(id && resolve(id, { side: 'home' })) ?? [],
      )[0]
      const away = partnerOf(row, resolve)
      return home?.country === 'GB' && away && away.id !== home.id ? [{ row, home, away }] : []
    })
    if (!found) {
      unknown++
      continue
    }
    const { row, home, away } = found
    const { since, until, url } = row
    const lead = {
      place: home.id,
      name: home.name,
      ...(away.id && { twin: away.id }),
      partner: away.name,
      ...(away.country && { country: away.country }),
      ...(since && { since }),
      ...(until && { until }),
      seen: today,
      list: WIKIDATA,
      ...(url && { url }),
    }
    const key = keyOf(lead)
    const known = leads.get(key)
    // Of two statements on one pair, one of which has ended, the other still stands.
    leads.set(key, known && !known.until ? known : { ...known, ...lead })
  }
  const gone = knowledge.leads
    .filter((lead) => lead.list === WIKIDATA && !leads.has(keyOf(lead)))
    .map((lead) => ({ ...lead, left: lead.left ?? today }))
  const all = [...leads.values(), ...gone].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return { leads: all, unknown, left: gone.length }
}

type Named = { id?: string; name: string; country?: string }

function partnerOf(
  { twinGeonames, twinName, country }: Listed,
  resolve: ReturnType<typeof placeResolver>,
): Named | undefined {
  const byId = placeIn(twinGeonames && resolve(twinGeonames, { side: 'partner' }))
  if (byId || !twinName) return byId
  const byName = country ? placeIn(resolve(twinName, { side: 'partner', country })) : undefined
  return byName ?? { name: twinName, ...(country && { country }) }
}

function placeIn(meant: Meant | '' | undefined): (Named & { id: string }) | undefined {
  if (!meant || meant.is === 'choice' || meant.is === 'unknown') return undefined
  if (meant.is === 'held') return meant.place
  const id = idOf(meant)
  if (meant.is === 'council') return { id, name: meant.council.name, country: 'GB' }
  return meant.is === 'town' ? { id, name: meant.town.name, country: meant.town.country } : undefined
}

function keyOf({ place, twin, partner, country }: Lead): string {
  return `${place} ${twin ?? `${partner} ${country}`}`
}

function orderOf({ name, place, partner, country }: Lead): string {
  return [name, place, partner, country].join('\t')
}
