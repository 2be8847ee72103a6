import type { Answer, OfferList } from '../answer/answer.ts'
import { count, dateInWords } from '../answer/in-words.ts'
import type { Area, Knowledge, PackHeld } from '../knowledge/records.ts'
import {
  type AreaCoverage,
  areasCovered,
  coverageInWords,
  coverageOf,
  NO_AREAS,
} from '../library/coverage.ts'
import { isOld } from '../library/link.ts'
import { keptFor } from '../search/lazily.ts'
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

/** What the folder holds, how fresh it is, and what it does not cover: a sentence each. */
export function coverage({ knowledge, links, today }: AnswerContext): readonly string[] {
  const places = new Set(links.map(({ place }) => place.id))
  const twins = new Set(links.map(({ twin }) => twin.id))
  const findings = knowledge.reports.reduce((sum, report) => sum + report.findings.length, 0)
  const old = links.filter((link) => isOld((link.decisive ?? link.assertions[0])?.on, today)).length
  return [
    `We hold ${count(links.length, 'link')} of ${count(places.size, 'UK place')} with ${count(twins.size, 'place')} abroad ` +
      `(${count(knowledge.assertions.length, 'statement')}), ${count(knowledge.claims.length, 'claim')}${others(knowledge)} and ` +
      `${count(findings, 'report finding')}, read in ${count(knowledge.sources.size, 'source')}.`,
    `Newest check of a source: ${newestCheck(knowledge)}.${
      old > 0
        ? ` Of ${count(old, 'link')} the newest evidence is over five years old or undated, and the answer says so.`
        : ''
    } Place data: GeoNames, CC BY 4.0.`,
    ...knowledge.packs.map(packInWords),
    'We do not cover every link of every council, and a link we have not recorded may well exist. Hansa writes nothing ' +
      'itself: every sentence comes from a named source or from the people who keep this folder.',
  ]
}

/** Whose words are shown beside this folder's own, and under what terms; or why they are not. */
export function packInWords({ name, licence, attribution, statements, trouble }: PackHeld): string {
  return trouble ?? `“${name}” adds ${count(statements, 'statement')} (${licence}; ${attribution}).`
}

/** `, 3 interviews`: the kinds that the sentence does not name itself. */
function others({ statements }: Knowledge): string {
  const rest = statements.values().filter(({ kind }) => !['twinning', 'claim', 'report'].includes(kind))
  return [...Map.groupBy(rest, ({ kind }) => kind)]
    .map(([kind, { length }]) => `, ${count(length, kind)}`)
    .join('')
}

/** `24 November 2026`, or that nothing was checked yet. */
export const newestCheck = keptFor((knowledge: Knowledge): string => {
  const newest = [...knowledge.statements.values()]
    .map(({ checked }) => checked.on)
    .sort()
    .at(-1)
  return newest ? dateInWords(newest) : 'none yet'
})
