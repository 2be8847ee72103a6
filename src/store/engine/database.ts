export type Value = string | number | null

export type Row = Readonly<Record<string, unknown>>

/** SQL that both engines understand, with `$1` for the first value. */
export type Query = (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>

type Trace = 'leaves no trace'

/** One of the two engines, opened. */
export type Database = {
  /**
   * Runs `work` in one transaction: kept on disk when the promise fulfils, undone when `work` throws. Rejects with
   * StoreTrouble when the store is in trouble. What a work deleted that `leaves no trace` is then gone from the bytes of an
   * embedded store as well; a server cleans its disk by itself.
   */
  atomically<T>(work: (query: Query) => Promise<T>, trace?: Trace): Promise<T>
  close(): Promise<void>
}

/** Text as both engines can keep it: composed, without NUL and halves of characters. */
export function storable(value: Value): Value {
  return typeof value === 'string' ? value.normalize('NFC').toWellFormed().replaceAll('\0', '') : value
}
