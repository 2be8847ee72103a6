import type { Span } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import { WEIGHT } from '../knowledge/kinds/kind.ts'
import type { Knowledge, Statement } from '../knowledge/records.ts'
import type { Strength } from '../search/create-search.ts'
import { lastingInParts, lazily } from '../search/lazily.ts'
import { isEveryday, stemOf } from '../search/text/english.ts'
import type { MayRead } from '../search/text/terms-asked.ts'
import type { Field } from '../search/text/text-index.ts'
import { type Searched, textsOf } from '../search/text/texts.ts'
import { speaksBeside, strengthOf } from '../search/text-search.ts'
import { fold } from '../search/words/fold.ts'
import { type AskedAlike, type SameWords, sameWords } from './same-words.ts'

/** A record that holds words of the question. */
export type Hit = {
  /** Id of a claim, an assertion or a report's finding. */
  id: string
  score: number
  /** Words of the question that it holds, as they were typed. */
  readonly holds: readonly string[]
  /** Some of them stand in what names its matter, and not only in running words. */
  readonly isOn: boolean
  /** Fields of the record (`says`, `quote`) → where the question's words stand in the original text. */
  readonly marks: { says?: readonly Span[]; quote?: readonly Span[] }
}

/** What is said about it? Best first. `none`: the folder does not hold enough of the question's words. */
export type Said = {
  strength: Strength
  hits: readonly Hit[]
  /** Words read as others: `univercities` as `universities`. */
  corrected: readonly { typed: string; read: string }[]
  /** Words of the question that mean something, as they were typed. */
  asked: readonly string[]
  /** Those that no text knows. */
  unknown: readonly string[]
}

/** What is said about it? Claims, findings of reports and twinnings, by their words. */
export function saidIn(
  knowledge: Knowledge,
): (question: string, mayRead?: MayRead, within?: ReadonlySet<string>) => Said {
  const index = lastingInParts(function* () {
    const records = recordsOf(knowledge)
    yield
    const alike = sameWords(knowledge)
    const texts = yield* textsOf(records.length, (record) =>
      (records[record] as Recorded).fields.map((field) => ({ ...field, text: alike.marked(field.text) })),
    )
    return { records, alike, texts }
  })
  return (question, mayRead, within) => {
    const { records, alike, texts } = index()
    const admits = within && ((record: number) => within.has((records[record] as Recorded).id))
    const asked = alike.asked(question.slice(0, LONGEST_QUESTION))
    const search = (text: string) =>
      texts.search(text, records.length, { within: admits, mayRead, beside: BESIDE_THE_BEST })
    const whole = search(asked.text)
    const without = strengthOf(whole) === 'none' ? withoutOneWord(asked.text, whole) : undefined
    const searched = without === undefined ? whole : search(without)
    const { corrected, words } = whole.question
    const found = strengthOf(searched)
    const strength = without !== undefined && found === 'answer' ? 'closest' : found
    const shown = strength === 'none' ? [] : worthShowing(searched)
    const typed = (some: typeof words) => [...new Set(some.map((word) => asked.typed(word.typed)))]
    return {
      strength,
      hits: shown.map((found) => hitOf(found, records, searched, asked, alike)),
      corrected,
      asked: typed(words),
      unknown: typed(words.filter(({ terms }) => terms.length === 0)),
    }
  }
}

/** Whether a folded word stands in any of the statements just as it is, and not in another form of it, or is another word for one. */
export function writtenIn(knowledge: Knowledge): (word: string) => boolean {
  const words = lastingInParts(function* () {
    const words = new Set<string>()
    for (const [at, statement] of knowledge.statements.values().toArray().entries()) {
      if (at % IN_A_PART === 0) yield
      for (const { text } of recordOf(statement, knowledge).fields)
        for (const word of fold(text).split(' ')) words.add(word)
    }
    for (const word of knowledge.same.flat().map(fold)) words.add(word)
    return words
  })
  return (word) => words().has(word)
}

const IN_A_PART = 1000

/** In UTF-16 units. */
const LONGEST_QUESTION = 1000
/** Next to the best record, one with less than this part of its score says nothing more. */
const BESIDE_THE_BEST = 0.3

/**
 * `Does twinning increase exports`: where one everyday word is all that no text knows, what speaks to the others comes closest. Beside a
 * single other word it may be what is asked for: `population of Hull`.
 */
function withoutOneWord(text: string, { question: { words } }: Searched): string | undefined {
  const [unknown, another] = words.filter(({ terms }) => terms.length === 0)
  if (!unknown || another || words.length < 3 || !isEveryday(fold(unknown.typed))) return undefined
  const all = text.split(/\s+/)
  const left = all.filter((word) => fold(word) !== fold(unknown.typed))
  // Written in capitals, it is rather a name or a code.
  return all.some((word) => fold(word) === fold(unknown.typed) && word !== word.toLowerCase())
    ? undefined
    : left.join(' ')
}

function worthShowing({ found, covered }: Searched): Searched['found'] {
  return found.filter(({ text }) => speaksBeside(covered(text)))
}

function hitOf(
  { text, score }: Searched['found'][number],
  records: readonly Recorded[],
  { marks, holds, question }: Searched,
  { spans, typed }: AskedAlike,
  alike: SameWords,
): Hit {
  const { id, says, quote, fields } = records[text] as Recorded
  const marked = (text: string) => inOrder([...marks(text), ...spans(text)])
  // Of hundreds of hits a page shows few, and the first that is on the matter is enough.
  const ofBoth = lazily(() => ({
    ...(says === undefined ? {} : { says: marked(says) }),
    ...(quote === undefined ? {} : { quote: marked(quote) }),
  }))
  const held = lazily(() => question.words.filter((word) => holds(text, word)).map((word) => word.typed))
  const read = (word: string) => question.corrected.find((one) => one.typed === word)?.read ?? word
  const isOn = lazily(() => {
    const naming = new Set(fields.filter(isNaming).flatMap((field) => stemsOf(alike.marked(field.text))))
    return held().some((word) => stemsOf(read(word)).some((stem) => naming.has(stem)))
  })
  return {
    id,
    score,
    get holds() {
      return [...new Set(held().map(typed))]
    },
    get isOn() {
      return isOn()
    },
    get marks() {
      return ofBoth()
    },
  }
}

/** Titles, topics, places and who says it. */
function isNaming({ weight }: Field): boolean {
  return weight !== WEIGHT.says && weight !== WEIGHT.quote
}

function stemsOf(text: string): readonly string[] {
  return fold(text).split(' ').map(stemOf)
}

/** Spans from left to right; of two that meet, one. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const last = kept.at(-1)
    if (last && start < last[1]) kept[kept.length - 1] = [last[0], Math.max(end, last[1])]
    else kept.push([start, end])
  }
  return kept
}

/** A record as the words it can be found by. `says` and `quote` as they are shown, for marking. */
type Recorded = { id: string; says?: string; quote?: string; fields: readonly Field[] }

/** Every statement by the words of its own kind, and by what all kinds share: what is said and quoted, where, and by whom. */
export function recordsOf(knowledge: Knowledge): readonly Recorded[] {
  const lasting = [...knowledge.statements.values()].filter(({ until }) => until === undefined)
  return lasting.map((statement) => recordOf(statement, knowledge))
}

function recordOf(statement: Statement, knowledge: Knowledge): Recorded {
  const { id, says, quote, words, topics, places } = statement
  const fields = [
    ...words,
    ...topics.map((text) => ({ text, weight: WEIGHT.topics })),
    { text: says ?? '', weight: WEIGHT.says },
    { text: quote ?? '', weight: WEIGHT.quote },
    ...places.map((place) => ({ text: placeWords(place, knowledge), weight: WEIGHT.places })),
    ...sources(statement, knowledge),
  ]
  return { id, says, quote, fields }
}

function placeWords(id: string, { places }: Knowledge): string {
  const place = places.get(id)
  return place ? [place.name, ...place.also, countryName(place.country)].join('. ') : ''
}

/** By who made them; a body that did only where the kind says so. */
function sources({ source, citing, foundByBodies }: Statement, knowledge: Knowledge): Field[] {
  return [source, citing].flatMap((id) => {
    const found = id === undefined ? undefined : knowledge.sources.get(id)
    if (!found) return []
    const authors = found.author.map(
      ({ family, literal }) => family ?? (foundByBodies ? literal : undefined) ?? '',
    )
    return [{ text: `${mainTitle(found.title)} ${authors.join(' ')}`, weight: WEIGHT.around }]
  })
}

/**
 * Without its subtitle, and without the publisher: a claim is not about universities because Yorkshire Universities
 * published it, and a word that many records have for such a reason finds none of them.
 */
function mainTitle(title: string): string {
  return title.split(': ')[0] ?? title
}
