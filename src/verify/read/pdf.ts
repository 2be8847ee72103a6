import { extractText, getDocumentProxy } from 'unpdf'
import type { PageText } from '../match/result.ts'

/** All pages one after the other. Words that a scanned page only shows as a picture are not in it. */
export async function pdfText(bytes: Uint8Array): Promise<PageText> {
  // It refuses a Buffer, which is a Uint8Array, too.
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { text: pages } = await extractText(file, { mergePages: false })
  const pageStarts: number[] = []
  let length = 0
  for (const page of pages) {
    pageStarts.push(length)
    length += page.length + 1
  }
  return { text: pages.join('\n'), pageStarts }
}
