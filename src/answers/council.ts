import type { Answer, Ask, Day, Direct, Group } from '../answer/answer.ts'
import { AND, count, dateInWords, OR } from '../answer/in-words.ts'
import { isAfter } from '../knowledge/dates.ts'
import type { Succession } from '../knowledge/records-on-links.ts'
import { type CouncilAsked, councilNamed, followerOfItsName, isCalledAs } from '../library/councils.ts'
import { datedOf, isSettled } from '../library/ends-of-councils.ts'
import { localitySubject } from '../places/locality.ts'
import { askOf, type Intent } from '../question/query.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'

type OfCouncil = Extract<Intent, { is: 'becomes' }>

/** What becomes of a council, as of the day of asking, and that nothing more is known of its links. */
export function onCouncil(intent: OfCouncil, context: AnswerContext): Answer {
  const { council, scope } = intent
  const links = scope?.links ?? []
  const about = scope?.localities.map(localitySubject) ?? []
  const held =
    links.length > 0
      ? `${count(links.length, 'link')} of ${scope?.name} ${links.length === 1 ? 'is' : 'are'} on record here. `
      : ''
  const told = fate(council, context)
  const follower = followerOfItsName(council, context.knowledge)
  const said = new Set([...council.said, ...(follower?.said ?? [])])
  const around = council.isAround ? scope?.name : undefined
  return {
    ...EMPTY_ANSWER,
    command: 'twins',
    kind: 'knowledge',
    outcome: 'found',
    ask: askOf(intent),
    heading: around ? `${around}: no end of its own council is recorded` : council.name,
    direct: around
      ? {
          ...told,
          sentence: `No end of a council of ${around} itself is recorded. Of the one around it: ${told.sentence}`,
        }
      : told,
    lead: [
      ...(follower ? [follows(follower.name, follower.said, context.today)] : []),
      `${held}What becomes of ${council.isSuccessor ? 'the links of the councils before it' : 'its links'} is not recorded.`,
    ],
    groups: toldBy([...said], context),
    next: links.length > 0 && scope ? [{ label: `Links of ${scope.name}`, ask: scope.ask }] : [],
    about,
  }
}

function toldBy(
  said: readonly Succession[],
  context: AnswerContext,
  under = 'What sources say',
): readonly Group[] {
  return said.map((one) => {
    const finding = context.finding(one.id)
    return { under, title: finding.title, findings: [finding] }
  })
}

/**
 * Of a council that is no more, beside that no links of its place are held: what followed, and whose links those are now a press
 * away. One that goes on may lie elsewhere than the town of its name that is meant (Rushmoor).
 */
export function endOf(
  name: string,
  context: AnswerContext,
): { says: string; next: readonly Ask[]; told: readonly Group[] } | undefined {
  const { knowledge, links, exists } = context
  const council = councilNamed(name, knowledge)
  const settled = council?.said.filter(isSettled) ?? []
  if (!council || council.isSuccessor || settled.length === 0) return undefined
  const code = settled.flatMap(({ councils }) => councils).find((one) => one.name === council.name)?.code
  if (exists().councils.some(({ id }) => id === code)) return undefined
  const into = settled.flatMap((one) => one.into)
  const follow = [...knowledge.places.values()].filter(
    (one) =>
      into.some((council) => isCalledAs(one.name, council)) &&
      links.some(({ place }) => place.id === one.id || place.within.includes(one.id)),
  )
  return {
    says: fate(council, context).sentence,
    told: toldBy(saying(council.said), context, 'What became of the council'),
    next: [
      { label: 'What becomes of it', ask: `what becomes of ${council.name}` },
      ...follow.map((place) => ({ label: `Links of ${place.name}`, ask: `twins ${place.name}` })),
    ],
  }
}

/** The surest that sources say, told by the day: no council is called a successor before its own. */
function fate({ name, isSuccessor, said }: CouncilAsked, { today, finding }: AnswerContext): Direct {
  const sentence = isSuccessor ? follows(name, said, today) : ends(name, said, today)
  return { sentence, cites: saying(said).map(({ id }) => finding(id).cite) }
}

/** What says how it stands: the surest, and what tells its day. */
export function saying(said: readonly Succession[]): readonly Succession[] {
  const cited = new Set([...said.slice(0, 2), ...(dayOf(said)?.by ?? [])].map(({ id }) => id))
  return said.filter(({ id }) => cited.has(id))
}

/** `of`: how the name stands behind “of”. */
export function ends(name: string, said: readonly Succession[], today: Day, of = name): string {
  const [{ state, on }] = said as readonly [Succession, ...Succession[]]
  const day = dayOf(said)
  const when = day ? ` ${day.words}` : ''
  const asOf = on ? ` as of ${dateInWords(on)}` : ''
  const into = said.filter(isSettled).find((one) => one.into.length > 0)?.into ?? []
  const isAhead = day !== undefined && isAfter(day.is, today)
  if (state === 'ended' && !isAhead)
    return `${name} ended${when}${into.length > 0 ? `; its area went to ${AND.format(into)}` : ''}.`
  if (state === 'ended' || state === 'enacted' || state === 'decided') {
    // Without a day it may have ended long ago.
    const [be, are] = isAhead ? ['is', 'are'] : ['was', 'were']
    const follow =
      into.length > 0
        ? `${AND.format(into)} ${into.length > 1 ? are : be} to follow`
        : `which council ${be} to follow is not recorded`
    const how = state === 'decided' ? 'by a decision that was not yet law' : 'by an order that was made'
    const until = isAhead
      ? `${name} goes on today, and is to end`
      : `${name} was to end${day ? '' : ' on a day that is not recorded'}`
    const since = isAhead ? '' : day ? SINCE : UNDATED
    return `${until}${when}, ${how}${asOf}; ${follow}.${since}`
  }
  const how = state === 'proposed' ? 'its end was proposed' : 'there was a consultation on its end'
  return `Nothing decided is recorded of ${of}: ${how}${asOf}.`
}

/**
 * The day that the surest source tells which tells one, of what is settled rather than proposed; and beside it any day that it
 * cannot be, where another source says that.
 */
function dayOf(said: readonly Succession[]) {
  const [first, ...others] = datedOf(said)
  if (!first) return undefined
  const differ = others.filter(({ ends }) => !ends.startsWith(first.ends) && !first.ends.startsWith(ends))
  const days = [...new Set(differ.map(({ ends }) => atDay(ends)))]
  const words = `${atDay(first.ends)}${days.length > 0 ? ` (by another source, ${OR.format(days)})` : ''}`
  return { is: first.ends, words, by: [first, ...differ] }
}

export function follows(name: string, said: readonly Succession[], today: Day): string {
  const [surest] = said
  // Of the others no source says that day.
  const alike = said.filter(({ state, ends }) => state === surest?.state && ends === surest?.ends)
  const before = AND.format([...new Set(alike.flatMap(({ councils }) => councils.map((one) => one.name)))])
  const day = dayOf(said)
  const when = day ? ` ${day.words}` : ''
  const isAhead = day !== undefined && isAfter(day.is, today)
  if (surest?.state === 'ended' && !isAhead) return `${name} followed ${before}${when}.`
  if (isAhead) return `${name} is to follow ${before}${when}, and does not yet.`
  return `${name} was to follow ${before}${when}.${day ? SINCE : UNDATED}`
}

const SINCE = ' No source from after that day is recorded.'
const UNDATED = ' Whether that day has come is not recorded.'

/** `on 1 April 2021`, `in April 2028`. */
function atDay(day: string): string {
  return `${day.length > 7 ? 'on' : 'in'} ${dateInWords(day)}`
}
