import type { Ask } from '../../answer/answer.ts'
import type { Report } from '../../knowledge/records.ts'
import type { AnswerContext } from '../command.ts'

/** A report that people can ask by its own word. */
export type Askable = Report & { command: string }

export function askable({ library: { knowledge } }: AnswerContext): readonly Askable[] {
  return knowledge.reports.filter((report): report is Askable => report.command !== undefined)
}

/** Each topic of each report as a question. */
export function topics(context: AnswerContext): readonly Ask[] {
  return askable(context).flatMap(topicsOf)
}

export function topicsOf({ command, findings }: Askable): readonly Ask[] {
  return findings.map(({ title }) => ({ label: title, ask: `${command} ${title.toLowerCase()}` }))
}

/** A question in words that this folder can answer: the topics of the first claim that has two of them. */
export function questionThatWorks({ library }: AnswerContext): readonly Ask[] {
  const questions = library.knowledge.claims
    .filter(({ about }) => about.length > 1)
    .map(({ about }) => about.slice(0, 2).join(' and '))
  const works = questions.find((question) => library.said(question).strength === 'answer')
  return works ? [{ label: works, ask: `ask ${works}` }] : []
}
