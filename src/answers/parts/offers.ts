import type { Ask } from '../../answer/answer.ts'
import type { Knowledge, Report } from '../../knowledge/records.ts'
import type { Library } from '../../library/library.ts'
import { type Link, stands } from '../../library/link.ts'
import { type Locality, localityName } from '../../places/locality.ts'
import { reportAsk } from '../../question/commands.ts'
import { type Asking, asksAgain } from '../../question/query.ts'
import { keptFor } from '../../search/lazily.ts'
import type { AnswerContext } from '../answer-context.ts'

/** A button for each. `beside` are places named with them, and `asking` what was asked of them: both stay in the question. */
export function choices(
  localities: readonly Locality[],
  beside: readonly Locality[] = [],
  asking: Asking = { filter: {}, want: 'list' },
): readonly Ask[] {
  return localities.map((locality) => {
    const names = [locality, ...beside].map(localityName)
    return { label: names.join(' and '), ask: asksAgain(`twins ${names.join(' ')}`, asking) }
  })
}

/** Three places with the most links that still stand. */
export function examples({ links }: AnswerContext): readonly Ask[] {
  return examplesAmong(links)
}

const examplesAmong = keptFor((links: readonly Link[]): readonly Ask[] => {
  const byPlace = Map.groupBy(links.filter(stands), ({ place }) => place.name)
  const busiest = [...byPlace].sort(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en'),
  )
  return busiest.slice(0, 3).map(([name]) => ({ label: `Twins of ${name}`, ask: `twins ${name}` }))
})

/** Each topic of each report as a question. */
export function topics({ knowledge }: { knowledge: Knowledge }): readonly Ask[] {
  return topicsOfAll(knowledge.reports)
}

const topicsOfAll = keptFor((reports: readonly Report[]) => reports.flatMap(topicsOf))

export function topicsOf(report: Report): readonly Ask[] {
  return report.findings.map(({ title }) => ({ label: title, ask: reportAsk(report, title.toLowerCase()) }))
}

/** A question in words that this folder can answer: the topics of the first claim that has two of them. */
export function questionThatWorks({ knowledge, said }: Library): readonly Ask[] {
  const questions = knowledge.claims
    .filter(({ about, defines }) => about.length > 1 && !defines)
    .map(({ about }) => about.slice(0, 2).join(' and '))
  const works = questions.find((question) => said(question).strength === 'answer')
  return works ? [{ label: works, ask: `ask ${works}` }] : []
}
