import type { Knowledge } from '../knowledge/records.ts'
import { reference, type Style } from '../reference/reference.ts'

/**
 * A reference by the id of a source, or of a record: then with its place in the source, and for a second-hand one with
 * the document that it reports. `undefined` when nothing has that id.
 */
export function referenceTo(typed: string, knowledge: Knowledge, style: Style): string | undefined {
  const { sources, statements } = knowledge
  // Telephones and chats turn the apostrophe of a key, O'Connor2014, while it is typed.
  const straight = typed.replaceAll('’', "'")
  const id = statements.has(typed) || sources.has(typed) ? typed : straight
  const statement = statements.get(id)
  const source = sources.get(statement?.source ?? id)
  const citing = sources.get(statement?.citing ?? '')
  if (!source) return undefined
  const text = reference(source, { style, locator: statement?.at, citing })
  const { heldIn } = source
  const isProse = style === 'harvard' || style === 'apa'
  return heldIn && isProse ? `${text} Recorded in “${heldIn.name}” (${heldIn.licence}).` : text
}

/** References to several documents as one list: in prose by the alphabet, in the formats of programs as one file. */
export function referencesTo(ids: readonly string[], knowledge: Knowledge, style: Style): string {
  const texts = ids.map((id) => referenceTo(id, knowledge, style)).filter((text) => text !== undefined)
  if (style === 'csl')
    return JSON.stringify(
      texts.flatMap((text) => JSON.parse(text)),
      null,
      2,
    )
  const isProse = style === 'harvard' || style === 'apa'
  return isProse ? texts.toSorted((a, b) => a.localeCompare(b, 'en')).join('\n') : texts.join('\n\n')
}
