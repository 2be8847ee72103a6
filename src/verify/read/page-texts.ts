import { HEADING, LIST_ITEM, ROW } from '../match/normalise.ts'
import { decode } from './decode.ts'
import type { Kind, Page, Reading } from './html.ts'

export type { Kind, Page, Readable, Reading } from './html.ts'

/** The kind that a `Content-Type` names. First bytes know better: servers name PDFs in many ways, or name nothing. */
export function kindOf(contentType: string | undefined, bytes?: Uint8Array): Kind | undefined {
  const start = bytes && new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart()
  if (start?.startsWith('%PDF-')) return 'pdf'
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/pdf') return 'pdf'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type?.startsWith('text/')) return 'text'
  if (type || start === undefined) return undefined
  return start.startsWith('<') ? 'html' : 'text'
}

/** Loads the libraries for this kind only. Never throws: what a library cannot read is a page we could not read. */
export async function pageTexts(page: Page): Promise<Reading> {
  const kind = kindOf(undefined, page.bytes) === 'pdf' ? 'pdf' : page.kind
  try {
    const reading = await readAs[kind](page)
    if ('why' in reading) return reading
    if (reading.texts.some(({ text }) => text.length > LONGEST))
      return { why: `it has more than ${LONGEST / 1e6} million characters of text` }
    return reading.texts.some(({ text }) => text.trim()) ? reading : { why: 'there is no text on the page' }
  } catch (error) {
    return {
      why: `the ${kind === 'pdf' ? 'PDF' : 'page'} is damaged (${(error as Error).message.split('\n')[0]})`,
    }
  }
}

/** A thousand printed pages have fewer. Of a longer text, "not found" would take minutes for each quotation. */
const LONGEST = 2_000_000

/** The parser makes a node of each: two million bare ampersands would fill half a gigabyte. */
const MOST_SIGNS = 500_000

const readAs: Readonly<Record<Kind, (page: Page) => Promise<Reading>>> = {
  async html({ bytes, contentType }) {
    const { text, note } = decode(bytes, contentType)
    const signs = text.match(/[<&]/g)?.length ?? 0
    if (signs > MOST_SIGNS) return { why: `it has more than ${MOST_SIGNS / 1000},000 tags and entities` }
    const { htmlTexts } = await import('./html.ts')
    return { ...htmlTexts(text), note }
  },
  async pdf({ bytes }) {
    const { pdfTexts } = await import('./pdf.ts')
    return { texts: await pdfTexts(bytes) }
  },
  async text({ bytes, contentType }) {
    const { text, note } = decode(bytes, contentType)
    return { texts: [{ text: markedText(text) }], note }
  },
}

/** A saved text or Markdown, with our signs where a list item, a row of a table or a heading begins or ends. */
function markedText(text: string): string {
  let isHeading = false
  const lines = text.split('\n').map((line) => {
    const border =
      BORDERED.find(([start]) => start.test(line))?.[1] ?? (isHeading && line.trim() ? HEADING : '')
    if (line.trim()) isHeading = border === HEADING && line.startsWith('#')
    return border + line
  })
  return lines.join('\n')
}

const BORDERED = [
  [/^ {0,3}#{1,6} /, HEADING],
  [/^\s*(?:[-*+•‣◦]|\d{1,2}[.)]) +\S/, LIST_ITEM],
  [/^\s*\|.*\|\s*$/, ROW],
] as const
