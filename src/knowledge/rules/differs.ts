import { MOST_HINTS, nearest } from '../file/nearest.ts'
import { shown } from '../file/shown.ts'
import type { Rule } from './rule.ts'

export const differs: Rule = {
  name: 'differs',
  why: 'A reader who is told that sources differ must be able to see the other one.',
  *check(folder) {
    const ids = folder.claims.flatMap(({ value }) => value.id ?? [])
    const known = new Set([...ids, ...folder.broken])
    let looked = 0
    for (const { value, spot } of folder.claims) {
      for (const [index, id] of (value.differs ?? []).entries()) {
        if (id !== value.id && (known.has(id) || folder.unread.has('claims'))) continue
        const near = nearest(id, looked++ < MOST_HINTS ? known : [])
        const says =
          id === value.id
            ? `"${shown(id)}" is this claim itself`
            : `no claim has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`
        const tip = 'Name the other claim by its id; once is enough for both.'
        yield { spot: spot(['differs', index]), says: `differs: ${says}`, tip }
      }
    }
  },
}
