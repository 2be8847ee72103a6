import type { OfferList } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import type { Knowledge, Place } from '../../knowledge/records.ts'
import { reportAsk } from '../../question/commands.ts'
import type { AnswerContext } from '../answer-context.ts'

/** The UK places that links are held of, by nation, and in England by region; each with how many. */
export function placesHeld({ knowledge, links }: AnswerContext): readonly OfferList[] {
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
export function reportsHeld({
  knowledge: { reports },
}: Pick<AnswerContext, 'knowledge'>): readonly OfferList[] {
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
