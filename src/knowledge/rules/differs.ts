import { statementsOf } from '../draft.ts'
import { MOST_HINTS, nearest, shown } from '../file/nearest.ts'
import type { Rule } from './rule.ts'

/** A finding of a report may differ from a claim: any statement whose kind can say so may be named. */
export const differs: Rule = {
  name: 'differs',
  why: 'A reader who is told that sources differ must be able to see the other one.',
  *check(folder) {
    const statements = statementsOf(folder).filter(({ schema: { shape } }) => 'differs' in shape)
    const ids = statements.flatMap(({ value }) => value.id ?? [])
    const known = new Set([...ids, ...folder.broken])
    const isAllRead = statements.every(({ kind }) => !folder.unread.has(kind.folder))
    let looked = 0
    for (const { kind, value, spot } of statements) {
      for (const [index, id] of (value.differs ?? []).entries()) {
        if (id !== value.id && (known.has(id) || !isAllRead)) continue
        const near = nearest(id, looked++ < MOST_HINTS ? known : [])
        const says =
          id === value.id
            ? `"${shown(id)}" is this ${kind.noun} itself`
            : `no ${kind.noun} has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`
        const tip = `Name the other ${kind.noun} by its id; once is enough for both.`
        yield { spot: spot(['differs', index]), says: `differs: ${says}`, tip }
      }
    }
  },
}
