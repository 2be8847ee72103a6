import type { Answer, CommandInfo, OfferList } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import type { Knowledge, Place } from '../knowledge/records.ts'
import { reportAsk } from '../question/commands.ts'
import type { Intent } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { coverage, coverageAsked } from './coverage.ts'
import { examples, topics } from './parts/follow-ups.ts'
import { reportsInBrief } from './report-list.ts'

export function help(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'help',
    kind: 'help',
    outcome: 'help',
    ask: 'help',
    heading: 'Ask for a place’s partner cities, a report’s findings, or in your own words',
    lead: [...coverage(context), ...reportsInBrief(context.knowledge)],
    lists: [...coverageAsked(context), ...placesHeld(context), ...reportsHeld(context)],
    next: [...examples(context).slice(0, 1), ...topics(context).slice(0, 1), ...context.questionThatWorks()],
  }
}

export function noSuchCommand(
  { word, rest, like }: Extract<Intent, { is: 'no such command' }>,
  ask: string,
  commands: readonly CommandInfo[],
): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'other',
    kind: 'help',
    outcome: like.length > 0 ? 'suggest' : 'unknown',
    ask,
    heading: `There is no command /${word}`,
    lead: [`There are ${commands.map(({ name }) => `/${name}`).join(', ')}.`],
    suggestions: like.map(({ name }) => ({
      label: `/${name} ${rest}`.trim(),
      ask: `${name} ${rest}`.trim(),
    })),
  }
}

/** What is said of a channel's command where there is no channel that it could belong to. */
export function elsewhere({ command }: Extract<Intent, { is: 'channel' }>): Answer {
  return {
    ...EMPTY_ANSWER,
    command,
    kind: command === 'settings' ? 'digest' : command,
    outcome: 'help',
    ask: command,
    heading: ELSEWHERE[command],
  }
}

const ELSEWHERE = {
  digest:
    'Digests belong to a channel in Slack or Teams, where “digest” sets them; “npx hansa digest” shows this week’s here',
  settings: 'Settings belong to a channel: ask for “settings” in one',
  gaps: 'Gaps are listed for a workspace, in Slack; “npx hansa gaps” lists those of this store',
}

/** The UK places that links are held of, by nation, and in England by region; each with how many. */
function placesHeld({ knowledge, links }: AnswerContext): readonly OfferList[] {
  const byArea = Map.groupBy(links, ({ place }) => areaName(place, knowledge))
  return [...byArea].sort(inEnglish).map(([title, links]) => {
    const byPlace = Map.groupBy(links, ({ place }) => place)
    const named = [...byPlace].map(([{ name }, { length }]) => [name, length] as const)
    return {
      title,
      says: `${count(byPlace.size, 'place')}, ${count(links.length, 'link')}`,
      asks: named.sort(inEnglish).map(([name, many]) => ({
        label: `${name}: ${count(many, 'link')}`,
        ask: `twins ${name}`,
      })),
    }
  })
}

/** Every report with the word that asks it. */
function reportsHeld({ knowledge: { reports } }: Pick<AnswerContext, 'knowledge'>): readonly OfferList[] {
  if (reports.length === 0) return []
  const asks = reports.map((report) => ({ label: `${report.word}: ${report.title}`, ask: reportAsk(report) }))
  return [
    {
      title: 'Reports',
      says: `${count(reports.length, 'report')}, each asked by the word before it, or all at once: report climate`,
      asks: asks.sort((one, other) => one.label.localeCompare(other.label, 'en')),
    },
  ]
}

/** `England, North West`; `Wales`. */
function areaName({ nation, region }: Place, { areas }: Knowledge): string {
  const names = [nation, region].flatMap((id) => areas.get(id ?? '')?.name ?? [])
  return names.join(', ') || 'Other places'
}

function inEnglish([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one.localeCompare(other, 'en')
}
