import type { Answer, Group, Moment } from '../../answer/answer.ts'
import { count, dateInWords } from '../../answer/in-words.ts'
import { NOT_KNOWN } from '../../answer/table.ts'
import { endOf } from '../../answer/timeline.ts'
import {
  type Agreement,
  type Cost,
  DECIDED_IN_WORDS,
  type Decision,
  holdingInWords,
  type OnLink,
} from '../../knowledge/records-on-links.ts'
import type { Link } from '../../library/link.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readFrom } from './holds-nothing.ts'
import { citing } from './link-table.ts'

type Dated = OnLink & { id: string; day?: string | undefined; what: string; later?: readonly Moment[] }

/** One link whole: who holds it, what was agreed, decided and paid, oldest first, with what is not known said. */
export function withStory(answer: Answer, link: Link, context: AnswerContext): Answer {
  const [row] = answer.table?.rows ?? []
  if (!answer.table || !row) return answer
  const timeline = timelineOf(link, context)
  const groups = [...answer.groups, ...timeline]
  const table = citing(answer.table, () => timeline.flatMap(({ findings }) => findings))
  const [cited = row] = table.rows
  return {
    ...answer,
    table: { ...table, rows: [{ ...cited, more: blanksLast(headings(link, context)) }] },
    groups,
    note: readFrom(groups),
  }
}

/** The blanks in one line, so that a link fits a screen. */
function blanksLast(all: readonly Heading[]): readonly Heading[] {
  const blank = all.filter(([, value]) => value === NOT_KNOWN).map(([head]) => head.toLowerCase())
  const known = all.filter(([, value]) => value !== NOT_KNOWN)
  return blank.length > 0 ? [...known, [capitalised(NOT_KNOWN), blank.join(', ')]] : known
}

type Heading = readonly [head: string, value: string]

/** What a review of a link asks, beside how it stands. A blank says that it is one. */
export function headings(link: Link, context: AnswerContext, outcome = outcomeInWords): readonly Heading[] {
  const { knowledge } = context
  const isOf = ofLink(link)
  const [agreements, decisions, costs] = [
    knowledge.agreements.filter(isOf),
    knowledge.decisions.filter(isOf),
    knowledge.costs.filter(isOf),
  ]
  const outcomes = oldestFirst(decisions.map((one) => ({ ...one, day: one.on }))).map((one) => outcome(one))
  return [
    ['Holder', holderInWords(link, decisions)],
    ['Agreement', agreements.map(agreementInWords).join('; ') || NOT_KNOWN],
    ['Themes', link.themes.join(', ') || NOT_KNOWN],
    ['Decisions', outcomes.join('; ') || NOT_KNOWN],
    ['Costs', sumsInWords(costs) || NOT_KNOWN],
  ]
}

/** As printed, and not added up: `£400, 2020-21 (spent)`; the rest of many below. */
function sumsInWords(costs: readonly Cost[]): string {
  const shown = costs.slice(0, MOST_SUMS).map(({ amount, period, was, partOf }) => {
    return `${amount}, ${period} (${was}${partOf ? ', a part of another sum' : ''})`
  })
  const more = costs.length - shown.length
  return [...shown, ...(more > 0 ? [`${count(more, 'more sum')} below`] : [])].join('; ')
}

const MOST_SUMS = 3

function outcomeInWords(decision: Decision): string {
  const { on } = decision
  return on ? `${whatOf(decision)} (${dateInWords(on)})` : whatOf(decision)
}

/** `kept (Full Council, 2019)` */
export function outcomeInFull(decision: Decision): string {
  const { body, on } = decision
  return `${whatOf(decision)} (${body}, ${on ? dateInWords(on) : 'day not printed'})`
}

/** `kept`; `the grant: ended`, for the link may go on. */
function whatOf({ decided, matter }: Decision): string {
  return `${matter ? `${matter}: ` : ''}${DECIDED_IN_WORDS[decided]}`
}

/** By the newest source that says so; then that it was handed over, or that an association was dissolved. */
export function holderInWords({ assertions }: Link, decisions: readonly Decision[]): string {
  const held = assertions.find(({ heldBy }) => heldBy !== undefined)
  const gone = assertions.find(({ dissolved }) => dissolved !== undefined)
  const handed = decisions.filter(({ decided }) => decided === 'hand over')
  const parts = [
    held &&
      `${holdingInWords({ ...held, dissolved: undefined }).join()}${held.on ? `, as of ${dateInWords(held.on)}` : ', undated'}`,
    ...handed.map(({ body, on }) => `handed over by ${body}, ${on ? dateInWords(on) : 'day not printed'}`),
    gone && holdingInWords({ dissolved: gone.dissolved }).join(),
  ].filter(Boolean)
  return held || parts.length === 0 ? parts.join('; ') || NOT_KNOWN : `${NOT_KNOWN}; ${parts.join('; ')}`
}

export function agreementInWords({
  form,
  signed,
  until,
  review,
}: Pick<Agreement, 'form' | 'signed' | 'until' | 'review'>): string {
  return [
    form,
    signed && `signed ${dateInWords(signed)}`,
    until && `until ${dateInWords(until)}`,
    review && `to be reviewed by ${dateInWords(review)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What happened on a link beside what sources say of its state, the oldest first and what has no day last. */
export function timelineOf(link: Link, { knowledge, finding }: AnswerContext): readonly Group[] {
  const isOf = ofLink(link)
  const all: readonly Dated[] = [
    ...knowledge.agreements.map((one) => ({
      ...one,
      day: one.signed,
      what: `${one.form} signed`,
      later: [
        ...(one.review ? [{ day: one.review, what: `${one.form} to be reviewed` }] : []),
        ...(one.until ? [{ day: one.until, what: `${one.form} runs out` }] : []),
      ],
    })),
    ...knowledge.decisions.map((one) => ({ ...one, day: one.on, what: whatOf(one) })),
    ...knowledge.costs.map((one) => ({
      ...one,
      day: beginningOf(one.period),
      what: `${one.amount} ${one.was}`,
    })),
  ].filter(isOf)
  return oldestFirst(all).map(({ id, day, what, later = [] }) => {
    const one = finding(id)
    return {
      under: 'Timeline',
      title: `${day ? dateInWords(day) : 'no day known'} · ${one.title}`,
      moments: [...(day ? [{ day, what }] : []), ...later],
      findings: [one],
    }
  })
}

/** `2018-02` is a month, and `2012-13` a year of two; of others the first year that is named. */
function beginningOf(period: string): string | undefined {
  const [, year, month] = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/.exec(period) ?? []
  if (year && Number(month) !== (Number(year) + 1) % 100) return period
  return /\b(19|20)\d\d\b/.exec(period)?.[0]
}

function oldestFirst<T extends { day?: string | undefined }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => endOf(a.day ?? '9999').localeCompare(endOf(b.day ?? '9999')))
}

export function ofLink({ place, twin }: Link): (one: OnLink) => boolean {
  return (one) => one.place === place.id && one.twin === twin.id
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
