import type { Answer } from '../answer/answer.ts'
import { count } from '../answer/count.ts'
import { recordFindings, summaryFindings } from '../library/finding.ts'
import { topicSubject, topicsIn } from '../library/subjects.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'
import { type Askable, topicsOf } from './parts/topics.ts'

/** How many of the other topics an answer offers. */
const FOLLOW_UPS = 3

/** The command a report brings with it: `command: nesta` in knowledge gives `/nesta`. */
export function reportCommand(report: Askable): Command {
  return {
    name: report.command,
    description: `What the report ${report.title} says on a topic, with citations`,
    usage: report.findings
      .slice(0, 3)
      .map(({ title }) => title.toLowerCase())
      .join(' | '),
    answer: (words, context) =>
      isForAll(words) ? summary(report, context) : onTopic(report, words, context),
  }
}

function isForAll(words: string): boolean {
  return words === '' || /^(topics?|list|summary)$/i.test(words)
}

function summary(report: Askable, context: AnswerContext): Answer {
  const findings = summaryFindings(report, context.library.knowledge, context.today)
  return {
    ...EMPTY_ANSWER,
    command: report.command,
    kind: 'knowledge',
    outcome: 'found',
    ask: report.command,
    heading: report.title,
    groups: [{ title: 'Summary', findings }],
    about: [topicSubject(report.title)],
    next: topicsOf(report),
    note: [
      secondHandCount(report),
      `Topics: ${report.findings.map(({ title }) => title).join(' · ')}.`,
      findings.some(({ cite }) => cite.source === report.report)
        ? ''
        : `The report’s own reference: cite ${report.report}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** How much of what we hold on a report was read in other documents. */
function secondHandCount({ findings }: Askable): string {
  const second = findings.filter(({ citing }) => citing).length
  if (second === 0) return ''
  const how = second === findings.length ? 'All' : `${second} of the`
  return `${how} ${count(findings.length, 'finding')} we hold ${findings.length === 1 ? 'is' : 'are'} second-hand: read in other documents, named with each.`
}

function onTopic(report: Askable, words: string, context: AnswerContext): Answer {
  const said = context.library.said(words, { within: new Set(report.findings.map(({ id }) => id)) })
  const ask = `${report.command} ${words}`
  if (said.strength === 'none' || said.hits.length === 0) {
    return {
      ...EMPTY_ANSWER,
      command: report.command,
      kind: 'knowledge',
      outcome: 'nothing',
      ask,
      heading: `We hold nothing on “${words}” from ${report.title}`,
      lead: [
        `${count(report.findings.length, 'topic')} of this report are recorded. The report may well say more.`,
      ],
      next: topicsOf(report),
      missing: topicsIn(words, context.library.knowledge),
    }
  }
  const { library, today } = context
  const found = recordFindings(said.hits, library.knowledge, today)
  const findings = found.map((finding, at) => ({ ...finding, marks: said.hits[at]?.marks }))
  const shown = new Set(findings.map(({ title }) => title))
  return {
    ...EMPTY_ANSWER,
    command: report.command,
    kind: 'knowledge',
    outcome: 'found',
    ask,
    heading: `${report.title}: ${words}`,
    groups: findings.map((finding) => ({ title: finding.title, findings: [finding] })),
    about: findings.map(({ title }) => topicSubject(title)),
    next: topicsOf(report)
      .filter(({ label }) => !shown.has(label))
      .slice(0, FOLLOW_UPS),
    note: said.corrected.map(({ typed, read }) => `Read “${typed}” as “${read}”.`).join(' ') || undefined,
  }
}
