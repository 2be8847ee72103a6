import { AND, count } from '../answer/in-words.ts'
import type { Standing } from '../answer/table.ts'
import { STANDING_IN_WORDS, STANDINGS } from '../answer/table.ts'
import { timelineInWords } from './draw-timeline.ts'
import { type Drawing, distinctSpots, isCrowded, type MapLink, sameSpot } from './drawing.ts'

/** Characters. More is refused where people talk. */
const MOST = 2000
/** Countries that are named where there are many links. */
const COUNTRIES = 5

/** The map in words: what leads where, how the links stand, and the partners by country or, of many links, a summary. */
export function altText({ title, links, timeline = [] }: Drawing): string {
  const drawn = timeline.length > 0 ? 'Map and timeline' : 'Map'
  const start = `${drawn}. ${title}. ${reach(links)}. Links: ${counted(links)}.`
  if (isCrowded(links)) return shortened(start, [mostly(links)])
  const happened = timeline.length > 0 ? [`Timeline. ${timelineInWords(timeline)}.`] : []
  return shortened(start, [...STANDINGS.flatMap((standing) => sentences(links, standing)), ...happened])
}

/** `7 reported active; 2 ended`, `both reported active`, or `all 9 reported active`. */
export function counted(links: readonly MapLink[]): string {
  const counts = STANDINGS.map((standing) => ({
    words: STANDING_IN_WORDS[standing],
    count: links.filter((link) => link.standing === standing).length,
  })).filter(({ count }) => count > 0)
  const [only, ...others] = counts
  if (only?.count === 2 && others.length === 0) return `both ${only.words}`
  const all = only && only.count > 2 && others.length === 0 ? 'all ' : ''
  return all + counts.map(({ count, words }) => `${count.toLocaleString('en-GB')} ${words}`).join('; ')
}

/** `From Leeds (United Kingdom) to 9 places in 8 countries`. */
export function reach(links: readonly MapLink[]): string {
  return `From ${some(links.map(({ from }) => from))} to ${some(links.map(({ to }) => to))}`
}

function some(spots: readonly MapLink['from'][]): string {
  const places = distinctSpots(spots)
  const countries = new Set(places.map(({ country }) => country))
  const [country] = countries
  const what = places.length === 1 ? places[0]?.name : count(places.length, 'place')
  return countries.size === 1 ? `${what} (${country})` : `${what} in ${countries.size} countries`
}

/** `Most lead to France (190), Germany (170) and Poland (20), the others to 36 more countries.` */
function mostly(links: readonly MapLink[]): string {
  const byCountry = [...Map.groupBy(links, ({ to }) => to.country)]
    .map(([country, { length }]) => ({ country, length }))
    .sort((a, b) => b.length - a.length || a.country.localeCompare(b.country, 'en'))
  const rest = byCountry.length - COUNTRIES
  if (byCountry.length === 1) return 'The answer has every link in words.'
  const named = AND.format(
    byCountry
      .slice(0, COUNTRIES)
      .map(({ country, length }) => `${country} (${length.toLocaleString('en-GB')})`),
  )
  const others = rest > 0 ? `; the others to ${rest} more ${rest === 1 ? 'country' : 'countries'}` : ''
  return `${rest > 0 ? 'Most' : 'They'} lead to ${named}${others}. The answer has every link in words.`
}

/** `Reported active, from Leeds: Dortmund and Siegen (Germany), Lille (France).` One sentence for each start. */
function sentences(links: readonly MapLink[], standing: Standing): string[] {
  const some = links.filter((link) => link.standing === standing)
  return distinctSpots(some.map(({ from }) => from)).map((from) => {
    const fromHere = some.filter((link) => sameSpot(link.from, from))
    const countries = [...new Set(fromHere.map(({ to }) => to.country))].sort((a, b) =>
      a.localeCompare(b, 'en'),
    )
    const groups = countries.map((country) => {
      const names = fromHere.filter(({ to }) => to.country === country).map(named)
      return `${AND.format(names.sort((a, b) => a.localeCompare(b, 'en')))} (${country})`
    })
    return `${capitalised(STANDING_IN_WORDS[standing])}, from ${from.name}: ${groups.join(', ')}.`
  })
}

function named({ to, word }: MapLink): string {
  return word ? `${to.name}, ${word}` : to.name
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Cut at a word when it is too long; the answer that the map comes with has every link. */
function shortened(start: string, rest: readonly string[]): string {
  const whole = [start, ...rest].join(' ')
  if ([...whole].length <= MOST) return whole
  const ending = ' … The rest is in the list.'
  const kept = [...whole].slice(0, MOST - ending.length).join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 1))}${ending}`
}
