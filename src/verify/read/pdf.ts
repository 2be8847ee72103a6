import { getDocumentProxy } from 'unpdf'
import { RUNNING } from '../match/normalise.ts'
import type { PageText } from '../match/result.ts'
import { type Drawn, inColumns, inOrder } from './pdf-page.ts'

/**
 * All pages one after the other, as they were drawn; then, where there are columns, with one column after the other. Words
 * that a scanned page only shows as a picture are not in it.
 */
export async function pdfTexts(bytes: Uint8Array): Promise<readonly PageText[]> {
  // It refuses a Buffer, which is a Uint8Array, too.
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const pages: (readonly Drawn[])[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    pages.push(items.filter((item) => 'str' in item))
  }
  const drawn = pages.map(inOrder)
  const columns = pages.map((page, i) => inColumns(page) ?? drawn[i] ?? '')
  const hasColumns = columns.some((text, i) => text !== drawn[i])
  return [drawn, ...(hasColumns ? [columns] : [])].map((texts) => joined(withoutHeads(texts)))
}

function joined(pages: readonly string[]): PageText {
  const pageStarts: number[] = []
  let length = 0
  for (const page of pages) {
    pageStarts.push(length)
    length += page.length + 1
  }
  return { text: pages.join('\n'), pageStarts }
}

/** With our signs around the lines at the head and foot of a page that others have as well, but for their numbers. */
function withoutHeads(pages: readonly string[]): readonly string[] {
  const lines = pages.map((page) => page.split('\n'))
  const edges = lines.map((page) => EDGES.map((edge) => edge(page)))
  const counts = new Map<string, number>()
  for (const page of edges) {
    for (const [i, at] of page.entries()) {
      const key = `${i < 2} ${keyOf(at)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const isRunning = (at: string | undefined, i: number) => {
    const many = counts.get(`${i < 2} ${keyOf(at)}`) ?? 0
    return at !== undefined && many >= (NUMBER.test(at) ? 2 : 3)
  }
  return lines.map((page, p) => {
    const running = new Set(edges[p]?.filter(isRunning))
    const shown = page.map((line, i) => {
      const isEdge = EDGES.some((edge) => edge(page) === line) && (i < NEAR || i >= page.length - NEAR)
      return isEdge && running.has(line) ? `${RUNNING.from}${line}${RUNNING.to}` : line
    })
    return shown.join('\n')
  })
}

/** Lines from the edge in which heads, feet and page numbers stand. */
const NEAR = 4

/** The first two and the last two lines with words. */
const EDGES: readonly ((page: readonly string[]) => string | undefined)[] = [0, 1, -2, -1].map(
  (place) => (page) => {
    const filled = page.filter((line) => line.trim() !== '')
    return filled.length > 2 || place === 0 ? filled.at(place) : undefined
  },
)

const NUMBER = /^\W*(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?\W*$/i

function keyOf(line: string | undefined): string | undefined {
  return line?.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ')
}
