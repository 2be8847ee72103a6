import type { Standing } from '../answer/table.ts'
import { STANDING_IN_WORDS, STANDINGS } from '../answer/table.ts'
import { distinctSpots, type MapLink, sameSpot } from './drawing.ts'

/** Characters. More is refused where people talk. */
const MOST = 2000
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The map in words: how many links, the partners by country, and how the links stand. */
export function altText(title: string, links: readonly MapLink[]): string {
  const shown = STANDINGS.flatMap((standing) => sentences(links, standing))
  return shortened(`Map. ${title}. Links: ${counted(links)}.`, shown)
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
  return all + counts.map(({ count, words }) => `${count} ${words}`).join('; ')
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
      return `${lists.format(names.sort((a, b) => a.localeCompare(b, 'en')))} (${country})`
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

/** Cut at a word when it is too long; the list that the map comes with has every link. */
function shortened(start: string, rest: readonly string[]): string {
  const whole = [start, ...rest].join(' ')
  if ([...whole].length <= MOST) return whole
  const ending = ' … The rest is in the list.'
  const kept = [...whole].slice(0, MOST - ending.length).join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 1))}${ending}`
}
