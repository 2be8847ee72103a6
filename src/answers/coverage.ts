import type { Answer, OfferList } from '../answer/answer.ts'
import { dateInWords } from '../answer/in-words.ts'
import type { Area } from '../knowledge/records.ts'
import {
  type AreaCoverage,
  areasCovered,
  coverageInWords,
  coverageOf,
  NO_AREAS,
} from '../library/coverage.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'

/** What is held of one nation, region or combined authority, and the names of the council areas where nobody has looked. */
export function onCoverage({ id, name }: Area, context: AnswerContext): Answer {
  const all = heldOf(context)
  const area = all.find((one) => one.id === id)
  if (!area) throw new Error(`nothing is known of the area ${id}`)
  const { links, searched, unseen, checked, councils } = area
  return {
    ...EMPTY_ANSWER,
    command: 'help',
    kind: 'help',
    outcome: 'help',
    ask: coverageAsk(area),
    heading: `What is held of ${name}`,
    lead: [
      coverageInWords(area),
      ...(checked ? [`Last compared with a source on ${dateInWords(checked)}.`] : []),
      ...(searched.length > 0 ? [`Somebody looked and found none: ${searched.join(', ')}.`] : []),
      ...(unseen.length > 0 ? [`Nobody has looked: ${unseen.join(', ')}.`] : []),
      ...(councils > 0 && unseen.length === 0 ? ['Every council area has been looked at.'] : []),
    ],
    next: [
      ...(links > 0 ? [{ label: `Links of ${name}`, ask: `twins ${name}` }] : []),
      { label: 'What is held of all', ask: 'coverage' },
    ],
  }
}

/** What is held of each area of the UK of which anything is known. */
export function heldOf({ knowledge, links, exists, today }: AnswerContext): readonly AreaCoverage[] {
  return coverageOf(knowledge, links, exists(), today).filter(
    ({ links, councils }) => links > 0 || councils > 0,
  )
}

export function coverageAsk({ name }: Pick<Area, 'name'>): string {
  return `coverage ${name}`
}

/** Every area of which one can ask what is held, for where there is room for menus. */
export function coverageAsked({ knowledge }: Pick<AnswerContext, 'knowledge'>): readonly OfferList[] {
  const areas = areasCovered(knowledge, NO_AREAS)
  if (areas.length === 0) return []
  const says = `of each nation, region and combined authority, how much is held, how old it is, and where nobody has looked`
  return [
    { title: 'Coverage', says, asks: areas.map((area) => ({ label: area.name, ask: coverageAsk(area) })) },
  ]
}
