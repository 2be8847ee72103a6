import type { PageText } from '../match/result.ts'

export type Kind = 'html' | 'text' | 'pdf'

/** A page as it came: its bytes and what they are. */
export type Page = { kind: Kind; bytes: Uint8Array; contentType?: string }

/** The readable texts of a page, the likeliest first. */
export type Readable = {
  texts: readonly PageText[]
  /** Something to say about how it was read. */
  note?: string
  /** Why what is not on the page may still be in the source; `certain` where nearly the same words do not count, either. */
  doubt?: { why: string; certain: boolean }
}

/** One clause where there is nothing to compare with. `absent`: there was nothing to read, so nothing was looked at. */
export type Reading = Readable | { why: string; absent?: boolean }
