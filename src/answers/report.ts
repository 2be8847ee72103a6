import type { Answer, Ask } from '../answer/answer.ts'
import { AND, count } from '../answer/in-words.ts'
import type { Knowledge, Report } from '../knowledge/records.ts'
import { summaryFindings } from '../library/finding.ts'
import { topicSubject } from '../library/subjects.ts'
import { reportAsk } from '../question/commands.ts'
import type { Intent, ReportTopic } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { topicsOf } from './parts/follow-ups.ts'
import { playedNoPart, readAs } from './parts/holds-nothing.ts'

/** How many of the topics an answer offers to press. */
const FOLLOW_UPS = 3

export function onReport(
  { report, topic }: Extract<Intent, { is: 'report' }>,
  context: AnswerContext,
): Answer {
  return topic ? onTopic(report, topic, context) : summary(report, context)
}

function summary(report: Report, context: AnswerContext): Answer {
  const findings = summaryFindings(report, context.knowledge, context.today)
  return {
    ...EMPTY_ANSWER,
    command: report.command ?? 'report',
    kind: 'knowledge',
    outcome: 'found',
    ask: reportAsk(report),
    heading: report.title,
    lead: [topicsInWords(report)],
    groups: [{ title: 'Summary', findings }],
    about: [topicSubject(report.title)],
    // All of them stand above, once: a button each would say them again.
    next: [...ofSameName(report, context.knowledge), ...topicsOf(report).slice(0, FOLLOW_UPS)],
    note: [
      namesakes(report, context.knowledge),
      secondHandCount(report),
      findings.some(({ cite }) => cite.source === report.report)
        ? ''
        : `The report’s own reference: cite ${report.report}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** `13 topics: Policy innovation · Systems innovation`. */
function topicsInWords({ findings }: Report): string {
  return `${count(findings.length, 'topic')}: ${findings.map(({ title }) => title).join(' · ')}.`
}

/** Other folders' reports that would have the same command. */
function others({ command, taken, report }: Report, { reports }: Knowledge): readonly Report[] {
  const asked = command ?? taken
  return reports.filter(
    (one) => asked !== undefined && one.report !== report && [one.command, one.taken].includes(asked),
  )
}

/** Whose report it is where a command is that of several, and how the others are asked. */
function namesakes(report: Report, knowledge: Knowledge): string {
  const whose = (one: Report) => {
    const held = knowledge.sources.get(one.report)?.heldIn?.name
    return held === undefined ? 'this folder' : `“${held}”`
  }
  const rest = others(report, knowledge).map((one) => `that of ${whose(one)} by “${reportAsk(one)}”`)
  if (rest.length === 0) return ''
  const name = report.command ?? report.taken
  return `More than one folder has a report “${name}”: this is that of ${whose(report)}; ask ${AND.format(rest)}.`
}

function ofSameName(report: Report, knowledge: Knowledge, words = ''): readonly Ask[] {
  return others(report, knowledge).map((one) => ({ label: one.title, ask: reportAsk(one, words) }))
}

/** How much of what we hold on a report was read in other documents. */
function secondHandCount({ findings }: Report): string {
  const second = findings.filter(({ citing }) => citing).length
  if (second === 0) return ''
  const how = second === findings.length ? 'All' : `${second} of the`
  return `${how} ${count(findings.length, 'finding')} we hold ${findings.length === 1 ? 'is' : 'are'} second-hand: read in other documents, named with each.`
}

function onTopic(
  report: Report,
  { words, said, topics, unused }: ReportTopic,
  context: AnswerContext,
): Answer {
  const ask = reportAsk(report, words)
  if (said.strength === 'none' || said.hits.length === 0) {
    return {
      ...EMPTY_ANSWER,
      command: report.command ?? 'report',
      kind: 'knowledge',
      outcome: 'nothing',
      ask,
      heading: `We hold nothing on “${words}” from ${report.title}`,
      lead: [
        `${count(report.findings.length, 'topic')} of this report are recorded. The report may well say more.`,
      ],
      next: [...ofSameName(report, context.knowledge, words), ...topicsOf(report)],
      missing: topics,
      note: namesakes(report, context.knowledge) || undefined,
    }
  }
  const findings = said.hits.map(({ id, marks }) => ({ ...context.finding(id), marks }))
  const shown = new Set(findings.map(({ title }) => title))
  return {
    ...EMPTY_ANSWER,
    command: report.command ?? 'report',
    kind: 'knowledge',
    outcome: 'found',
    ask,
    heading:
      unused.length > 0
        ? `Nothing in ${report.title} speaks to all of “${words}”; this comes closest`
        : `${report.title}: ${words}`,
    lead: playedNoPart(unused),
    groups: findings.map((finding) => ({ title: finding.title, findings: [finding] })),
    about: findings.map(({ title }) => topicSubject(title)),
    next: [
      ...ofSameName(report, context.knowledge, words),
      ...topicsOf(report)
        .filter(({ label }) => !shown.has(label))
        .slice(0, FOLLOW_UPS),
    ],
    note:
      [namesakes(report, context.knowledge), readAs(said.corrected)].filter(Boolean).join(' ') || undefined,
  }
}
