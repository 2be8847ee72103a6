/** Something to find. */
export type EngineRecord = {
  id: string
  title: string
  aliases?: readonly string[]
  text?: string
  weight?: number
}

/** Ids, best first, at most ten. */
export type Ask = (query: string) => readonly string[]

export type Engine = {
  name: string
  /** Not built for more records than this: it would take minutes or fill the memory. */
  most: number
  build(records: readonly EngineRecord[]): Ask
}

/** Results asked of every engine. */
export const TEN = 10
