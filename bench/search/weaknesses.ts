import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chance, pick } from './chance.ts'
import type { Collection, JudgedQuestion } from './collection.ts'
import type { EngineRecord } from './engine.ts'

/**
 * The Common Weakness Enumeration by MITRE: some nine hundred short texts. Its editors say which observed vulnerabilities
 * are examples of an entry, what mitigates it, and which categories it is in, in texts of their own; those are the
 * questions, and no part of the texts that are searched.
 */
export function weaknesses(): Collection[] {
  const entries = read()
  const records = entries.map(recordOf)
  const asked = (name: string, of: (entry: Entry) => readonly string[]): Collection => ({
    name,
    records,
    questions: questionsOf(entries, of),
  })
  return [
    asked('weaknesses, by an observed example', ({ Observed_Examples }) =>
      listOf(Observed_Examples?.Observed_Example).map(({ Description }) => textIn(Description)),
    ),
    asked('weaknesses, by what mitigates them', ({ Potential_Mitigations }) =>
      listOf(Potential_Mitigations?.Mitigation).map(({ Description }) => textIn(Description)),
    ),
    { name: 'weaknesses, by the name of a related one', records, questions: relations(entries) },
    { name: 'weaknesses, by the category they are in', records, questions: categories(entries) },
  ]
}

/** As many texts of twelve sentences each, taken from the entries, under the names of entries. */
export function shuffledWeaknesses(count: number): EngineRecord[] {
  const records = read().map(recordOf)
  const random = chance(11)
  const sentences = records.flatMap(({ text = '' }) => text.split(/(?<=[.:]) /))
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    title: pick(records, random).title,
    text: Array.from({ length: 12 }, () => pick(sentences, random)).join(' '),
  }))
}

type Described = { Description: unknown }

type Relation = { attr: { '@_CWE_ID': string } }

type Entry = Described & {
  Extended_Description?: unknown
  Observed_Examples?: { Observed_Example: Described | Described[] }
  Potential_Mitigations?: { Mitigation: Described | Described[] }
  Related_Weaknesses?: { Related_Weakness: Relation | Relation[] }
  attr: { '@_ID': string; '@_Name': string; '@_Status': string }
}

type Category = {
  Summary: unknown
  Relationships?: { Has_Member?: Relation | Relation[] }
  attr: { '@_Status': string }
}

function catalogue(): { Weaknesses: { Weakness: Entry[] }; Categories: { Category: Category[] } } {
  const path = createRequire(import.meta.url).resolve('cwe-sdk/raw/cwe-archive.json')
  return JSON.parse(readFileSync(path, 'utf8')).Weakness_Catalog
}

function read(): Entry[] {
  return catalogue().Weaknesses.Weakness.filter(isCurrent)
}

function isCurrent({ attr }: { attr: { '@_Status': string } }): boolean {
  return !['Deprecated', 'Obsolete'].includes(attr['@_Status'])
}

function recordOf({ attr, Description, Extended_Description }: Entry): EngineRecord {
  return {
    id: attr['@_ID'],
    title: attr['@_Name'],
    text: `${textIn(Description)} ${textIn(Extended_Description)}`.trim(),
  }
}

/** A text that several entries have is one question, which all of them answer. */
function questionsOf(entries: readonly Entry[], of: (entry: Entry) => readonly string[]): JudgedQuestion[] {
  const answers = new Map<string, Map<string, number>>()
  for (const entry of entries) {
    for (const text of of(entry)) {
      if (text === '') continue
      const gains = answers.get(text) ?? new Map()
      answers.set(text, gains.set(entry.attr['@_ID'], 1))
    }
  }
  return [...answers].map(([ask, gains]) => ({ ask, gains }))
}

/** Each entry's name, answered by those that it is related to, whichever of the two says so. */
function relations(entries: readonly Entry[]): JudgedQuestion[] {
  const known = new Map(entries.map(({ attr }) => [attr['@_ID'], new Map<string, number>()]))
  for (const { attr, Related_Weaknesses } of entries) {
    for (const relation of listOf(Related_Weaknesses?.Related_Weakness)) {
      const [one, other] = [attr['@_ID'], relation.attr['@_CWE_ID']]
      if (!known.has(other)) continue
      known.get(one)?.set(other, 1)
      known.get(other)?.set(one, 1)
    }
  }
  return entries
    .map(({ attr }) => ({
      ask: attr['@_Name'],
      itself: attr['@_ID'],
      gains: known.get(attr['@_ID']) as ReadonlyMap<string, number>,
    }))
    .filter(({ gains }) => gains.size > 0)
}

/** What each category says of itself, answered by its members. */
function categories(entries: readonly Entry[]): JudgedQuestion[] {
  const known = new Set(entries.map(({ attr }) => attr['@_ID']))
  return catalogue()
    .Categories.Category.filter(isCurrent)
    .map(({ Summary, Relationships }) => {
      const members = listOf(Relationships?.Has_Member).map(({ attr }) => attr['@_CWE_ID'])
      const gains = new Map(members.filter((id) => known.has(id)).map((id) => [id, 1]))
      return { ask: textIn(Summary), gains }
    })
    .filter(({ gains }) => gains.size > 0)
}

function listOf<T>(given: T | T[] | undefined): T[] {
  return given === undefined ? [] : ([given].flat() as T[])
}

/** All text in a piece of the catalogue, without what it is marked up with. */
function textIn(given: unknown): string {
  if (Array.isArray(given)) return given.map(textIn).join(' ')
  if (typeof given !== 'object' || given === null)
    return String(given ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  return Object.entries(given)
    .filter(([key]) => key !== 'attr')
    .map(([, part]) => textIn(part))
    .join(' ')
    .trim()
}
