import type { Answer, Ask, Finding } from '../answer/answer.ts'
import { count, quoted } from '../answer/in-words.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { disagreement } from '../library/finding.ts'
import { recordsAbout } from '../library/records-about-place.ts'
import type { Hit } from '../library/said.ts'
import { localityName, localitySubject } from '../places/locality.ts'
import type { Meant } from '../places/meant.ts'
import type { Intent } from '../question/query.ts'
import { keptFor } from '../search/lazily.ts'
import { type AnswerContext, EMPTY_ANSWER } from './answer-context.ts'
import { onPlaces } from './links.ts'
import { choices, examples, topics as reportTopics } from './parts/follow-ups.ts'
import { playedNoPart, readAs } from './parts/holds-nothing.ts'

/** How many findings one answer shows. */
const PAGE = 5

/** How many questions follow from it at most. */
const FOLLOW_UPS = 4

export function onStatements(statements: Statements, context: AnswerContext): Answer {
  const { said } = statements
  return said.strength === 'none' || said.hits.length === 0
    ? nothing(statements, context)
    : found(statements, context)
}

/** A question that names only places: what is said of them, and their links; where there are none, that too. */
export function placesInWords({ of }: Extract<Intent, { is: 'places' }>, context: AnswerContext): Answer {
  const links = onPlaces(of, context)
  const about = of.who ? recordsAbout(of.who, context.spoken()) : []
  const said = about.map(({ finding }) => finding(context.today))
  if (said.length === 0) return links
  const groups = said.map((finding) => ({ under: SAID, title: finding.title, findings: [finding] }))
  const ask = `ask ${of.words}`
  if (links.outcome === 'found')
    return { ...links, command: 'ask', ask, groups: [...links.groups, ...groups] }
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'found',
    ask,
    heading: `On “${of.words}”`,
    lead: [`${links.heading}.`],
    groups,
    next: followUps(said, of.words, context),
    about: links.about ?? links.missing,
  }
}

type Statements = Extract<Intent, { is: 'statements' }>

const SAID = 'What is said of it'

function found(statements: Statements, context: AnswerContext): Answer {
  const { words: question, said, about, topics } = statements
  // Past the last page is the last page: that there is nothing would not be true.
  const page = Math.min(statements.page, Math.ceil(said.hits.length / PAGE))
  const shown = said.hits.slice((page - 1) * PAGE, page * PAGE)
  const findings = shown.map((hit) => marked(hit, context))
  const rest = said.hits.length - page * PAGE
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'found',
    ask: `ask ${question}`,
    heading: headingOf(statements),
    lead: playedNoPart(statements.unused),
    groups: findings.map((finding) => ({
      title: finding.title,
      lead: disagreement(finding.id, context.knowledge),
      findings: [finding],
    })),
    next: followUps(findings, question, context),
    more:
      rest > 0
        ? { label: `${count(rest, 'more finding')}`, ask: `ask ${question}, page ${page + 1}` }
        : undefined,
    note: readAs([...about.filter(({ how }) => how === 'corrected').map(placeRead), ...said.corrected]),
    about: [...about.map(({ locality }) => localitySubject(locality)), ...topics],
  }
}

/** “On” only where every word that means something played its part, and one of them names the matter of what is shown. */
function headingOf({ said, words, unused }: Statements): string {
  if (said.strength !== 'answer' || unused.length > 0)
    return `Nothing speaks to all of ${quoted(words)}; this comes closest`
  return said.hits.slice(0, PAGE).some(({ isOn }) => isOn)
    ? `On ${quoted(words)}`
    : `Nothing here is on ${quoted(words)}; this mentions it`
}

function placeRead({ typed, locality }: Meant): { typed: string; read: string } {
  return { typed, read: localityName(locality) }
}

function nothing({ words: question, named, topics }: Statements, context: AnswerContext): Answer {
  const places = choices(named.flatMap(({ localities, slipFrom }) => slipFrom ?? localities).slice(0, 2))
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'unknown',
    ask: `ask ${question}`,
    heading: `We hold nothing on ${quoted(question)}`,
    lead: [
      `None of the claims, report findings and twinnings speaks to these words. That does not mean that nobody has ` +
        'written on it: it means that nobody has recorded it here.',
    ],
    missing: topics,
    next: [
      ...places,
      ...reportTopics(context).slice(0, 2),
      ...(places.length > 0 ? [] : examples(context).slice(0, 2)),
    ],
  }
}

function marked(hit: Hit, context: AnswerContext): Finding {
  const finding = context.finding(hit.id)
  // Spans fit the record's own words, and not a sentence that is put together from its fields.
  const isOwn = context.knowledge.statements.get(hit.id)?.says === finding.says
  return isOwn ? { ...finding, marks: hit.marks } : finding
}

const placesInFolder = keptFor((statements: Knowledge['statements']) => {
  const places = new Map([...statements.keys()].map((id, at) => [id, at]))
  return (id: string) => places.get(id) ?? places.size
})

/** Made from what was found: the report's topics, the places, what they are about. */
function followUps(findings: readonly Finding[], question: string, context: AnswerContext): readonly Ask[] {
  const titles = new Set(findings.map(({ title }) => title))
  const places = findings.flatMap(({ place }) =>
    place ? [{ label: `Twins of ${place}`, ask: `twins ${place}` }] : [],
  )
  const { statements } = context.knowledge
  const place = placesInFolder(statements)
  const inOrder = findings.map(({ id }) => id).toSorted((one, other) => place(one) - place(other))
  const abouts = [...new Set(inOrder)]
    .flatMap((id) => statements.get(id)?.topics ?? [])
    .map((topic) => ({ label: topic, ask: `ask ${topic}` }))
  const next = [...reportTopics(context).filter(({ label }) => titles.has(label)), ...places, ...abouts]
  const fresh = next.filter(({ label }) => !question.toLowerCase().includes(label.toLowerCase()))
  return [...new Map(fresh.map((one) => [one.ask, one])).values()].slice(0, FOLLOW_UPS)
}

export function statementsUsage(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'help',
    outcome: 'help',
    ask: 'ask',
    heading: 'Ask in your own words, or name a place or a topic',
    next: [
      ...context.questionThatWorks(),
      ...reportTopics(context).slice(0, 1),
      ...examples(context).slice(0, 1),
    ],
  }
}
