import type { Group } from '../../answer/answer.ts'
import { dateInWords } from '../../answer/in-words.ts'
import { STANDING_IN_WORDS, STANDINGS } from '../../answer/table.ts'
import type { Assertion } from '../../knowledge/records.ts'
import { type Difference, differences, type Link, stands } from '../../library/link.ts'
import { placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'
import { ofTheDay } from './of-the-day.ts'

/** What a list of links is about: one UK place, one place abroad, or several places. */
export type Focus = 'place' | 'twin' | 'several'

/**
 * Each link once, its statements under it. Around one place the other ends are named, links reported active
 * before ended ones; else the links stand under their UK places, and a title says when its link does not stand.
 */
export function linkGroups(links: readonly Link[], focus: Focus, context: AnswerContext): readonly Group[] {
  return inOrder(links, focus).map((link) => ({
    ...heading(link, focus),
    link: link.id,
    ...told(link, context),
  }))
}

const told = ofTheDay((link, context) => ({
  lead: differ(link, context),
  findings: link.assertions.map(({ id }) => context.finding(id)),
}))

function inOrder(links: readonly Link[], focus: Focus): readonly Link[] {
  if (focus === 'several') return links
  return STANDINGS.flatMap((standing) => links.filter((link) => link.standing === standing))
}

function heading(link: Link, focus: Focus): { under: string; title: string } {
  const { place, twin } = link
  const how = STANDING_IN_WORDS[link.standing]
  if (focus === 'several') {
    return { under: place.name, title: placeName(twin) + (stands(link) ? '' : ` (${how})`) }
  }
  return { under: capitalised(how), title: focus === 'place' ? placeName(twin) : place.name }
}

/** `Sources differ on the start: 1988, says Yorkshire Evening Post (2018); 1989, says Global Leeds (no date).` */
function differ(link: Link, context: Pick<AnswerContext, 'finding'>): string | undefined {
  const sentences = differences(link).map(
    ({ on, values }) =>
      `Sources differ on the ${on}: ${values.map((value) => said(on, value, context)).join('; ')}.`,
  )
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

function said(
  on: Difference['on'],
  { value, said }: Difference['values'][number],
  { finding }: Pick<AnswerContext, 'finding'>,
): string {
  const words = on === 'start' ? dateInWords(value) : on === 'state' ? `${value} ${dated(said)}` : value
  const who = [...new Set(said.map(({ id }) => finding(id).cite.label))]
  return `${words}, ${who.length === 1 ? 'says' : 'say'} ${who.join(' and ')}`
}

function dated(said: readonly Assertion[]): string {
  const dates = [...new Set(said.map(({ on }) => (on ? dateInWords(on) : 'undated')))]
  return `(${dates.join(', ')})`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
