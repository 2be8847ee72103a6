import type { Direct } from '../../answer/answer.ts'
import { AND, count, countryName } from '../../answer/in-words.ts'
import { STANDING_IN_WORDS, STANDINGS } from '../../answer/table.ts'
import { holdingInWords } from '../../knowledge/records-on-links.ts'
import type { Link } from '../../library/link.ts'
import { yearsOf } from '../../library/link-filter.ts'
import { placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'
import { citesOf, MOST_NAMED, type NameOf, noYear, startsSaid, telling, withStart } from './direct.ts'

/** `7 reported active, 3 in doubt and 1 ended.` */
export function standings(links: readonly Link[], context: AnswerContext): Direct {
  const parts = STANDINGS.flatMap((standing) => {
    const many = links.filter((link) => link.standing === standing).length
    return many > 0 ? [`${many} ${STANDING_IN_WORDS[standing]}`] : []
  })
  return {
    sentence: `Of ${count(links.length, 'link')}, ${AND.format(parts)}.`,
    cites: citesOf(links.map(telling), context),
  }
}

/** `Of 9 links, 2 held by the council and 1 held by an association; who holds the others is not recorded.` */
export function holders(links: readonly Link[], context: AnswerContext): Direct {
  const held = links.flatMap(({ assertions }) => assertions.find(({ heldBy }) => heldBy !== undefined) ?? [])
  const all = count(links.length, 'link')
  if (held.length === 0)
    return { sentence: `Who holds the ${all} is not recorded.`, cites: citesOf(links.map(telling), context) }
  const parts = [...Map.groupBy(held, ({ heldBy }) => holdingInWords({ heldBy }).join())].map(
    ([how, { length }]) => `${length} ${how}`,
  )
  const rest = links.length > held.length ? '; who holds the others is not recorded' : ''
  return { sentence: `Of ${all}, ${AND.format(parts)}${rest}.`, cites: citesOf(held, context) }
}

/** `Yes: 2 of the 3 links recorded here, Dortmund and Siegen.` */
export function whetherAny(
  met: readonly Link[],
  all: readonly Link[],
  nameOf: NameOf,
  context: AnswerContext,
): Direct {
  const which = met.length <= MOST_NAMED && met.length > 0 ? `: ${AND.format(met.map(nameOf))}` : ''
  if (met.length === 0) {
    const how = AND.format([...new Set(all.map(({ standing }) => STANDING_IN_WORDS[standing]))])
    return {
      sentence: `None of the ${count(all.length, 'link')} recorded here is: ${how}.`,
      cites: citesOf(all.map(telling), context),
    }
  }
  const of =
    met.length === all.length
      ? count(met.length, 'link')
      : `${met.length} of the ${count(all.length, 'link')}`
  return { sentence: `Yes, ${of} recorded here${which}.`, cites: citesOf(met.map(telling), context) }
}

/** How many, of what was asked for. */
export function counted(links: readonly Link[], what: string, context: AnswerContext): Direct {
  return { sentence: `${what}.`, cites: citesOf(links.map(telling), context) }
}

/** `235 of the 812 links recorded here: 29 in 100.` */
export function share(links: readonly Link[], of: number, context: AnswerContext): Direct {
  const sentence = `${links.length} of the ${count(of, 'link')} recorded here: ${Math.round((100 * links.length) / of)} in 100.`
  return { sentence, cites: citesOf(links.map(telling), context) }
}

/** The links that begin first, or last; one year may have several. */
export function extreme(links: readonly Link[], end: 'first' | 'latest'): readonly Link[] {
  const yearAt = (link: Link) => (end === 'first' ? yearsOf(link)[0] : yearsOf(link).at(-1))
  const years = links.map(yearAt).filter((year) => year !== undefined)
  const wanted = end === 'first' ? Math.min(...years) : Math.max(...years)
  return links.filter((link) => yearAt(link) === wanted)
}

/** `Lille, 1968, says Leeds City Council (no date): the oldest of the 9 links recorded here; 4 have no year.` */
export function extremeInWords(
  found: readonly Link[],
  of: readonly Link[],
  end: 'first' | 'latest',
  nameOf: NameOf,
  context: AnswerContext,
): Direct {
  const each = found.map((link) => `${nameOf(link)}, ${startsSaid(withStart(link), context)}`)
  const how = end === 'first' ? 'oldest' : 'newest'
  const sentence = `${each.join('; and ')}: the ${how} of the ${count(of.length, 'link')} recorded here${noYear(of)}.`
  return { sentence, cites: citesOf(found.flatMap(withStart), context) }
}

/** Who has the most of the links, or the fewest of those who have any: all that have as many. */
export function ranked(
  links: readonly Link[],
  by: 'place' | 'country' | 'partner',
  end: 'most' | 'fewest',
): { names: readonly string[]; links: readonly Link[]; each: number } {
  const names = {
    place: ({ place }: Link) => place.name,
    country: ({ twin }: Link) => countryName(twin.country),
    partner: ({ twin }: Link) => placeName(twin),
  }
  const groups = [...Map.groupBy(links, names[by])]
  const sizes = groups.map(([, found]) => found.length)
  const each = end === 'most' ? Math.max(...sizes) : Math.min(...sizes)
  const winners = groups.filter(([, found]) => found.length === each)
  return { names: winners.map(([name]) => name), links: winners.flatMap(([, found]) => found), each }
}

export function rankedInWords(
  { names, links, each }: ReturnType<typeof ranked>,
  of: readonly Link[],
  end: 'most' | 'fewest',
  context: AnswerContext,
): Direct {
  const shown = names.length > MOST_NAMED ? `${count(names.length, 'place')}` : AND.format(names)
  const sentence = `${shown}, with ${each}${names.length > 1 ? ' each' : ''}: the ${end} of the ${count(of.length, 'link')} recorded here.`
  return { sentence, cites: citesOf(links.map(telling), context) }
}

/** `3 countries: Germany (2), France and Spain.` */
export function listed(links: readonly Link[], by: 'place' | 'country', context: AnswerContext): Direct {
  const key = ({ place, twin }: Link) => (by === 'place' ? place.name : countryName(twin.country))
  const groups = [...Map.groupBy(links, key)].sort(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  const names = groups.map(([name, found]) => (found.length > 1 ? `${name} (${found.length})` : name))
  const many = by === 'place' ? count(names.length, 'place') : countries(names.length)
  return { sentence: `${many}: ${AND.format(names)}.`, cites: citesOf(links.map(telling), context) }
}

function countries(many: number): string {
  return many === 1 ? '1 country' : `${many} countries`
}
