/** Something to find. */
export type EngineRecord = {
  id: string
  title: string
  aliases?: readonly string[]
  text?: string
  weight?: number
}

/** Ids, best first. */
export type Ask = (query: string) => readonly string[]

export type Engine = {
  name: string
  /** Not built for more records than this: it would take minutes or fill the memory. */
  most: number
  build(records: readonly EngineRecord[]): Ask
}

/** Results asked of every engine: ten that count, and one more, as the question may itself be one of the texts. */
export const ASKED_FOR = 11
