import { isRecord } from '../file/pieces.ts'
import type { Plain } from '../file/plain.ts'
import { CSL_NAMES } from './csl.ts'

/**
 * A file of CSL as other programs write it, in the places where it was: without empty texts, with a list of texts as
 * one (`ISSN: [0028-0836, 1476-4687]`), and with Crossref’s `name` of a body as what CSL calls it.
 */
export function tidied(file: Plain): Plain {
  if (Array.isArray(file)) return file.map(record)
  if (file === undefined || !isRecord(file)) return file
  if (isOneRecord(file)) return [record(file)]
  return mapped(file, (value) => (Array.isArray(value) ? value.map(record) : value))
}

/** As the address of a DOI answers: one document, in no list. */
export function isOneRecord(file: { [key: string]: Plain }): boolean {
  return typeof file.type === 'string' && file.title !== undefined && !file.references && !file.items
}

/** Crossref’s own types of documents, where CSL has other words for them. */
const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  'edited-book': 'book',
  'reference-book': 'book',
  'reference-entry': 'entry',
  monograph: 'book',
  dissertation: 'thesis',
}

function record(entry: Plain): Plain {
  if (entry === undefined || !isRecord(entry)) return entry
  return mapped(entry, (value, key) => {
    if (NAMES.has(key) && Array.isArray(value)) return value.map(name).filter((one) => one !== undefined)
    if (key === 'type' && typeof value === 'string') return TYPES[value] ?? value
    if (typeof value === 'string') return value.trim() === '' ? undefined : value
    const isTexts = Array.isArray(value) && key !== 'categories' && value.every(isText)
    return isTexts ? value.filter(Boolean).join(', ') || undefined : value
  })
}

const NAMES: ReadonlySet<string> = new Set(CSL_NAMES)

/** None where nobody is named. */
function name(written: Plain): Plain {
  if (typeof written === 'string') return { literal: written }
  if (written === undefined || !isRecord(written)) return written
  const said = mapped(written, (value) =>
    typeof value === 'string' && value.trim() === '' ? undefined : value,
  )
  const literal = said.literal ?? (said.family === undefined ? said.name : undefined)
  if (said.family === undefined && said.given === undefined && literal === undefined) return undefined
  return literal === undefined ? said : { ...said, literal }
}

function isText(value: Plain): boolean {
  return value === undefined || typeof value === 'string'
}

function mapped(entry: { [key: string]: Plain }, change: (value: Plain, key: string) => Plain) {
  const out: { [key: string]: Plain } = Object.create(null)
  for (const [key, value] of Object.entries(entry)) out[key] = change(value, key)
  return out
}
