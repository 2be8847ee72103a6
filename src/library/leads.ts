import { countryName, dateInWords } from '../answer/in-words.ts'
import type { Knowledge, Lead, Place } from '../knowledge/records.ts'
import { fold } from '../search/words/fold.ts'
import type { Link } from './link.ts'

/** What public lists name of a place, beside what the folder holds. */
export type LeadsOf = {
  /** Named, and the folder says nothing of such a link: neither that it stands nor that it ended. */
  unread: readonly Lead[]
  /** Held, and the list gives another year for its start, or says that it ended. */
  differing: readonly { lead: Lead; link: Link }[]
  /** The list says that it ended, and the folder says nothing of it. */
  ended: readonly Lead[]
  /** Not in the list any more. */
  left: readonly Lead[]
}

/** Of a place recorded here or not, by its id and by its name. */
export function leadsOf(
  { id, name }: Pick<Place, 'id' | 'name'>,
  { leads, places }: Pick<Knowledge, 'leads' | 'places'>,
  links: readonly Link[],
): LeadsOf {
  const own = leads.filter((lead) => isOf(lead, id, name, places))
  const newest = new Map<string, string>()
  for (const { list, seen } of leads) if (seen > (newest.get(list) ?? '')) newest.set(list, seen)
  const isLeft = ({ list, seen, left }: Lead) => left !== undefined || seen < (newest.get(list) ?? '')
  const near = links.filter(({ place }) => own.some((lead) => isNear(place, lead.place, places)))
  const held = own.map((lead) => ({ lead, same: near.filter((link) => isSame(link, lead, places)) }))
  const nothing = held.filter(({ same }) => same.length === 0).map(({ lead }) => lead)
  return {
    unread: nothing.filter((lead) => !lead.until && !isLeft(lead)),
    differing: held.flatMap(({ lead, same: [link] }) =>
      link && !isLeft(lead) && contradicts(lead, link) ? [{ lead, link }] : [],
    ),
    ended: nothing.filter((lead) => lead.until && !isLeft(lead)),
    left: own.filter(isLeft),
  }
}

/** `Rouen, France (since 1959)` */
export function leadInWords({ partner, country, since }: Lead): string {
  const where = country ? `${partner}, ${countryName(country)}` : partner
  return since ? `${where} (since ${dateInWords(since)})` : where
}

/** Of the place, or of a town that is recorded in it. Where none is recorded, its name tells. */
function isOf(lead: Lead, id: string, name: string, places: Knowledge['places']): boolean {
  if (lead.place === id || places.get(lead.place)?.within.includes(id)) return true
  return !places.has(id) && fold(lead.name) === fold(name)
}

/** A link of a town may be the one that a list has under its council area, and the other way round. */
function isNear({ id, within }: Place, other: string, places: Knowledge['places']): boolean {
  const around = places.get(other)?.within ?? []
  return (
    id === other ||
    within.includes(other) ||
    around.includes(id) ||
    around.some((one) => within.includes(one))
  )
}

/**
 * By the partner's id, or by a name of it, whatever its country, which lists mistake: `Unna` and `Kreis Unna` may be the same. One too many taken for held is better
 * than a link offered that the folder says has ended.
 */
function isSame({ twin }: Link, { twin: id, partner }: Lead, places: Knowledge['places']): boolean {
  if (twin.id === id) return true
  const names = (place: Pick<Place, 'name' | 'also'>) =>
    [place.name, ...place.also].map((one) => ` ${fold(one)} `)
  const known = id === undefined ? undefined : places.get(id)
  const theirs = [` ${fold(partner)} `, ...(known ? names(known) : [])]
  return names(twin).some((one) => theirs.some((other) => one.includes(other) || other.includes(one)))
}

function contradicts({ since, until }: Lead, { assertions, standing }: Link): boolean {
  const years = assertions.flatMap(({ since }) => since?.slice(0, 4) ?? [])
  const isOtherYear = since !== undefined && years.length > 0 && !years.includes(since.slice(0, 4))
  return isOtherYear || (until !== undefined && standing !== 'ended')
}
