import type { Answer, Finding, Group } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import type { LinkRow } from '../../answer/table.ts'
import type { Link, Scope } from '../../library/link.ts'
import { concerns } from '../../library/records-about-place.ts'
import { type Locality, placeName } from '../../places/locality.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readFrom } from './holds-nothing.ts'
import { headings, ofLink, outcomeInFull, timelineOf } from './link-story.ts'
import { citing } from './link-table.ts'

/** A sheet for a review of all links of a place: each with what stands under the headings of one, and no score of ours. */
export function review(answer: Answer, { name, links, localities }: Scope, context: AnswerContext): Answer {
  const { review: _this, ...shown } = answer
  if (!answer.table) return answer
  const told = new Map<string, readonly Finding[]>()
  const columns = new Map<string, LinkRow['columns']>()
  const groups = links.map((link): Group => {
    const timeline = timelineOf(link, context).flatMap(({ findings }) => findings)
    const state = link.decisive ?? link.assertions[0]
    const id = `${link.place.id} ${link.twin.id}`
    told.set(id, timeline)
    columns.set(id, headings(link, context, outcomeInFull))
    return {
      under: 'Under the headings of a review',
      title: `${link.place.name} – ${placeName(link.twin)}`,
      lead: headings(link, context)
        .map(([head, value]) => `${head}: ${value}.`)
        .join(' '),
      leadIsInTable: true,
      findings: timeline.length > 0 || !state ? timeline : [context.finding(state.id)],
    }
  })
  const table = citing(answer.table, ({ link }) => told.get(link) ?? [])
  const rows = table.rows.map((row) => ({ ...row, columns: columns.get(row.link) ?? [] }))
  const all = [...answer.groups, ...groups, ...besideLinks(links, localities, context)]
  return {
    ...shown,
    ask: `${answer.ask} review`,
    heading: `${name}: review sheet, ${count(links.length, 'link')}`,
    lead: [...(answer.lead ?? []), BLANKS],
    table: { ...table, rows },
    groups: all,
    note: readFrom(all),
  }
}

const BLANKS =
  'What is not known says so; what links brought is not recorded of any, and nothing here is scored or recommended.'

/** What was decided and paid that is about none of the links: a policy, a partner still to be chosen. */
function besideLinks(
  links: readonly Link[],
  localities: readonly Locality[],
  context: AnswerContext,
): readonly Group[] {
  const { decisions, costs } = context.knowledge
  const about = [...decisions, ...costs].filter((one) => concerns(one, localities, context.knowledge))
  const others = about.filter((one) => !links.some((link) => ofLink(link)(one)))
  return others.map(({ id }) => {
    const one = context.finding(id)
    return { under: 'Beside the links', title: one.title, findings: [one] }
  })
}
