import type { Answer, Ask, Group } from '../answer/answer.ts'
import { count, dateInWords, OR } from '../answer/in-words.ts'
import { placesCalledAs } from '../library/councils.ts'
import { councilsInWords, printedOf, type Stage } from '../library/ends-of-councils.ts'
import type { Link } from '../library/link.ts'
import { localityName, localitySubject } from '../places/locality.ts'
import { askOf, type Intent } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { saying } from './council.ts'
import { councilRows, manyOf, OPEN, type Others, type Row } from './parts/council-rows.ts'
import { FOLLOW_UPS } from './parts/follow-ups.ts'
import { howAdded, readFrom } from './parts/holds-nothing.ts'

type Councils = Extract<Intent, { is: 'councils' }>

/** Councils that end, or that follow, with their day and how sure it is; a proposal stands apart from what was decided. */
export function onCouncils(intent: Councils, context: AnswerContext): Answer {
  const { of } = intent
  const [rows, others] = councilRows(intent, context)
  const many = rows.reduce((sum, { councils }) => sum + councils.length, 0)
  const groups = rows.map((row) => groupOf(row, of.are, context))
  const isPast = of.time === undefined && of.period?.to !== undefined && of.period.to < context.today
  const told: Councils = isPast ? { ...intent, of: { ...of, time: 'past' } } : intent
  const named = capitalised(councilsInWords(told.of, where(intent)))
  const total = totals(rows)
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: many > 0 ? 'found' : 'nothing',
    ask: askOf(intent),
    heading: many > 0 ? `${named}: ${many} on record` : noneIn(told),
    lead: [
      ...(many > 0 ? (rows.some(({ stage }) => stage !== rows[0]?.stage) ? [`${total}.`] : []) : [NOT_NONE]),
      ...(many > 0 ? noneOfThem(intent, context) : []),
      ...withoutDay(rows, of.period),
      ...heldOf(rows, context),
      ...apartFrom(others, intent),
      ...(rows.some(({ stage }) => OPEN.has(stage)) ? ['A proposal or a consultation is no decision.'] : []),
    ],
    groups,
    next: [...offered(others, intent), ...linksOf(rows, context)].slice(0, FOLLOW_UPS),
    note: many > 0 ? readFrom(groups) : howAdded('successor'),
    about: intent.localities.map(localitySubject),
    ...(many === 0 && { missing: [], lacks: 'successor' }),
  }
}

const NOT_NONE = 'That does not mean that there is none.'

/** Asked for by a day, a council of which sources print no more than the month may end on it, or not. */
function withoutDay(rows: readonly Row[], period: Councils['of']['period']): readonly string[] {
  const vague = period ? rows.filter(({ said }) => printedOf(said, period).length > 0) : []
  if (!period || vague.length === 0) return []
  const dates = [...new Set(vague.flatMap(({ said }) => printedOf(said, period)))].sort().map(dateInWords)
  return [`Of ${manyOf(vague)} of them the day is not recorded: sources print only ${OR.format(dates)}.`]
}

/** Of several places each whose council no source lets end. */
function noneOfThem(intent: Councils, context: AnswerContext): readonly string[] {
  const { localities, of } = intent
  if (localities.length < 2) return []
  const without = localities.filter((one) => {
    const [rows, { undated, open, settled }] = councilRows({ ...intent, localities: [one] }, context)
    return rows.length + undated + open + settled === 0
  })
  const end = of.are === 'new' ? 'a new council' : 'an end of a council'
  return without.length > 0
    ? [`No record here tells of ${end} of ${OR.format(without.map(localityName))}.`]
    : []
}

function where({ localities }: Councils): string {
  return localities.map(localityName).join(' and ')
}

/** `22 ended, 30 to end, by a decision that was not yet law` */
function totals(rows: readonly Row[]): string {
  const byStage = Map.groupBy(rows, ({ stage }) => stage)
  const parts = [...byStage].map(([stage, of]) => {
    const many = manyOf(of)
    const [are, were] = many === 1 ? ['is', 'was'] : ['are', 'were']
    return `${many} ${STAGE_WORDS[stage].replace(/^are\b/, are).replace(/\bwere\b/, were)}`
  })
  return parts.join('; ')
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  ended: 'ended',
  overdue: 'were to end by now, and no source from after that day is recorded',
  enacted: 'are to end, by an order that was made',
  decided: 'are to end, by a decision that was not yet law',
  undated: 'are or were to end on a day that is not recorded',
  proposed: 'are only proposed to end',
  consulted: 'are only consulted on',
}

const UNDER: Readonly<Record<CouncilsAlikeKind, Readonly<Record<Stage, string>>>> = {
  ending: {
    ended: 'Ended',
    overdue: 'Were to end by now; no source from after that day is recorded',
    enacted: 'To end, by an order that was made',
    decided: 'To end, by a decision that was not yet law',
    undated: 'To end, on a day that is not recorded',
    proposed: 'Only proposed, and not decided',
    consulted: 'Only consulted on, and not decided',
  },
  new: {
    ended: 'Followed other councils',
    overdue: 'Were to follow by now; no source from after that day is recorded',
    enacted: 'To follow, by an order that was made',
    decided: 'To follow, by a decision that was not yet law',
    undated: 'To follow, on a day that is not recorded',
    proposed: 'Only proposed, and not decided',
    consulted: 'Only consulted on, and not decided',
  },
}

type CouncilsAlikeKind = Councils['of']['are']

function groupOf(row: Row, are: CouncilsAlikeKind, context: AnswerContext): Group {
  const { stage, title, says, said, councils } = row
  const held = councils.flatMap((one) => {
    const many = linksIn(one, context)
    return many > 0 ? [`${nameOf(one, context)} ${many}`] : []
  })
  return {
    under: UNDER[are][stage],
    title,
    lead: held.length > 0 ? `${says} Links on record here: ${held.join(', ')}.` : says,
    findings: saying(said).map(({ id }) => context.finding(id)),
  }
}

/** Of its place, and of the towns in it. */
function linksFrom(
  { code, name }: { code: string; name: string },
  { links, knowledge }: AnswerContext,
): readonly Link[] {
  // The town of a council that is no more is held under an id of its own.
  const ofName = knowledge.places.has(code) ? [] : placesCalledAs(name, knowledge).map(({ id }) => id)
  const ids = [...(code ? [code] : []), ...ofName]
  return links.filter(({ place }) => ids.some((id) => place.id === id || place.within.includes(id)))
}

function linksIn(council: Row['councils'][number], context: AnswerContext): number {
  return linksFrom(council, context).length
}

function nameOf({ code, name }: { code: string; name: string }, { knowledge }: AnswerContext): string {
  return knowledge.places.get(code)?.name ?? name
}

/** Each link once, whichever of the councils it is found by. */
function heldOf(rows: readonly Row[], context: AnswerContext): readonly string[] {
  if (rows.length === 0) return []
  const all = new Set(rows.flatMap(({ councils }) => councils.flatMap((one) => linksFrom(one, context))))
  const are = all.size === 1 ? 'is' : 'are'
  return [`${all.size > 0 ? count(all.size, 'link') : 'No links'} of their areas ${are} on record here.`]
}

/** What the list leaves out, so that nobody takes it for all. */
function apartFrom({ undated, open, settled }: Others, { of }: Councils): readonly string[] {
  return [
    ...(undated > 0
      ? [
          `${count(undated, 'other council')} ${undated === 1 ? 'is or was' : 'are or were'} to end on a day that is not recorded.`,
        ]
      : []),
    ...(open > 0
      ? [`The end of ${count(open, 'other council')} is only proposed or consulted on: nothing is decided.`]
      : []),
    ...(of.are === 'ending' && settled > 0
      ? [`The end of ${count(settled, 'other council')} was decided, or has come.`]
      : []),
    ...(of.are === 'new' && settled > 0
      ? [
          `Of ${count(settled, 'council')} that end${settled === 1 ? 's' : ''}, no source here says which council follows.`,
        ]
      : []),
  ]
}

function offered({ undated, open, settled }: Others, intent: Councils): readonly Ask[] {
  const { of, localities } = intent
  const { period: _all, ...anyDay } = of
  const isDated = undated > 0 && of.are === 'ending'
  const again = (label: string, asked: Councils['of']) => ({
    label,
    ask: askOf({ is: 'councils', of: asked, localities }),
  })
  return [
    ...(of.are === 'new' && settled > 0 ? [again('Councils that end', { ...of, are: 'ending' })] : []),
    ...(isDated ? [again('With and without a day', anyDay)] : []),
    ...(open > 0 ? [again('Only proposed', { ...anyDay, are: 'ending', time: 'proposed' })] : []),
    ...(of.are === 'ending' && settled > 0 && !isDated ? [again('Decided', withoutTime(anyDay))] : []),
  ]
}

function withoutTime({ time: _any, ...asked }: Councils['of']): Councils['of'] {
  return asked
}

/** The links of those that have most. */
function linksOf(rows: readonly Row[], context: AnswerContext): readonly Ask[] {
  const held = rows
    .flatMap(({ councils }) => councils)
    .map((one) => ({ ...one, name: nameOf(one, context), many: linksIn(one, context) }))
    .filter(({ many, code }) => many > 0 && context.knowledge.places.has(code))
  return held
    .toSorted((a, b) => b.many - a.many || a.name.localeCompare(b.name, 'en'))
    .map(({ name }) => ({ label: `Links of ${name}`, ask: `twins ${name}` }))
}

/** `No council recorded here ends in 2035` */
function noneIn(intent: Councils): string {
  const { of } = intent
  const noun = of.are === 'new' ? 'new council' : of.tier ? `${of.tier} council` : 'council'
  const place = intent.localities.length > 0 ? ` in ${where(intent)}` : ''
  const does =
    of.are === 'new'
      ? 'follows another'
      : of.time === 'past'
        ? 'ended'
        : of.time === 'ahead'
          ? 'is to end'
          : of.time === 'proposed'
            ? 'is only proposed to end'
            : 'ends'
  return `No ${noun}${place} recorded here ${[does, of.period?.words].filter(Boolean).join(' ')}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
