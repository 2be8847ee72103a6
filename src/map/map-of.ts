import type { Answer } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import { momentsOf } from '../answer/timeline.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'
import { type Link, linksOf, stands } from '../library/link.ts'
import type { Drawing, MapLink, Spot } from './drawing.ts'

/** What to draw for an answer with a table of links: those links; `undefined` for any other answer. */
export function mapOf(answer: Answer, knowledge: Knowledge): Drawing | undefined {
  const { heading, table } = answer
  const shown = new Set(table?.rows.map(({ link }) => link))
  if (shown.size === 0) return undefined
  // Only these: all links of a folder take a hundred times as long, and whoever asks meanwhile waits.
  const assertions = knowledge.assertions.filter(({ place, twin }) => shown.has(`${place} ${twin}`))
  const links = linksOf({ ...knowledge, assertions })
  if (links.length === 0) return undefined
  const timeline = momentsOf(answer)
  return { title: heading, links: links.map(mapLink), ...(timeline.length > 0 && { timeline }) }
}

function mapLink(link: Link): MapLink {
  const { place, twin, standing, decisive } = link
  const word = stands(link) ? undefined : decisive?.status
  return { from: spot(place), to: spot(twin), standing, ...(word && { word }) }
}

function spot({ name, country, lat, lon }: Place): Spot {
  return { name, country: countryName(country), code: country, lat, lon }
}
