import { statementsOf } from '../draft.ts'
import { MOST_HINTS, nearest, shown } from '../file/sentences.ts'
import type { Fault } from '../file/spot.ts'
import type { Folder, Rule } from './rule.ts'

export const differs: Rule = {
  name: 'differs',
  why: 'A reader who is told that sources differ must be able to see the other one.',
  *check(folder) {
    const bySchema = Map.groupBy(statementsOf(folder), ({ schema }) => schema)
    for (const alike of bySchema.values()) yield* among(alike, folder)
  },
}

/** Statements differ from others of their own kind. */
function* among(statements: ReturnType<typeof statementsOf>, { broken, unread }: Folder): Generator<Fault> {
  const known = new Set([...statements.flatMap(({ value }) => value.id ?? []), ...broken])
  let looked = 0
  for (const { kind, value, spot } of statements) {
    for (const [index, id] of (value.differs ?? []).entries()) {
      if (id !== value.id && (known.has(id) || unread.has(kind.folder))) continue
      const near = nearest(id, looked++ < MOST_HINTS ? known : [])
      const says =
        id === value.id
          ? `"${shown(id)}" is this ${kind.noun} itself`
          : `no ${kind.noun} has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`
      const tip = `Name the other ${kind.noun} by its id; once is enough for both.`
      yield { spot: spot(['differs', index]), says: `differs: ${says}`, tip }
    }
  }
}
