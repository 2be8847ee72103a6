import { MOST_HINTS, nearest, shown } from '../file/sentences.ts'
import type { Fault } from '../file/spot.ts'
import { entriesOf } from '../kinds/kind.ts'
import { sourceSchema } from '../kinds/source.ts'
import { type Mention, mentionsOf, type Rule } from './rule.ts'

export const knownSource: Rule = {
  name: 'known-source',
  why: 'What cannot be cited cannot be said.',
  *check(folder) {
    if (folder.unread.has('sources')) return
    const known = new Set([
      ...entriesOf(folder.entries, sourceSchema).flatMap(({ value }) => value.id ?? []),
      ...folder.broken,
    ])
    let looked = 0
    for (const mention of mentionsOf(folder, 'source')) {
      if (!known.has(mention.text)) yield unknown(mention, looked++ < MOST_HINTS ? known : [])
    }
  },
}

function unknown({ text: id, as, spot }: Mention, known: Iterable<string>): Fault {
  const near = nearest(id, known)
  return {
    spot,
    says: `${as}: no document in sources/ has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`,
    tip: 'Add the document to a file in sources/, or correct the id.',
  }
}
