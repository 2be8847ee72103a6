import type { Answer } from '../answer/answer.ts'
import { count, dateInWords, lastDayOf, newestFirst } from '../answer/in-words.ts'
import type { Agreement } from '../knowledge/records-on-links.ts'
import { type AgreementFilter, isOfKind, isWithin, within, yearsAsked } from '../library/link-filter.ts'
import { concerns } from '../library/records-about-place.ts'
import { atHome } from '../places/locality.ts'
import { agreementsInWords, yearsInWords } from '../question/grammar/filter-in-words.ts'
import type { Links } from '../question/query.ts'
import type { AnswerContext } from './answer-context.ts'
import { endsOf } from './parts/decisions.ts'
import { nothing, read, shown } from './parts/holds-nothing.ts'
import { agreementInWords } from './parts/link-story.ts'
import { mayBeOfThen } from './parts/not-recorded.ts'

/**
 * What was signed, the newest first; those that run out, still run or are to be reviewed by days of their own, as of the day of asking.
 * Undefined where none is held of places whose links then say what they say.
 */
export function onAgreements(intent: Links, context: AnswerContext): Answer | undefined {
  const { knowledge, finding, today } = context
  const { scope, filter } = intent
  const of = knowledge.agreements
    .filter((one) => concerns(one, scope.localities, knowledge))
    .filter(({ form }) => !filter.kind || filter.kind.some((word) => isOfKind(form, word)))
    .toSorted((a, b) => newestFirst(a.signed, b.signed))
  // Of one link its agreement is told whatever its days are.
  const isOfOne = scope.localities.some(atHome) && !scope.localities.every(atHome)
  const asked = isOfOne ? undefined : filter.agreement
  const found = of
    .filter(({ signed }) => isWithin(signed, filter))
    .filter((one) => !asked || isAsked(one, asked, today))
  if (of.length === 0 && (isOfOne || !filter.agreement) && !yearsAsked(filter)) return undefined
  const vague = [
    ...mayBeOfThen(
      'agreement',
      of.map(({ signed }) => [signed]),
      filter,
    ),
    ...(asked?.years
      ? mayBeOfThen(
          'agreement',
          of.map((one) => [one[asked.by]]),
          { on: asked.years },
        )
      : []),
  ]
  if (found.length === 0) return noAgreements(intent, of, vague, context)
  const signed = yearsAsked(filter)
  const [only, another] = found
  const direct = only &&
    !another && {
      sentence: `${endsOf(only, context)}: ${agreementInWords(only)}.${asOf(only, today)}`,
      cites: [finding(only.id).cite],
    }
  return {
    ...shown(intent),
    heading: `${[scope.name, ...(asked ? [`agreements ${agreementsInWords(asked)}`] : []), ...(signed ? [`signed ${yearsInWords(signed)}`] : [])].join(', ')}: ${count(found.length, 'agreement')} on record`,
    ...(direct && { direct }),
    lead: [...vague, ...(asked ? withoutDay(of, asked) : [])],
    groups: found.map(({ id }) => ({ title: finding(id).title, findings: [finding(id)] })),
    note: read(found),
  }
}

function isAsked(one: Agreement, { by, years, is }: AgreementFilter, today: string): boolean {
  const day = one[by]
  if (day === undefined) return false
  if (years && !within(day, years)) return false
  return is === undefined || (is === 'over') === isOver(day, today)
}

function isOver(day: string, today: string): boolean {
  return lastDayOf(day) < today
}

/** ` On 1 December 2026 that end is still to come.` */
function asOf({ until }: Agreement, today: string): string {
  if (until === undefined) return ' Until when it runs is not recorded.'
  return ` On ${dateInWords(today)} that end ${isOver(until, today) ? 'has passed' : 'is still to come'}.`
}

/** That none is so is said with what is recorded otherwise. */
function noAgreements(
  intent: Links,
  of: readonly Agreement[],
  vague: readonly string[],
  context: AnswerContext,
): Answer {
  const { filter } = intent
  const { agreement } = filter
  const signed = yearsAsked(filter)
  const what = [
    'agreement',
    ...(agreement ? [agreementsInWords(agreement, true)] : []),
    ...(signed ? [`signed ${yearsInWords(signed)}`] : []),
  ].join(' ')
  const others = of.map((one) => `${endsOf(one, context)}: ${agreementInWords(one)}`)
  return nothing(intent, 'agreement', `No ${what} is recorded`, [
    ...vague,
    ...(agreement ? withoutDay(of, agreement) : []),
    ...(others.length > 0 && others.length <= MOST_NAMED
      ? [`Recorded otherwise: ${others.join('; ')}.`]
      : []),
  ])
}

const MOST_NAMED = 5

/** What a question for days cannot see. */
function withoutDay(of: readonly Agreement[], { by }: AgreementFilter): readonly string[] {
  const silent = of.filter((one) => one[by] === undefined).length
  if (silent === 0) return []
  const what = by === 'until' ? 'Until when it runs' : 'By when it is to be reviewed'
  return [`${what} is not recorded of ${silent} of ${count(of.length, 'agreement')} here.`]
}
