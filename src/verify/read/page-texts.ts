import type { PageText } from '../match/result.ts'
import { decode } from './decode.ts'

export type Kind = 'html' | 'text' | 'pdf'

/** A page as it came: its bytes and what they are. */
export type Page = { kind: Kind; bytes: Uint8Array; contentType?: string }

/**
 * The readable texts of a page, the likeliest first; or one clause on why there is none. A `scripted` page may show more
 * in a browser than it has in its text. `absent`: there was nothing to read, so nothing was looked at.
 */
export type Reading = { texts: readonly PageText[]; scripted?: boolean } | { why: string; absent?: boolean }

/** The kind that a `Content-Type` names; pages without one are known by their first bytes. */
export function kindOf(contentType: string | undefined, bytes?: Uint8Array): Kind | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/pdf') return 'pdf'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type?.startsWith('text/')) return 'text'
  if (type || !bytes) return undefined
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart()
  if (start.startsWith('%PDF-')) return 'pdf'
  return start.startsWith('<') ? 'html' : 'text'
}

/** Loads the libraries for this kind only. Never throws: what a library cannot read is a page we could not read. */
export async function pageTexts(page: Page): Promise<Reading> {
  try {
    const reading = await readAs[page.kind](page)
    return reading.texts.some(({ text }) => text.trim()) ? reading : { why: 'there is no text on the page' }
  } catch (error) {
    return {
      why: `the ${page.kind === 'pdf' ? 'PDF' : 'page'} is damaged (${(error as Error).message.split('\n')[0]})`,
    }
  }
}

type Read = { texts: readonly PageText[]; scripted?: boolean }

const readAs: Readonly<Record<Kind, (page: Page) => Promise<Read>>> = {
  async html({ bytes, contentType }) {
    const html = decode(bytes, contentType)
    const { htmlTexts } = await import('./html.ts')
    return { texts: htmlTexts(html), scripted: /<script/i.test(html) }
  },
  async pdf({ bytes }) {
    const { pdfText } = await import('./pdf.ts')
    return { texts: [await pdfText(bytes)] }
  },
  async text({ bytes, contentType }) {
    return { texts: [{ text: decode(bytes, contentType) }] }
  },
}
