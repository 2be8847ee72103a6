import type { Answer, Day, Group, Subject } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import type { Library } from '../../library/library.ts'
import { type Vocabulary, vocabularyOf } from '../../library/subjects.ts'

/** What is remembered of a subject: our id of it. Its name is looked up when it is shown. */
export type SubjectKey = Pick<Subject, 'is' | 'id'>

/**
 * How often something was asked for on which nothing was found. Without `about` it is a number, and no more is known:
 * of questions that name nothing we have a name for, and of all that were asked in private.
 */
export type Gap = { about?: SubjectKey; count: number; days: number; last: Day }

/** A gap that may be shown to people: by its name in the folder, or in the list of places. */
export type NamedGap = Gap & { about: SubjectKey; name: string }

/** What nothing was found on, most asked first; `others` questions more are a number. */
export type Gaps = { places: readonly NamedGap[]; topics: readonly NamedGap[]; others: number }

/** Questions of so many days are shown in a digest. */
export const GAP_DAYS = 30

/** What was asked for on one day only could point to whoever asked. */
const LEAST_DAYS = 2

/** Above them where they are shown. */
export const UNANSWERED = 'Nobody could answer this month'

/** The names that may be shown, looked up now: what neither the folder nor the list of places knows is a number. */
export function namedGaps(gaps: readonly Gap[], library: Library): Gaps {
  const vocabulary = vocabularyOf(library)
  const named = gaps.flatMap((gap) => shownAs(gap, vocabulary) ?? [])
  const shown = named.reduce((sum, gap) => sum + gap.count, 0)
  return {
    places: named.filter(({ about }) => about.is === 'place'),
    topics: named.filter(({ about }) => about.is === 'topic'),
    others: gaps.reduce((sum, gap) => sum + gap.count, 0) - shown,
  }
}

function shownAs(gap: Gap, { nameOf, isHeld }: Vocabulary): NamedGap | undefined {
  const { about, days } = gap
  if (!about || days < LEAST_DAYS) return undefined
  if (about.is === 'place' && isHeld(about.id)) return undefined
  const name = nameOf(about)
  return name === undefined ? undefined : { ...gap, about, name }
}

/** At most `most` of the names; those left out are among the others. */
export function cutTo(most: number, { places, topics, others }: Gaps): Gaps {
  const shown = [...places, ...topics].toSorted((one, other) => other.count - one.count).slice(0, most)
  const left = [...places, ...topics].filter((gap) => !shown.includes(gap))
  return {
    places: places.filter((gap) => shown.includes(gap)),
    topics: topics.filter((gap) => shown.includes(gap)),
    others: left.reduce((sum, gap) => sum + gap.count, others),
  }
}

/** `Asked for and not held: Norwich, 4 times; Ely, twice.` */
export function gapsInWords(gaps: Gaps): readonly string[] {
  const { places, topics } = gaps
  return [
    ...(places.length > 0 ? [`Asked for and not held: ${listed(places)}.`] : []),
    ...(topics.length > 0 ? [`Asked about without an answer: ${listed(topics)}.`] : []),
    ...othersInWords(gaps),
  ]
}

/** `17 other questions found no answer.` */
export function othersInWords({ places, topics, others }: Gaps): readonly string[] {
  if (others === 0) return []
  const what = places.length + topics.length > 0 ? 'other question' : 'question'
  return [`${count(others, what)} found no answer.`]
}

function listed(gaps: readonly NamedGap[]): string {
  return gaps.map(gapInWords).join('; ')
}

/** `Norwich, 4 times` */
export function gapInWords({ name, count }: NamedGap): string {
  return `${name}, ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}`
}

/** The questions as a digest shows them; undefined where there is nothing but a number. */
export function gapGroup(gaps: Gaps): Group | undefined {
  if (gaps.places.length + gaps.topics.length === 0) return undefined
  const [title = '', ...more] = gapsInWords(gaps)
  return { under: UNANSWERED, title, lead: more.join(' ') || undefined, findings: [] }
}

/**
 * What to remember of an answer: the first of what it says was missing, or that there is nothing we have a name for.
 * Undefined when the answer is none to a question that we hold nothing on.
 */
export function gapIn({ missing }: Answer): { about?: SubjectKey } | undefined {
  return missing && keyOf(missing)
}

/** The first of some subjects, by its id alone. */
export function keyOf([first]: readonly Subject[]): { about?: SubjectKey } {
  return first ? { about: { is: first.is, id: first.id } } : {}
}
