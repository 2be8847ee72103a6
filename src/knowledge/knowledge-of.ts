import type { Draft } from './draft.ts'
import type { Knowledge, Records } from './entries.ts'
import { type Gazetteer, gazetteerOf, type NamedPlace } from './gazetteer.ts'
import { type Entry, entriesOf } from './kinds/kind.ts'
import { placeSchema } from './kinds/place.ts'

/** A folder in which no rule found an error, with names of places turned into ids. */
export function knowledgeOf(draft: Draft): Knowledge {
  const placesNamed = gazetteerOf(placesIn(draft) as readonly NamedPlace[])
  const held = { placeNamed: (name: string) => placeOrThrow(placesNamed, name) }
  const byKind = Map.groupBy(differingBothWays(draft.entries), ({ kind }) => kind)
  const records = draft.kinds.map((kind) => kind.records(byKind.get(kind) ?? [], held))
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
  { exists, checks }: Pick<Knowledge, 'exists' | 'checks'>,
): Knowledge {
  const all = <K extends keyof Records>(key: K) =>
    records.flatMap((one): readonly Records[K][number][] => one[key] ?? [])
  return {
    statements: byId(all('statements')),
    sources: byId(all('sources')),
    places: byId(all('places')),
    areas: byId(all('areas')),
    claims: all('claims'),
    assertions: all('assertions'),
    looked: all('looked'),
    reports: all('reports'),
    exists,
    checks,
  }
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function placeOrThrow(placesNamed: Gazetteer<NamedPlace>, name: string): NamedPlace {
  const [place, other] = placesNamed(name)
  if (!place || other) throw new Error(`no rule noticed that "${name}" is not one place`)
  return place
}
