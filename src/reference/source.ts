import type { PartialDate } from '../answer/answer.ts'

/** A person or a body, as CSL has it. */
export type Name = {
  family?: string
  given?: string
  literal?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
  suffix?: string
}

/** A document, from CSL. `csl` is the whole record as the team wrote it, for reference styles. */
export type Source = {
  id: string
  type: string
  title: string
  author: readonly Name[]
  issued?: PartialDate
  containerTitle?: string
  publisher?: string
  page?: string
  doi?: string
  url?: string
  accessed?: PartialDate
  archived?: string
  /** Whose page was read, where somebody published the document again: `Budapest Post`. */
  republishedBy?: string
  csl: Readonly<Record<string, unknown>>
}
