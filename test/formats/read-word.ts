import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'

/** Tables, references and words of a page, by another program's reading. */
export function readHtml(page: string) {
  const { document } = parseHTML(page)
  const rows = [...document.querySelectorAll('table tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''),
  )
  const lists = [...document.querySelectorAll('ol')]
  const references = [...(lists.at(-1)?.querySelectorAll('li') ?? [])].map((one) => one.textContent?.trim())
  return { document, rows, references }
}

/** The same of a Word file. */
export async function readWord(bytes: Uint8Array) {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return readHtml(`<html><body>${value}</body></html>`)
}
