import { count, dateInWords, OR, type PartialDate } from '../../answer/in-words.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import type { OnLink } from '../../knowledge/records-on-links.ts'
import type { Link, Scope } from '../../library/link.ts'
import {
  filtered,
  type LinkFilter,
  mayBeWithin,
  within,
  yearsAsked,
  yearsOf,
} from '../../library/link-filter.ts'
import { concerns } from '../../library/records-about-place.ts'
import { atHome, localityName } from '../../places/locality.ts'
import type { Want } from '../../question/grammar/wants.ts'

const NOT_RECORDED =
  'That is not recorded of links here: what is, are the two places, what a link is called, its start, its state, who holds it, what it is about, agreements, decisions on it and its costs.'

const NOT_TOLD: Readonly<Partial<Record<Want, string>>> = {
  people: `${NOT_RECORDED} Nobody is named here but by office.`,
  'not recorded': NOT_RECORDED,
  agreements:
    'No agreement that was signed is recorded here. That does not mean that there is none; what sources say of the links follows.',
  none: 'Which places have none is not recorded: sources name the links that there are, and these are the ones recorded here.',
}

/** That it is not recorded is said of links that are, and where none is. */
export function notTold(want: Want): readonly string[] {
  const says = NOT_TOLD[want]
  return says ? [says] : []
}

/** Of several places that are asked about each that has none: `No decision is recorded for Sheffield.` */
export function noneFor(
  what: string,
  found: readonly OnLink[],
  { localities }: Scope,
  knowledge: Knowledge,
): readonly string[] {
  const homes = localities.filter(atHome)
  const without = homes.filter((home) => !found.some((one) => concerns(one, [home], knowledge)))
  return homes.length < 2 || without.length === 0
    ? []
    : [`No ${what} is recorded for ${OR.format(without.map(localityName))}.`]
}

/** What a filter on years cannot see. */
export function withoutYear(scope: Scope, { since, anniversary, ...others }: LinkFilter): readonly string[] {
  if (!since && anniversary === undefined) return []
  const dateless = filtered(scope.links, others).filter((link) => yearsOf(link).length === 0).length
  if (dateless === 0) return []
  if (scope.links.length === 1) return ['No year of it is recorded.']
  return [`${count(dateless, 'other link')} ${dateless === 1 ? 'has' : 'have'} no year.`]
}

/** What a filter on themes cannot see, nor who asks for all of them. */
export function withoutTheme(links: readonly Link[], want: Want, { theme }: LinkFilter): readonly string[] {
  if (!theme && want !== 'themes') return []
  const silent = links.filter(({ themes }) => themes.length === 0).length
  if (silent === 0) return []
  if (links.length === 1) return ['What it is about is not recorded.']
  return [`What they are about is not recorded for ${silent} of them.`]
}

/** `1 other decision may be of that time, too: its source prints only 2022.` Of each its days, where a month or a day is asked for. */
export function mayBeOfThen(
  what: string,
  each: readonly (readonly (PartialDate | undefined)[])[],
  filter: LinkFilter,
): readonly string[] {
  const years = yearsAsked(filter)
  if (!years) return []
  const some = each.filter(
    (days) => !days.some((day) => within(day, years)) && days.some((day) => mayBeWithin(day, years)),
  )
  if (some.length === 0) return []
  const printed = some.flatMap((days) => days.filter((day) => day !== undefined && mayBeWithin(day, years)))
  const dates = [...new Set(printed)].sort().flatMap((day) => (day ? [dateInWords(day)] : []))
  const its = some.length === 1 ? 'its source prints' : 'their sources print'
  const said = count(some.length, `other ${what}`)
  return [
    `${said.charAt(0).toUpperCase()}${said.slice(1)} may be of that time, too: ${its} only ${OR.format(dates)}.`,
  ]
}
