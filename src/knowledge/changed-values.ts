import { emptyDraft, placesIn } from './draft.ts'
import { placeLookup } from './exists.ts'
import type { FileInput } from './file/text.ts'
import { KINDS } from './kinds/all.ts'
import type { Entry } from './kinds/kind.ts'
import type { Problem } from './read.ts'
import { readFile } from './read-file.ts'

/** The entries of these files that a source is cited for, by their ids; `places` are files that say what places are called. */
export function entriesById(
  files: readonly FileInput[],
  places: readonly FileInput[] = files,
): ReadonlyMap<string, Entry> {
  const draft = draftOf(files)
  const placesNamed = placeLookup(placesIn(places === files ? draft : draftOf(places)))
  return new Map(
    draft.entries.flatMap((entry) => {
      if (!('checked' in entry.schema.shape)) return []
      const id = entry.value.id ?? entry.kind.idOf?.(entry, placesNamed)?.id
      return typeof id === 'string' ? [[id, entry] as const] : []
    }),
  )
}

function draftOf(files: readonly FileInput[]) {
  const draft = emptyDraft(KINDS)
  for (const file of files) readFile(file, draft)
  return draft
}

/** Our own words, and what leads elsewhere: these change without a look at the source. */
const OURS: ReadonlySet<string> = new Set([
  ...['id', 'added', 'checked', 'title', 'says', 'about', 'also', 'note'],
  ...['places', 'differs', 'citing', 'led-to', 'part-of'],
])

/**
 * Values that are others than they were, though the same source is cited and nobody says that they read it again. `before`
 * are the same files as they were.
 */
export function changedValues(
  before: readonly FileInput[],
  now: readonly FileInput[],
  places: readonly FileInput[],
): readonly Problem[] {
  const was = entriesById(before, places)
  return [...entriesById(now, places)].flatMap(([id, entry]) => {
    const old = was.get(id)
    const [value, earlier] = [entry.value, old?.value ?? {}]
    if (!old || !isSame(value.source, earlier.source) || !isSame(value.checked, earlier.checked)) return []
    const fields = [...new Set([...Object.keys(earlier), ...Object.keys(value)])]
    return fields.flatMap((field): readonly Problem[] => {
      if (OURS.has(field) || isSame(value[field], earlier[field])) return []
      return [
        {
          ...entry.spot([field]),
          rule: 'changed-value',
          severity: 'warning',
          says: `“${field}” of ${id} was ${inWords(earlier[field])} and is ${inWords(value[field])}, from the same source and the same check`,
          tip: 'If you read the source again, say so: give this entry a "checked" with today’s date and who read it. If not, put the value back.',
        },
      ]
    })
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function inWords(value: unknown): string {
  if (value === undefined) return 'not there'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}
