import type { Knowledge } from '../knowledge/entries.ts'
import { statementsIn } from '../knowledge/statements-in.ts'
import { reference, type Style } from '../reference/reference.ts'

/**
 * A reference by the id of a source, or of a record: then with its place in the source, and for a second-hand one with
 * the document that it reports. `undefined` when nothing has that id.
 */
export function referenceTo(id: string, knowledge: Knowledge, style: Style): string | undefined {
  const { sources } = knowledge
  const record = statementsIn(knowledge).find((one) => one.id === id)
  const source = sources.get(record?.source ?? id)
  const citing = record && 'citing' in record ? sources.get(record.citing ?? '') : undefined
  return source && reference(source, { style, locator: record?.at, citing })
}
