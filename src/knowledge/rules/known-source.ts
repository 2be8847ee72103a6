import { MOST_HINTS, nearest, shown } from '../file/nearest.ts'
import type { Fault } from '../file/text.ts'
import { entriesOf } from '../kinds/kind.ts'
import { areaSchema, councilSchema, informalSchema, KINDS_WITH_MEMBERS, placesFile } from '../kinds/place.ts'
import { sourceSchema } from '../kinds/source.ts'
import { type Folder, type Mention, mentionsOf, type Rule } from './rule.ts'

export const knownSource: Rule = {
  name: 'known-source',
  why: 'What cannot be cited cannot be said.',
  *check(folder) {
    yield* unsaid(folder)
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

/** Of an informal name and of a county it is enough to say in words who says so; a file may say it once, save of areas. */
function* unsaid({ entries }: Folder): Generator<Fault> {
  const names = [
    ...entriesOf(entries, informalSchema, placesFile),
    ...entriesOf(entries, councilSchema, placesFile),
  ].filter(({ file }) => file.value.source === undefined)
  const counties = entriesOf(entries, areaSchema).filter(({ value: { kind } }) =>
    KINDS_WITH_MEMBERS.some((one) => one === kind),
  )
  for (const { value, spot } of [...names, ...counties]) {
    if (Object.hasOwn(value, 'source')) continue
    const tip = 'Add "source:" with where this comes from, in words or an address.'
    yield {
      spot: spot(['name']),
      says: `nothing says where "${shown(value.name ?? '…')}" comes from: "source" is missing`,
      tip,
    }
  }
}

function unknown({ text: id, as, spot }: Mention, known: Iterable<string>): Fault {
  const near = nearest(id, known)
  return {
    spot,
    says: `${as}: no document in sources/ has the id "${shown(id)}"${near ? `; did you mean "${near}"?` : ''}`,
    tip: 'Add the document to a file in sources/, or correct the id.',
  }
}
