import { fold } from '../../src/search/words/fold.ts'
import { type Chance, chance, pick } from './chance.ts'
import type { PlaceRecord } from './places.ts'
import { mistyped } from './typing.ts'

export const KINDS = ['one edit', 'two edits', 'unfinished', 'another name', 'words around'] as const
export type Kind = (typeof KINDS)[number] | 'one word'

/** A question, and all records that are a right answer to it: those called exactly so, else the one it was made from. */
export type NameQuestion = { typed: string; kind: Kind; right: ReadonlySet<string> }

const AROUND: readonly ((name: string) => string)[] = [
  (name) => `twin towns of ${name}`,
  (name) => `${name} city`,
  (name) => `city of ${name}`,
  (name) => `${name}, UK`,
  (name) => `which cities is ${name} twinned with`,
  (name) => `${name} please`,
]

/** Seeded questions about the records, the kinds in turn. Names of four letters or fewer are not asked for. */
export function nameQuestions(records: readonly PlaceRecord[], count: number, seed: number): NameQuestion[] {
  const random = chance(seed)
  const bearers = bearersOf(records)
  const questions: NameQuestion[] = []
  while (questions.length < count) {
    const kind = KINDS[questions.length % KINDS.length] as Kind
    const record = pick(records, random)
    const typed = asked(record, kind, random)
    if (typed === undefined) continue
    questions.push({ typed, kind, right: bearers.get(fold(typed)) ?? new Set([record.id]) })
  }
  return questions
}

function asked({ title, aliases }: PlaceRecord, kind: Kind, random: Chance): string | undefined {
  const name = title.toLowerCase()
  if (name.length < 5) return undefined
  if (kind === 'one edit') return mistyped(name, random)
  if (kind === 'two edits') return name.length < 8 ? undefined : mistyped(mistyped(name, random), random)
  if (kind === 'unfinished') return name.length < 8 ? undefined : name.slice(0, -2 - Math.floor(random() * 2))
  if (kind === 'another name') return aliases[0]
  return pick(AROUND, random)(title)
}

/**
 * Seeded questions of one word that stands in longer names and is no name itself: `keynes`. Any record that has the word in one of
 * its names is a right answer.
 */
export function wordQuestions(records: readonly PlaceRecord[], count: number, seed: number): NameQuestion[] {
  const random = chance(seed)
  const names = bearersOf(records)
  const byWord = new Map<string, Set<string>>()
  for (const { id, title, aliases } of records)
    for (const word of [title, ...aliases].flatMap((name) => fold(name).split(' ')))
      if (!names.has(word)) byWord.set(word, (byWord.get(word) ?? new Set()).add(id))
  const questions: NameQuestion[] = []
  while (questions.length < count) {
    const words = fold(pick(records, random).title).split(' ')
    const word = words.length > 1 ? pick(words, random) : ''
    const right = word.length < SHORTEST_WORD ? undefined : byWord.get(word)
    if (right) questions.push({ typed: word, kind: 'one word', right })
  }
  return questions
}

/** Letters; of shorter ones a folder has hundreds. */
const SHORTEST_WORD = 4

function bearersOf(records: readonly PlaceRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bearers = new Map<string, Set<string>>()
  for (const { id, title, aliases } of records) {
    for (const name of [title, ...aliases]) {
      const key = fold(name)
      const ids = bearers.get(key)
      if (ids) ids.add(id)
      else bearers.set(key, new Set([id]))
    }
  }
  return bearers
}

const SYLLABLES = [
  'qu',
  'xo',
  'zi',
  'vra',
  'plo',
  'gne',
  'wux',
  'kef',
  'jyn',
  'tho',
  'mbi',
  'zek',
  'oqa',
  'yrt',
]

/** Words that are no place's name: syllables that do not belong together. */
export function nonsense(count: number): string[] {
  const random = chance(4)
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join(''),
  )
}
