import { z } from 'zod'
import { ACTS_RECORDED } from '../answer/change.ts'
import { PROPOSAL_STATES } from '../answer/proposal.ts'
import { zoneExists } from '../digest/schedule/schedule-words.ts'
import { type Line, parsed } from './store.ts'
import { withoutTypedQuestions } from './typed-questions.ts'

const A_MOMENT = 'a moment like 2026-11-30T09:00:00Z'
const A_DAY = 'a day like 2026-11-30'

const words = z.string('text')
const key = z.string('text').min(1, 'text that is not empty')
const count = z.int('a whole number').min(0, 'a number that is not negative')
const flag = z.literal([0, 1], '0 or 1')
const moment = z
  .string(A_MOMENT)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, A_MOMENT)
  .refine(isReal, A_MOMENT)
const day = z
  .string(A_DAY)
  .regex(/^\d{4}-\d\d-\d\d$/, A_DAY)
  .refine(isReal, A_DAY)
const week = z
  .string('a week like 2026-W49')
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'a week like 2026-W49')
const kind = z.enum(['place', 'topic', 'other'], 'place, topic or other')
const absent = <T extends z.ZodType>(one: T) => one.nullish()

const answer = z.looseObject({
  ask: words,
  heading: words,
  outcome: words,
  groups: z.array(z.looseObject({ title: words, findings: z.array(z.looseObject({})) })),
  suggestions: z.array(z.unknown()),
  next: z.array(z.looseObject({ label: words, ask: words })),
})
const content = z.looseObject({
  answer,
  rest: answer.optional(),
  ifLate: words,
  shown: z.array(words),
  edition: words,
})
const questions = z.looseObject({ title: words, findings: z.tuple([]) })
const edition = z.record(
  z.string(),
  z.looseObject({ is: words, link: words.optional(), status: words.optional() }),
)

const STATES = [
  'claimed',
  'trying',
  'handed',
  'doubtful',
  'skipped',
  'silent',
  'withdrawn',
  'refused',
] as const

/** What a row of each table has to be, so that nothing that works with it stumbles. */
const ROWS: Readonly<Record<string, z.ZodObject>> = {
  subscriptions: z.strictObject({
    workspace: key,
    channel: key,
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7], 'a number from 1 to 7'),
    at_time: z.string('a time like 09:00').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 09:00'),
    zone: z.string('a time zone like Europe/London').refine(zoneExists, 'a time zone like Europe/London'),
    about: words,
    by_user: key,
    since: moment,
    stopped_at: absent(moment),
    stopped_why: absent(words),
    told: flag.optional(),
  }),
  editions: z.strictObject({ id: key, records: json(edition, 'what an export has there') }),
  runs: z.strictObject({
    workspace: key,
    channel: key,
    week,
    due: moment,
    state: z.enum(STATES, `one of ${STATES.join(', ')}`),
    content: absent(json(content, 'what an export has there')),
    questions: absent(json(questions, 'what an export has there')),
    edition: absent(key),
    post_at: absent(moment),
    tries: count.optional(),
    retry_at: absent(moment),
    message: absent(words),
    why: absent(words),
  }),
  gaps: z.strictObject({ workspace: key, kind, id: words, day, asked: count }),
  judgements: z.strictObject({
    workspace: key,
    kind,
    id: words,
    helpful: count,
    unhelpful: count,
    last_day: day,
  }),
  channel_settings: z.strictObject({
    workspace: key,
    channel: key,
    home: words,
    map: flag,
    editors: words,
    holidays: words,
  }),
  addresses: z.strictObject({ workspace: key, channel: key, address: words }),
  changes: z.strictObject({
    id: key,
    workspace: key,
    at: moment,
    channel: absent(words),
    who: absent(words),
    did: z.enum(ACTS_RECORDED, `one of ${ACTS_RECORDED.join(', ')}`),
    what: words,
  }),
  receipts: z.strictObject({
    workspace: key,
    id: key,
    day,
    folder: key,
    shown: json(answer, 'what an export has there'),
  }),
  shares: z.strictObject({
    workspace: key,
    channel: key,
    thread: key,
    receipt: key,
    at: moment,
    records: json(z.record(z.string(), z.string()), 'what an export has there'),
    noticed: absent(moment),
    told: json(z.array(z.string()), 'what an export has there'),
  }),
  proposals: z.strictObject({
    number: z.int('a whole number').min(1, 'a number from 1 on'),
    workspace: key,
    platform: key,
    by_user: absent(words),
    named: absent(words),
    at: moment,
    link: json(z.record(z.string(), z.string()), 'what an export has there'),
    state: z.enum(PROPOSAL_STATES, `one of ${PROPOSAL_STATES.join(', ')}`),
    why: absent(words),
    told: flag,
  }),
  reports: z.strictObject({ workspace: words, id: key, record: words, says: words, at: moment }),
}

/** What is wrong with a row, as the end of a sentence; undefined when nothing is. */
export function wrongWith(table: string, row: object): string | undefined {
  const read = ROWS[table]?.safeParse(row)
  const issues = read?.error?.issues ?? []
  const strange = issues.find(({ code }) => code === 'unrecognized_keys')
  if (strange && 'keys' in strange) return `${table} has no “${strange.keys[0]}”`
  const [issue] = issues
  if (!issue) return undefined
  const column = String(issue.path[0])
  const found = (row as Record<string, unknown>)[column]
  const shown = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 60)
  return `${column} of ${table} should be ${issue.message} (found ${shown})`
}

function json(shape: z.ZodType, message: string) {
  return z.string(message).refine((text) => shape.safeParse(parsed(text)).success, message)
}

function isReal(text: string): boolean {
  const time = new Date(text)
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(text.replace('Z', ''))
}

/**
 * A line of an export of any version as one of this; `dropped` when it held nothing but what people had typed. A line that
 * is no line of an export stays as it is: whoever takes it in says what is wrong with it.
 */
export function currentLine(line: Line): Line | 'dropped' {
  const { table, row } = line
  if (table === 'gaps' && 'words' in row) return 'dropped'
  if (table === 'judgements' && 'ask' in row) return 'dropped'
  if (table === 'reports' && !('workspace' in row)) return { table, row: { workspace: '', ...row } }
  if (table === 'runs' && typeof row.content === 'string' && !wrongWith(table, row)) {
    return { table, row: { ...row, content: withoutTypedQuestions(row.content) } }
  }
  return line
}
