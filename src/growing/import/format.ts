import { cslItems, type DocumentFormat } from './documents.ts'

/** What a file holds, by its first words. */
export type FileFormat = DocumentFormat | 'table' | 'store' | 'unknown json'

export function formatOf(text: string): FileFormat {
  const start = text.trimStart()
  if (/^\{"table":/.test(start)) return 'store'
  if (/^[[{]/.test(start)) return cslItems(text) ? 'csl' : 'unknown json'
  if (/^TY {2}- /m.test(start)) return 'ris'
  if (/^\s*@[a-z]+\s*[{(]/im.test(start)) return 'bibtex'
  if (/^references:/m.test(text) && cslItems(text)) return 'csl'
  return 'table'
}
