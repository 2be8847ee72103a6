import { stringify } from 'yaml'
import type { Plain } from './plain.ts'

/** What an entry can hold, in the order in which it is to be written. Nothing is written of what is absent or empty. */
export type Writable = string | number | readonly Writable[] | Fields
export type Fields = { readonly [key: string]: Writable | undefined }

/** Characters of a line, as the folder’s files have them. */
const WIDTH = 116

/** An entry of a list: the first line has the dash, the others two spaces. */
export function entryLines(entry: Fields): readonly string[] {
  return topLines(entry).map((line, index) => (line === '' ? '' : `${index === 0 ? '- ' : '  '}${line}`))
}

/**
 * `key: value` lines as the folder has them: lists of words in brackets, small records in braces, each record of a list
 * behind its own dash, long texts folded.
 */
export function topLines(record: Fields): readonly string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (value === undefined || value === '') return []
    if (typeof value !== 'object') return textLines(key, String(value))
    if (!isList(value)) return [`${key}: ${flow(value)}`]
    const isRecords = value.some((item) => typeof item === 'object')
    return isRecords ? [`${key}:`, ...value.map((item) => `  - ${flow(item)}`)] : wordLines(key, value)
  })
}

/** What these lines are read as; nothing where a text is not read as it was given (line breaks, several spaces). */
export function readBack(record: Fields): { [key: string]: Plain } | undefined {
  const said = Object.entries(record).filter(([, value]) => value !== '')
  return plainRecord(said)
}

function plainRecord(
  said: readonly (readonly [string, Writable | undefined])[],
): { [key: string]: Plain } | undefined {
  const plain: { [key: string]: Plain } = Object.create(null)
  for (const [key, value] of said) {
    if (value === undefined) continue
    plain[key] = plainValue(value)
    if (plain[key] === undefined) return undefined
  }
  return plain
}

function plainValue(value: Writable): Plain {
  if (isList(value)) {
    const items = value.map(plainValue)
    return items.includes(undefined) ? undefined : items
  }
  if (typeof value === 'object') return plainRecord(Object.entries(value))
  const text = String(value)
  const isAsGiven = text.isWellFormed() && text === text.replace(/\s+/g, ' ').trim()
  return isAsGiven ? text.normalize('NFC') : undefined
}

function textLines(key: string, text: string): readonly string[] {
  const line = `${key}: ${scalar(text)}`
  if (line.length <= WIDTH && !text.includes('\n')) return [line]
  const folded = text
    .split(/\n\s*\n/)
    .flatMap((paragraph, index) => [
      ...(index === 0 ? [] : ['']),
      ...wrapped(paragraph.split(/\s+/), WIDTH - 4).map((words) => `  ${words}`),
    ])
  return [`${key}: >-`, ...folded]
}

function wordLines(key: string, words: readonly Writable[]): readonly string[] {
  const items = words.map((word, index) => flow(word) + (index < words.length - 1 ? ',' : ']'))
  const [first = '', ...more] = wrapped([`${key}: [${items[0] ?? ']'}`, ...items.slice(1)], WIDTH - 4)
  return [first, ...more.map((line) => `  ${line}`)]
}

function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function flow(value: Writable | undefined): string {
  if (isList(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object') return scalar(String(value ?? ''), true)
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${pairs.map(([key, part]) => `${key}: ${flow(part)}`).join(', ')}}`
}

function isList(value: Writable | undefined): value is readonly Writable[] {
  return Array.isArray(value)
}

/** Letters, digits and what has no meaning between them, in brackets or not. */
const PLAIN = /^[\p{L}\p{N}]+(?:[ ./_-][\p{L}\p{N}]+)*$/u

/** A text in quotation marks only where it needs them; in brackets it needs them sooner. */
function scalar(text: string, inBrackets = false): string {
  // Plain, these mean that nothing is said.
  if (['', 'null', '~'].includes(text)) return JSON.stringify(text)
  // Nearly all texts: a document of its own for each takes a third of the time in which a table comes in.
  if (PLAIN.test(text)) return text
  const options = { schema: 'failsafe', lineWidth: 0, flowCollectionPadding: false } as const
  if (!inBrackets) {
    const said = text.replace(/\s+/g, ' ')
    const line = stringify(said, options).trimEnd()
    // The library thinks of a document of its own, where three dots or dashes at the start need lines of their own.
    return line.includes('\n') ? JSON.stringify(said) : line
  }
  return stringify([text.replace(/\s+/g, ' ')], { ...options, collectionStyle: 'flow' })
    .trimEnd()
    .slice(1, -1)
}
