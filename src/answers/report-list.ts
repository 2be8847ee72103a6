import type { Answer, Ask } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import type { Knowledge, Report } from '../knowledge/records.ts'
import { disagreement } from '../library/finding.ts'
import type { Said } from '../library/said.ts'
import { topicSubject } from '../library/subjects.ts'
import { reportAsk } from '../question/commands.ts'
import type { Intent } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { playedNoPart, readAs } from './parts/holds-nothing.ts'

/** How many reports one answer lists, and how many findings one shows. */
const REPORTS = 20
const FINDINGS = 8
/** How many questions follow from it. */
const FOLLOW_UPS = 3

type Reports = Extract<Intent, { is: 'reports' }>

/** All reports; or those that are called so, and what reports say on it, each with its source. */
export function onReports(asked: Reports, context: AnswerContext): Answer {
  if (!asked.said) return list(asked, context)
  const isFound = asked.said.strength !== 'none' && asked.said.hits.length > 0
  return isFound || asked.named.length > 0 ? onTopic(asked, asked.said, context) : nothing(asked, context)
}

function list({ page, named }: Reports, { knowledge }: AnswerContext): Answer {
  const last = Math.max(1, Math.ceil(named.length / REPORTS))
  const at = Math.min(page, last)
  const shown = byTitle(named).slice((at - 1) * REPORTS, at * REPORTS)
  const rest = named.length - at * REPORTS
  const more = { label: count(Math.max(rest, 0), 'more report'), ask: `report page ${at + 1}` }
  return {
    ...EMPTY_ANSWER,
    command: 'report',
    kind: 'help',
    outcome: 'help',
    ask: at > 1 ? `report page ${at}` : 'report',
    heading:
      named.length > 0
        ? `We hold ${count(named.length, 'report')}; ask one by the word before it`
        : 'We hold no report yet',
    lead: shown.map((report) => reportLine(report, knowledge)),
    next: shown.slice(0, FOLLOW_UPS).map(asked),
    more: rest > 0 ? more : undefined,
    note: 'Ask all of them at once by a topic: report climate.',
  }
}

/** How many of them are named where reports are one thing among others. */
const IN_BRIEF = 12

/** `Reports to ask: nesta, oecd, 29 more.`: those that have a command of their own by that. */
export function reportsInBrief({ reports }: Knowledge): readonly string[] {
  if (reports.length === 0) return []
  const commands = reports.flatMap(({ command }) => command ?? []).slice(0, IN_BRIEF)
  const rest = reports.length - commands.length
  const more = rest > 0 ? [commands.length > 0 ? `${rest} more` : count(rest, 'report')] : []
  return [`Reports to ask: ${[...commands, ...more].join(', ')}. “report” lists them with their titles.`]
}

function byTitle(reports: readonly Report[]): readonly Report[] {
  return reports.toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
}

function asked(report: Report): Ask {
  return { label: report.title, ask: reportAsk(report) }
}

/** `oecd: City-to-City Partnerships, OECD, 2023`. */
export function reportLine({ report, word, title }: Report, { sources }: Knowledge): string {
  const source = sources.get(report)
  const by = source?.publisher ?? source?.author[0]?.literal
  return `${word}: ${[title, by, source?.issued?.slice(0, 4) ?? 'no date'].filter(Boolean).join(', ')}`
}

function onTopic(
  { words, named, unused }: Reports,
  said: Said,
  { knowledge, finding }: AnswerContext,
): Answer {
  const hits = said.hits.slice(0, FINDINGS)
  const shown = hits.flatMap((hit) => {
    const report = knowledge.reports.find(({ findings }) => findings.some(({ id }) => id === hit.id))
    return report ? [{ report, hit }] : []
  })
  const speaking = Map.groupBy(shown, ({ report }) => report)
  const groups = [...speaking].flatMap(([report, found]) =>
    found.map(({ hit: { id, marks } }) => ({
      under: reportLine(report, knowledge),
      title: finding(id).title,
      lead: disagreement(id, knowledge),
      findings: [{ ...finding(id), marks }],
    })),
  )
  return {
    ...EMPTY_ANSWER,
    command: 'report',
    kind: 'knowledge',
    outcome: 'found',
    ask: `report ${words}`,
    heading:
      said.strength === 'none' || (said.strength === 'answer' && unused.length === 0)
        ? `What reports say on “${words}”`
        : `No report speaks to all of “${words}”; this comes closest`,
    lead: [...(playedNoPart(unused) ?? []), ...byTitle(named).map((report) => reportLine(report, knowledge))],
    groups,
    about: groups.map(({ title }) => topicSubject(title)),
    next: [
      ...(named.length > 0
        ? byTitle(named).map(asked)
        : [...speaking.keys()].map((report) => ({ label: report.title, ask: reportAsk(report, words) }))
      ).slice(0, FOLLOW_UPS),
      everythingOn(words),
    ],
    note: readAs(said.corrected),
  }
}

function nothing({ words }: Reports, { knowledge: { reports } }: AnswerContext): Answer {
  const findings = reports.reduce((sum, report) => sum + report.findings.length, 0)
  return {
    ...EMPTY_ANSWER,
    command: 'report',
    kind: 'knowledge',
    outcome: 'nothing',
    ask: `report ${words}`,
    heading: `We hold no report that is called “${words}” or speaks to it`,
    lead: [
      `${count(reports.length, 'report')} with ${count(findings, 'finding')} were looked through. There may well be one that nobody has recorded here.`,
    ],
    next: [{ label: 'All reports', ask: 'report' }, everythingOn(words)],
    missing: [],
  }
}

function everythingOn(words: string): Ask {
  return { label: `Everything on “${words}”`, ask: `ask ${words}` }
}
