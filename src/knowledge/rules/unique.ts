import type { Spot } from '../file/text.ts'
import { entriesOf } from '../kinds/kind.ts'
import { reportSchema } from '../kinds/report.ts'
import type { Folder, Rule } from './rule.ts'

type Named = { id: string; spot(): Spot; madeOf?: string }

export const unique: Rule = {
  name: 'unique',
  why: 'An id is part of links, of what people type and of what the digest remembers, so it means one entry.',
  *check(folder) {
    const first = new Map<string, Named['spot']>()
    for (const { id, spot, madeOf } of [...idsOf(folder), ...derivedIds(folder)]) {
      const other = first.get(id)
      if (!other) {
        first.set(id, spot)
        continue
      }
      const { file, line, column } = other()
      const where = `${file}:${line}:${column}`
      yield madeOf
        ? {
            spot: spot(),
            says: `${where} has ${madeOf}, and so the same id "${id}"`,
            tip: 'Give this entry an "id:" of its own.',
          }
        : { spot: spot(), says: `the id "${id}" is taken by ${where}`, tip: 'Change one of the two.' }
    }
    yield* reportedTwice(folder)
  },
}

function idsOf({ entries }: Folder): readonly Named[] {
  return entries.flatMap(({ value: { id }, spot }) =>
    typeof id === 'string' ? [{ id, spot: () => spot(['id']) }] : [],
  )
}

/** Those that a kind makes of other fields come after those that are written, which have the better right. */
function derivedIds({ entries, placesNamed }: Folder): readonly Named[] {
  return entries.flatMap((entry) => {
    const derived = entry.kind.idOf?.(entry, placesNamed)
    return derived ? [{ id: derived.id, spot: () => entry.spot([derived.on]), madeOf: derived.from }] : []
  })
}

function* reportedTwice({ entries }: Folder) {
  const first = new Map<string, () => Spot>()
  for (const { value, spot } of entriesOf(entries, reportSchema)) {
    if (value.report === undefined) continue
    const before = first.get(value.report)
    if (before) {
      const other = before()
      const says = `the report "${value.report}" is also in ${other.file}:${other.line}:${other.column}`
      yield { spot: spot(['report']), says, tip: 'Put all its findings into one file.' }
    } else {
      first.set(value.report, () => spot(['report']))
    }
  }
}
