import { MOST_HINTS, nearest } from '../file/nearest.ts'
import { shown } from '../file/shown.ts'
import type { Fault, Spot } from '../file/spot.ts'
import type { Folder, Rule } from './rule.ts'
import { citingOf, statementsOf } from './statements.ts'

type Mention = { id: string; as: string; spot: Spot }

export const knownSource: Rule = {
  name: 'known-source',
  why: 'What cannot be cited cannot be said.',
  *check(folder) {
    if (folder.unread.has('sources')) return
    const known = new Set([...folder.sources.flatMap(({ value }) => value.id ?? []), ...folder.broken])
    let looked = 0
    for (const mention of mentionsOf(folder)) {
      if (!known.has(mention.id)) yield unknown(mention, looked++ < MOST_HINTS ? known : [])
    }
  },
}

function unknown({ id, as, spot }: Mention, known: Iterable<string>): Fault {
  const near = nearest(id, known)
  return {
    spot,
    says: `${as}: no document in sources/ has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`,
    tip: 'Add the document to a file in sources/, or correct the id.',
  }
}

function* mentionsOf(folder: Folder): Iterable<Mention> {
  for (const { value, spot } of statementsOf(folder)) {
    const citing = citingOf(value)
    if (value.source !== undefined) yield { id: value.source, as: 'source', spot: spot(['source']) }
    if (citing !== undefined) yield { id: citing, as: 'citing', spot: spot(['citing']) }
  }
  for (const { value, spot } of folder.reports) {
    if (value.report !== undefined) yield { id: value.report, as: 'report', spot: spot(['report']) }
  }
  for (const { value, spot } of folder.looked) {
    for (const [index, id] of (value.in ?? []).entries()) yield { id, as: 'in', spot: spot(['in', index]) }
  }
}
