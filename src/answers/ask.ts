import type { Answer, Ask, Finding } from '../answer/answer.ts'
import { count } from '../answer/count.ts'
import { disagreement } from '../library/finding.ts'
import type { Hit, Library, Said, Who } from '../library/library.ts'
import { covers } from '../places/locality.ts'
import { BARE, type Command, type Shelf } from './command.ts'
import { examples } from './examples.ts'
import { recordOf } from './record.ts'
import { saidOf } from './records-about-place.ts'
import { questionThatWorks, topics } from './topics.ts'
import { twins } from './twins.ts'

/** How many findings one answer shows. */
const PAGE = 5

/** How many questions follow from it at most. */
const FOLLOW_UPS = 4

export const ask: Command = {
  name: 'ask',
  description: 'Claims, report findings and twinnings that speak to a question, each with its source',
  usage: 'universities and city halls | Leeds and Hangzhou',
  answer(words, shelf) {
    const { question, page } = pageOf(words)
    if (question === '') return usage(shelf)
    const who = placesIn(question, shelf.library)
    if (who.how !== 'unknown' && who.how !== 'near') return ofPlaces(question, who, shelf)
    const said = shelf.library.said(question)
    const hits = aboutThePlaces(said.hits, question, shelf.library)
    if (said.strength === 'none' || hits.length === 0) return nothing(question, shelf)
    return found(question, { ...said, hits }, page, shelf)
  },
}

/** As they are typed; and `New York`, which is so called in another language only. */
function placesIn(question: string, library: Library): Who {
  const typed = library.who(question, { guess: false })
  if ((typed.how !== 'unknown' && typed.how !== 'near') || !library.namesStranger(question)) return typed
  const any = library.who(question)
  return any.how === 'empty' ? any : typed
}

/** A question that names only places: what is said of them, and their links; where there are none, that too. */
function ofPlaces(question: string, who: Who, shelf: Shelf): Answer {
  const links = twins.answer(question, shelf)
  const said = saidOf(who, shelf)
  if (said.length === 0) return links
  const groups = said.map((finding) => ({ under: SAID, title: finding.title, findings: [finding] }))
  if (links.outcome === 'found')
    return { ...links, ask: `ask ${question}`, groups: [...groups, ...links.groups] }
  return {
    ...BARE,
    outcome: 'found',
    ask: `ask ${question}`,
    heading: `On “${question}”`,
    lead: [`${links.heading}.`],
    groups,
    next: followUps(said, question, shelf),
  }
}

const SAID = 'What is said of it'

function found(question: string, said: Said, asked: number, shelf: Shelf): Answer {
  // Past the last page is the last page: that there is nothing would not be true.
  const page = Math.min(asked, Math.ceil(said.hits.length / PAGE))
  const shown = said.hits.slice((page - 1) * PAGE, page * PAGE)
  const findings = shown.map((hit) => marked(hit, shelf))
  const rest = said.hits.length - page * PAGE
  return {
    ...BARE,
    outcome: 'found',
    ask: `ask ${question}`,
    heading:
      said.strength === 'answer'
        ? `On “${question}”`
        : `Nothing speaks to all of “${question}”; this comes closest`,
    groups: findings.map((finding) => ({
      title: finding.title,
      lead: disagreement(finding.id, shelf.library.knowledge),
      findings: [finding],
    })),
    next: followUps(findings, question, shelf),
    more:
      rest > 0
        ? { label: `${count(rest, 'more finding')}`, ask: `ask ${question}, page ${page + 1}` }
        : undefined,
    note: said.corrected.map(({ typed, read }) => `Read “${typed}” as “${read}”.`).join(' ') || undefined,
  }
}

function nothing(question: string, shelf: Shelf): Answer {
  return {
    ...BARE,
    outcome: 'unknown',
    ask: `ask ${question}`,
    heading: `We hold nothing on “${question}”`,
    lead: [
      `None of the claims, report findings and twinnings speaks to these words. That does not mean that nobody has ` +
        'written on it: it means that nobody has recorded it here.',
    ],
    next: [...topics(shelf).slice(0, 2), ...examples(shelf).slice(0, 2)],
  }
}

function marked(hit: Hit, shelf: Shelf): Finding {
  const finding = recordOf(hit.id, shelf)
  if (!finding) throw new Error(`the library found “${hit.id}”, which the folder does not hold`)
  // Spans fit the record's own words; a twinning's sentence is put together from its fields.
  return finding.kind === 'twinning' ? finding : { ...finding, marks: hit.marks }
}

/** When the question names places, held or not, what is recorded about other places does not answer it. */
function aboutThePlaces(hits: readonly Hit[], question: string, library: Library): readonly Hit[] {
  const { knowledge } = library
  const named = library.named(question)
  const isElsewhere = library.namesStranger(question)
  if (named.length === 0 && !isElsewhere) return hits
  const places = new Map([
    ...knowledge.assertions.map(({ id, place, twin }) => [id, [place, twin]] as const),
    ...knowledge.claims.map((claim) => [claim.id, claim.places] as const),
  ])
  return hits.filter(({ id }) => {
    const about = (places.get(id) ?? [])
      .map((place) => knowledge.places.get(place))
      .filter((place) => place !== undefined)
    if (about.length === 0) return true
    return !isElsewhere && named.every(({ locality }) => about.some((place) => covers(locality, place)))
  })
}

/** Made from what was found: the report's topics, the places, what the claims are about. */
function followUps(findings: readonly Finding[], question: string, shelf: Shelf): readonly Ask[] {
  const titles = new Set(findings.map(({ title }) => title))
  const places = findings.flatMap(({ place }) =>
    place ? [{ label: `Twins of ${place}`, ask: `twins ${place}` }] : [],
  )
  const ids = new Set(findings.map(({ id }) => id))
  const claims = shelf.library.knowledge.claims.filter(({ id }) => ids.has(id))
  const abouts = claims.flatMap(({ about }) => about.map((topic) => ({ label: topic, ask: `ask ${topic}` })))
  const next = [...topics(shelf).filter(({ label }) => titles.has(label)), ...places, ...abouts]
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

function usage(shelf: Shelf): Answer {
  return {
    ...BARE,
    outcome: 'help',
    ask: 'ask',
    heading: 'Ask in your own words, or name a place or a topic',
    next: [...questionThatWorks(shelf), ...topics(shelf).slice(0, 1), ...examples(shelf).slice(0, 1)],
  }
}
