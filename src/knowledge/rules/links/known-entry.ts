import { canHold } from '../../fields/marks.ts'
import { MOST_HINTS, nearest, shown } from '../../file/nearest.ts'
import { mentionsOf, type Rule } from '../rule.ts'

export const knownEntry: Rule = {
  name: 'known-entry',
  why: 'What came of a proposal, or which sum holds another, must be there to be looked up.',
  *check(folder) {
    const naming = folder.kinds.filter(({ schema }) => canHold(schema, 'entry'))
    if (naming.some((kind) => folder.unread.has(kind.folder))) return
    const ids = folder.entries.flatMap(({ value }) => (typeof value.id === 'string' ? [value.id] : []))
    const known = new Set([...ids, ...folder.broken])
    let looked = 0
    for (const mention of mentionsOf(folder, 'entry')) {
      const { text } = mention
      if (known.has(text)) continue
      const near = nearest(text, looked++ < MOST_HINTS ? known : [])
      const says = `${mention.as}: nothing in this folder has the id "${shown(text)}"${near ? `; did you mean "${near}"?` : ''}`
      yield { spot: mention.spot, says, tip: 'Write the id of the other entry, or delete this.' }
    }
  },
}
