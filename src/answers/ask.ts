import type { Answer, Ask, Finding } from '../answer/answer.ts'
import { count } from '../answer/count.ts'
import { disagreement, findingById } from '../library/finding.ts'
import type { Hit, Library, Said } from '../library/library.ts'
import { recordsAbout } from '../library/records-about-place.ts'
import { localitySubject, topicsIn } from '../library/subjects.ts'
import { covers, type Locality } from '../places/locality.ts'
import type { Mention, Who } from '../places/meant.ts'
import { type AnswerContext, type Command, EMPTY_ANSWER } from './command.ts'
import { choices } from './parts/choices.ts'
import { examples } from './parts/examples.ts'
import { questionThatWorks, topics } from './parts/topics.ts'
import { twins } from './twins.ts'

/** How many findings one answer shows. */
const PAGE = 5

/** How many questions follow from it at most. */
const FOLLOW_UPS = 4

export const ask: Command = {
  name: 'ask',
  description: 'Claims, report findings and twinnings that speak to a question, each with its source',
  usage: 'universities and city halls | Leeds and Hangzhou',
  answer(words, context) {
    const { question, page } = pageOf(words)
    if (question === '') return usage(context)
    const who = placesIn(question, context.library)
    if (who.how !== 'unknown' && who.how !== 'near') return ofPlaces(question, who, context)
    const said = context.library.said(question)
    const named = context.library.mentioned(question)
    const hits = aboutThePlaces(said.hits, named, context.library)
    if (said.strength === 'none' || hits.length === 0) return nothing(question, named, context)
    return found(question, { ...said, hits }, page, context)
  },
}

/** As they are typed; and `New York`, which is so called in another language only. */
function placesIn(question: string, library: Library): Who {
  const typed = library.who(question, { guess: false })
  if (typed.how !== 'unknown' && typed.how !== 'near') return typed
  if (library.mentioned(question).every(({ localities }) => localities.length > 0)) return typed
  const any = library.who(question)
  return any.how === 'empty' ? any : typed
}

/** A question that names only places: what is said of them, and their links; where there are none, that too. */
function ofPlaces(question: string, who: Who, context: AnswerContext): Answer {
  const links = twins.answer(question, context)
  const said = recordsAbout(who, context.spoken(), context.today)
  if (said.length === 0) return links
  const groups = said.map((finding) => ({ under: SAID, title: finding.title, findings: [finding] }))
  if (links.outcome === 'found')
    return { ...links, command: 'ask', ask: `ask ${question}`, groups: [...groups, ...links.groups] }
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'found',
    ask: `ask ${question}`,
    heading: `On “${question}”`,
    lead: [`${links.heading}.`],
    groups,
    next: followUps(said, question, context),
    about: links.about ?? links.missing,
  }
}

const SAID = 'What is said of it'

function found(question: string, said: Said, asked: number, context: AnswerContext): Answer {
  // Past the last page is the last page: that there is nothing would not be true.
  const page = Math.min(asked, Math.ceil(said.hits.length / PAGE))
  const shown = said.hits.slice((page - 1) * PAGE, page * PAGE)
  const findings = shown.map((hit) => marked(hit, context))
  const rest = said.hits.length - page * PAGE
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'found',
    ask: `ask ${question}`,
    heading:
      said.strength === 'answer'
        ? `On “${question}”`
        : `Nothing speaks to all of “${question}”; this comes closest`,
    groups: findings.map((finding) => ({
      title: finding.title,
      lead: disagreement(finding.id, context.library.knowledge),
      findings: [finding],
    })),
    next: followUps(findings, question, context),
    more:
      rest > 0
        ? { label: `${count(rest, 'more finding')}`, ask: `ask ${question}, page ${page + 1}` }
        : undefined,
    note: said.corrected.map(({ typed, read }) => `Read “${typed}” as “${read}”.`).join(' ') || undefined,
    about: [
      ...context.library.named(question).map(({ locality }) => localitySubject(locality)),
      ...topicsIn(question, context.library.knowledge),
    ],
  }
}

function nothing(question: string, named: readonly Mention[], context: AnswerContext): Answer {
  const places = choices(named.flatMap(({ localities }) => localities).slice(0, 2))
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'knowledge',
    outcome: 'unknown',
    ask: `ask ${question}`,
    heading: `We hold nothing on “${question}”`,
    lead: [
      `None of the claims, report findings and twinnings speaks to these words. That does not mean that nobody has ` +
        'written on it: it means that nobody has recorded it here.',
    ],
    missing: topicsIn(question, context.library.knowledge),
    next: [
      ...places,
      ...topics(context).slice(0, 2),
      ...(places.length > 0 ? [] : examples(context).slice(0, 2)),
    ],
  }
}

function marked(hit: Hit, context: AnswerContext): Finding {
  const finding = findingById(hit.id, context.library.knowledge, context.today)
  if (!finding) throw new Error(`the library found “${hit.id}”, which the folder does not hold`)
  // Spans fit the record's own words; a twinning's sentence is put together from its fields.
  return finding.kind === 'twinning' ? finding : { ...finding, marks: hit.marks }
}

/** When the question names places, held or not, what is recorded about other places does not answer it. */
function aboutThePlaces(
  hits: readonly Hit[],
  named: readonly Mention[],
  { knowledge }: Library,
): readonly Hit[] {
  if (named.length === 0) return hits
  return hits.filter(({ id }) => {
    const places = knowledge.statements.get(id)?.places ?? []
    const about = places.flatMap((place) => knowledge.places.get(place) ?? [])
    const isAbout = (locality: Locality) => about.some((place) => covers(locality, place))
    return about.length === 0 || named.every(({ localities }) => localities.some(isAbout))
  })
}

/** Made from what was found: the report's topics, the places, what they are about. */
function followUps(findings: readonly Finding[], question: string, context: AnswerContext): readonly Ask[] {
  const titles = new Set(findings.map(({ title }) => title))
  const places = findings.flatMap(({ place }) =>
    place ? [{ label: `Twins of ${place}`, ask: `twins ${place}` }] : [],
  )
  const ids = new Set(findings.map(({ id }) => id))
  const shown = context.library.knowledge.statements.values().filter(({ id }) => ids.has(id))
  const abouts = [...shown.flatMap((one) => one.topics)].map((topic) => ({
    label: topic,
    ask: `ask ${topic}`,
  }))
  const next = [...topics(context).filter(({ label }) => titles.has(label)), ...places, ...abouts]
  const fresh = next.filter(({ label }) => !question.toLowerCase().includes(label.toLowerCase()))
  return [...new Map(fresh.map((one) => [one.ask, one])).values()].slice(0, FOLLOW_UPS)
}

/** `…, page 2` asks for the rest of a long answer. */
function pageOf(words: string): { question: string; page: number } {
  const match = /^(.*), page (\d{1,3})$/i.exec(words)
  return match
    ? { question: match[1]?.trim() ?? '', page: Math.max(1, Number(match[2])) }
    : { question: words, page: 1 }
}

function usage(context: AnswerContext): Answer {
  return {
    ...EMPTY_ANSWER,
    command: 'ask',
    kind: 'help',
    outcome: 'help',
    ask: 'ask',
    heading: 'Ask in your own words, or name a place or a topic',
    next: [...questionThatWorks(context), ...topics(context).slice(0, 1), ...examples(context).slice(0, 1)],
  }
}
