import * as z from 'zod'
import { count } from '../../answer/in-words.ts'
import { ZOTERO_TYPES } from '../fields/csl.ts'
import { EARLIER } from '../fields/earlier.ts'
import { topLines } from './entry-lines.ts'
import { nearest, shown } from './nearest.ts'
import type { Plain } from './plain.ts'
import type { Fault, Mend, Path, Written } from './text.ts'

type Issue = z.core.$ZodIssue

/** What the shape of an entry gets wrong, in sentences: one for each unknown key, missing field and wrong value. */
export function faultsOf(issues: readonly Issue[], schema: z.ZodType, written: Written<Plain>): Fault[] {
  const wordings = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => () => unknownKey(key, issue.path, schema, written))
    }
    const isThere = valueAt(written.value, issue.path) !== undefined
    return () => (isThere ? wrong(issue, schema, written) : missing(issue.path, schema, written))
  })
  const faults = wordings.slice(0, MOST).map((worded) => worded())
  const left = wordings.length - faults.length
  if (left > 0)
    faults.push({ spot: written.spot(), says: `more is wrong here: ${count(left, 'thing')}`, tip: FIRST })
  return faults
}

/** An entry with more wrong in it is none, and looking for the nearest keys takes time. */
const MOST = 50

export const FIRST = 'Put right what is said above, and check again.'

function unknownKey(key: string, path: Path, schema: z.ZodType, written: Written<Plain>): Fault {
  const known = keysOf(schemaAt(schema, path))
  const near = nearest(key, known)
  return {
    spot: written.spot([...path, key], 'key'),
    says: `unknown key "${shown(key)}"${near ? `; did you mean "${near}"?` : ''}`,
    tip:
      known.length > 0 && known.length <= 20 ? `These keys can stand here: ${known.join(', ')}.` : undefined,
  }
}

function missing(path: Path, schema: z.ZodType, written: Written<Plain>): Fault {
  const field = path.at(-1)
  const wanted = schemaAt(schema, path)?.description ?? ''
  if (typeof field !== 'string') {
    return { spot: written.spot(path), says: 'nothing is written here', tip: wanted || undefined }
  }
  const spot = written.spot(path.slice(0, -1))
  return { spot, says: `"${path.join('.')}" is missing`, tip: `Add "${field}:". ${wanted}`.trim() }
}

function wrong(issue: Issue, schema: z.ZodType, written: Written<Plain>): Fault {
  const value = valueAt(written.value, issue.path)
  const found = typeof value === 'string' && value.trim() !== '' ? ` (found "${shown(value)}")` : ''
  const about = label(issue.path)
  const says = `${sentence(issue)}${found}`
  const mend = found ? mendFor(issue, String(value), schema) : undefined
  const key = issue.path.findLast((step) => typeof step === 'string')
  const tip = mend && {
    tip: mend.certain ? `Write "${String(key)}: ${mend.write}".` : `Did you mean "${mend.write}"?`,
  }
  return { spot: written.spot(issue.path), about, says, ...tip, ...(mend ? { mend } : {}) }
}

/** What was meant, where that can be told from what was written. */
function mendFor(issue: Issue, instead: string, schema: z.ZodType): Mend | undefined {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const meant = [instead.trim().toLowerCase(), ZOTERO_TYPES[instead.trim()]]
    const same = values.find((one) => meant.includes(one))
    const write = same ?? nearest(instead, values)
    return write === undefined ? undefined : { instead, write, certain: same !== undefined }
  }
  if (issue.code === 'custom') {
    const write: unknown = issue.params?.write
    return typeof write === 'string' ? { instead, write, certain: true } : undefined
  }
  if (issue.code !== 'invalid_type' || issue.expected !== 'array') return undefined
  const item = elementAt(schema, issue.path)
  const isName = keysOf(item).includes('literal')
  if (!isName && keysOf(item).length > 0) return undefined
  const [line = ''] = topLines({ list: [isName ? { literal: instead } : instead] }).slice(isName ? 1 : 0)
  return { instead, write: isName ? `[${line.trim().slice(2)}]` : line.slice('list: '.length), certain: true }
}

function sentence(issue: Issue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type') return WANTED[issue.expected] ?? ELSE
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'this list is empty' : 'this is empty'
  if (issue.code === 'too_big')
    return `a text has ${issue.maximum.toLocaleString('en-GB')} characters at most`
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).filter((value) => !EARLIER.some((one) => one === value))
    return values.length <= 12
      ? `write one of ${values.join(', ')}`
      : 'write one of the types of CSL, such as webpage'
  }
  // Only a date may be written in several ways.
  if (issue.code === 'invalid_union') {
    return (
      issue.errors.flat().find(({ code }) => code === 'custom')?.message ?? 'write the date like 2020-10-15'
    )
  }
  return ELSE
}

const ELSE = 'this cannot stand here'

const WANTED: Record<string, string> = {
  string: 'write one text here, not a list or an entry',
  array: 'write a list here, one item a line, each after a dash',
  object: 'write an entry here, with "key: value" on each line',
}

/** `checked.on`, `about, item 2`. */
function label(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `, item ${step + 1}` : `.${String(step)}`))
  const text = steps.join('').replace(/^(\.|, )/, '')
  return text
}

function valueAt(value: Plain, path: Path): Plain {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object') return undefined
    here = Array.isArray(here) ? here[Number(step)] : here[String(step)]
  }
  return here
}

/** The part of a schema that says what stands at `path`; none inside a choice of shapes. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema
  for (const step of path) {
    const whole: z.ZodType | undefined = here && unwrapped(here)
    here = whole instanceof z.ZodArray ? (whole.element as z.ZodType) : shapeOf(whole)?.[String(step)]
  }
  return here && unwrapped(here)
}

/** What an item of the list at `path` is to be. */
function elementAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const list = schemaAt(schema, path)
  return list instanceof z.ZodArray ? unwrapped(list.element as z.ZodType) : undefined
}

/** The keys of an entry. */
export function keysOf(schema: z.ZodType | undefined): readonly string[] {
  return Object.keys(shapeOf(schema) ?? {})
}

/** The fields of an entry. */
export function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : undefined
}

/** The field itself, where it need not be there. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema
}
