import { type Answer, findingsOf } from '../answer/answer.ts'
import { countryName } from '../answer/country-name.ts'
import type { Knowledge, Place } from '../knowledge/entries.ts'
import { type Link, linksOf, STANDING } from '../library/link.ts'
import type { Drawing, MapLink, Spot } from './drawing.ts'

/** What to draw below an answer that is a list of links, and nothing else; `undefined` for any other answer. */
export function mapOf(answer: Answer, knowledge: Knowledge): Drawing | undefined {
  const findings = findingsOf(answer)
  if (findings.length === 0 || findings.some(({ kind }) => kind !== 'twinning')) return undefined
  const shown = new Set(findings.map(({ id }) => id))
  const links = linksOf(knowledge).filter(({ assertions }) => assertions.some(({ id }) => shown.has(id)))
  return links.length > 0 ? { title: answer.heading, links: links.map(mapLink) } : undefined
}

function mapLink({ place, twin, standing, assertions }: Link): MapLink {
  const word = assertions.find(({ status }) => STANDING[status] === standing)?.status
  return { from: spot(place), to: spot(twin), standing, ...(standing !== 'current' && word && { word }) }
}

function spot({ name, country, lat, lon }: Place): Spot {
  return { name, country: countryName(country), code: country, lat, lon }
}
