import type { Day } from '../answer/answer.ts'
import type { Check } from './checks.ts'
import type { NamedPlace, PlaceLookup } from './exists.ts'
import type { WrittenStatement } from './fields/cited.ts'
import { canHold } from './fields/marks.ts'
import type { Plain } from './file/plain.ts'
import type { Written } from './file/text.ts'
import { type Entry, entriesOf, type Kind } from './kinds/kind.ts'
import { placeSchema } from './kinds/place.ts'
import type { Pack } from './pack.ts'
import type { Knowledge, KnownPlace, Lead, Records } from './records.ts'

/** A folder as it was written, of whatever kinds: rules look at all of it, and what is clean becomes knowledge. */
export type Draft = {
  kinds: readonly Kind[]
  entries: Entry[]
  /** Made when first asked for: it is long, and few who read a folder look into it. */
  exists: () => readonly KnownPlace[]
  leads: Lead[]
  checks: ReadonlyMap<string, Check>
  packs: readonly Pack[]
  /** Whole files, entries with a wrong shape included; `text` as it is written. */
  files: (Written<Plain> & { path: string; text: string })[]
  /** Ids and names as written in entries with a wrong shape: nobody is told that they are unknown. */
  broken: Set<string>
  /** Folders of which a file could not be read, so that what it held is not known. */
  unread: Set<string>
}

export function emptyDraft(kinds: readonly Kind[]): Draft {
  return {
    kinds,
    entries: [],
    exists: nothingExists,
    leads: [],
    checks: new Map(),
    packs: [],
    files: [],
    broken: new Set(),
    unread: new Set(),
  }
}

/** What a folder without the list of places that exist has of them. */
export const nothingExists: Draft['exists'] = () => []

/** Everything in the folder that a source is cited for: each entry with a source and a day on which it was read. */
export function statementsOf({ entries }: Draft): readonly (Entry & { value: WrittenStatement })[] {
  return entries.filter(({ schema: { shape } }) => 'source' in shape && 'checked' in shape)
}

/** Whether everything that could cite a document was read. */
export function isAllCitingRead({ kinds, unread }: Draft): boolean {
  return kinds.every(({ folder, schema }) => !unread.has(folder) || !canHold(schema, 'source'))
}

/** A folder in which no rule found an error, with names of places turned into ids. */
export function knowledgeOf(draft: Draft, placesNamed: PlaceLookup<NamedPlace>, today: Day): Knowledge {
  const held = { placeNamed: (name: string) => placeOrThrow(placesNamed, name) }
  const byKind = Map.groupBy(differingBothWays(draft.entries), ({ kind }) => kind)
  const records = draft.kinds.map((kind) => kind.records(byKind.get(kind) ?? [], held, today))
  return knowledgeFrom(records, draft)
}

/** Written in one of two statements, `differs` holds for both. */
function differingBothWays(entries: readonly Entry[]): readonly Entry[] {
  const all = new Map<unknown, Set<unknown>>()
  const add = (id: unknown, other: unknown) => all.set(id, (all.get(id) ?? new Set()).add(other))
  for (const { value } of entries) {
    for (const other of Array.isArray(value.differs) ? value.differs : []) {
      add(value.id, other)
      add(other, value.id)
    }
  }
  return entries.map((entry) => {
    const differs = all.get(entry.value.id)
    return differs ? { ...entry, value: { ...entry.value, differs: [...differs] } } : entry
  })
}

export function placesIn({ entries }: Draft) {
  return entriesOf(entries, placeSchema).map(({ value }) => value)
}

/** What each kind holds, put together. */
export function knowledgeFrom(
  records: readonly Partial<Records>[],
  { exists, checks, leads = [] }: Pick<Draft, 'exists' | 'checks'> & Partial<Pick<Draft, 'leads'>>,
): Knowledge {
  const all = <K extends keyof Records>(key: K) =>
    records.flatMap((one): readonly Records[K][number][] => one[key] ?? [])
  return {
    statements: byId(all('statements')),
    sources: byId(all('sources')),
    places: byId(all('places')),
    areas: byId(all('areas')),
    councils: all('councils'),
    informal: all('informal'),
    claims: all('claims'),
    assertions: all('assertions'),
    looked: all('looked'),
    reports: all('reports'),
    decisions: all('decisions'),
    costs: all('costs'),
    agreements: all('agreements'),
    successors: all('successors'),
    notices: all('notices'),
    same: all('same'),
    asking: all('asking'),
    themes: all('themes'),
    aside: all('aside'),
    short: all('short'),
    said: all('said'),
    asks: all('asks'),
    get exists() {
      return exists()
    },
    leads,
    checks,
    packs: [],
  }
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function placeOrThrow(placesNamed: PlaceLookup<NamedPlace>, name: string): NamedPlace {
  const [place, other] = placesNamed(name)
  if (!place || other) throw new Error(`no rule noticed that "${name}" is not one place`)
  return place
}
