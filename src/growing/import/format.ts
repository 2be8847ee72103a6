import type { DocumentFormat } from './documents.ts'

/** What a file holds, by its first words. */
export type FileFormat = DocumentFormat | 'table' | 'store' | 'unknown json'

export function formatOf(text: string): FileFormat {
  const start = text.trimStart()
  if (/^\{"table":/.test(start)) return 'store'
  if (/^[[{]/.test(start)) return isCsl(start) ? 'csl' : 'unknown json'
  if (/^TY {2}- /m.test(start)) return 'ris'
  if (/^\s*@[a-z]+\s*[{(]/im.test(start)) return 'bibtex'
  return 'table'
}

function isCsl(text: string): boolean {
  try {
    const json = JSON.parse(text) as unknown
    const list = Array.isArray(json) ? json : ((json as { items?: unknown }).items ?? [json])
    return Array.isArray(list) && list.every((item) => typeof item?.type === 'string')
  } catch {
    return false
  }
}
