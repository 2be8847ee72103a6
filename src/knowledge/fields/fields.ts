import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import * as z from 'zod'
import { HOLDERS, STATUSES } from '../../answer/answer.ts'
import { dateFault } from '../dates.ts'
import { dateFromWords } from './date-words.ts'
import { EARLIER } from './earlier.ts'
import { past } from './marks.ts'

/**
 * The fields that kinds share. Every scalar arrives as the text that was written; the JSON Schema also allows the
 * numbers an editor sees in `since: 1969`. Each description is shown by editors and, as a tip, by `hansa check`.
 */

const NUMBER_OR_TEXT = { type: ['string', 'integer'] }

/** Characters of a text, at most: what is longer is a document, and no address that long can be pressed everywhere. */
const LONGEST = 2_000

/** A line of text: spaces and line breaks inside it count as one space. */
export const line = (description: string) =>
  z
    .string()
    .overwrite((text) => text.trim().replace(/[ \t\n]{2,}|[\t\n]/g, ' '))
    .min(1)
    .max(LONGEST)
    .meta({ description })

/** A line that may be written as a number: `at: 12`. */
export const lineOrNumber = (description: string) =>
  line(description).meta({ description, ...NUMBER_OR_TEXT })

/** Text whose paragraphs, parted by an empty line, are kept. */
export const paragraphs = (description: string) =>
  z
    .string()
    .overwrite((text) =>
      text
        .trim()
        .replace(/[ \t]{2,}|\t/g, ' ')
        .replace(/ ?\n\s*\n\s*/g, '\n\n'),
    )
    .overwrite((text) => text.replace(/(?<!\n)\n(?!\n)/g, ' '))
    .min(1)
    .max(LONGEST)
    .meta({ description })

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:/@#-]{0,199}$/u

/** A name for one entry, unique in the whole folder; it is part of links and of what people type. */
export const id = (description: string) =>
  checked(line(description), (text) =>
    ID.test(text) ? undefined : 'write an id as one word of letters, digits and . _ : / @ # -',
  ).meta({ description })

/** A line or number that a pattern describes; `wants` is the sentence for one that it does not. */
export const pattern = (expression: RegExp, wants: string, description: string) =>
  checked(line(description), (text) => (expression.test(text) ? undefined : wants)).meta({
    description,
    ...NUMBER_OR_TEXT,
    pattern: expression.source,
  })

/** A day, `2026-11-24`. */
export const day = (description: string) =>
  checked(line(description), (text) => dateFault(text, 'day'), dayOf).meta({
    description,
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    examples: ['2026-11-24'],
  })

/** A date as precise as its source gives it. */
export const partialDate = (description: string) =>
  checked(line(description), (text) => dateFault(text, 'any'), dateOf).meta({
    description,
    ...NUMBER_OR_TEXT,
    pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
    examples: ['1969', '1980-10', '1980-10-25'],
  })

/** A number within bounds; it is read from text. */
export const number = (description: string, least: number, most: number) =>
  checked(line(description), (text) => {
    const value = Number(text)
    if (/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return undefined
    return `write a number from ${least} to ${most}`
  }).meta({ description, type: 'number', minimum: least, maximum: most, minLength: undefined })

const COUNTRIES = new Set(codes.map(([alpha2]) => alpha2))

/** ISO 3166-1 alpha-2, from the list that also names the countries. */
export const country = (description: string) =>
  checked(line(description), (text) =>
    COUNTRIES.has(text) ? undefined : 'write the country as its two capital letters, like DE',
  ).meta({ description, pattern: '^[A-Z]{2}$', examples: ['DE'] })

export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  z.enum(values).meta({ description })

export const list = <T extends z.ZodType>(item: T, description: string) => z.array(item).meta({ description })

export const checkedBy = z
  .strictObject({
    on: past(day('The day the source was last read.')),
    by: line('Who read it.'),
    every: number('After how many months to look again; 12 without it.', 1, 120).transform(Number).optional(),
    gone: oneOf(['yes'], 'yes, where the source did not say so any more on that day.')
      .transform(() => true as const)
      .optional(),
  })
  .meta({ description: 'Who last compared this with its source, and when: {on: 2026-11-24, by: Ana}.' })

export const status = oneOf(
  [...STATUSES, ...EARLIER],
  'What the source says of the link: active, listed, dormant, ended …',
)

export const holder = oneOf(
  HOLDERS,
  'Who holds the link, where the source says so: council, association or both.',
)

/** `meant`: how the same is written as it should be. */
function checked(
  schema: z.ZodString,
  fault: (text: string) => string | undefined,
  meant: (text: string) => string | undefined = () => undefined,
): z.ZodString {
  return schema.check((context) => {
    const message = context.value === '' ? undefined : fault(context.value)
    if (!message) return
    const write = meant(context.value)
    context.issues.push({
      code: 'custom',
      message,
      input: context.value,
      ...(write ? { params: { write } } : {}),
    })
  })
}

/** `29 November 2026` → 2026-11-29; nothing for what names no one date, or one about which there is a doubt. */
function dateOf(text: string): string | undefined {
  const { 'date-parts': parts, circa, season } = dateFromWords(text) ?? {}
  const [date, end] = parts ?? []
  if (!date || end || circa || season) return undefined
  const written = date.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  return dateFault(written, 'any') ? undefined : written
}

function dayOf(text: string): string | undefined {
  const written = dateOf(text)
  return written && !dateFault(written, 'day') ? written : undefined
}
