/** The record without the keys that nothing is said about. Values are ours by then: keys come from a schema. */
export function withoutGaps<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
