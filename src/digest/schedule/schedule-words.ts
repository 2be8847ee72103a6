import { Temporal } from 'temporal-polyfill'
import type { Weekday, Weekly } from './subscription.ts'

export const SCHEDULE_EXAMPLE = 'monday 09:00 Europe/London'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const FILLERS = new Set(['on', 'and', 'at', 'every', 'each', 'in', 'time', 'week', 'weekly', 'the'])
const NAMED_TIMES = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
])

/**
 * A weekly time as people write it: `monday 09:00 Europe/London`, `mon 9am`, `Fridays at 4.30 pm`, `9 London`. What is
 * not said is taken from `otherwise`. Words that mean nothing here give a sentence and an example.
 */
export function parseSchedule(words: string, otherwise: Weekly): Weekly | { says: string } {
  const found: Partial<Said> = {}
  for (const word of tokens(words)) {
    const read = readWord(word)
    if (!read) return { says: notUnderstood(word) }
    const [key] = Object.keys(read) as [keyof Said]
    if (found[key] !== undefined) return { says: twice(NAMES[key], words) }
    Object.assign(found, read)
  }
  return { ...otherwise, ...found }
}

/** `Mondays at 09:00 (Europe/London)` */
export function scheduleInWords({ weekday, time, zone }: Weekly): string {
  return `${dayName(weekday)}s at ${time} (${zone})`
}

function dayName(weekday: Weekday): string {
  const name = DAYS[weekday - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** What people say of it in words. */
type Said = Omit<Weekly, 'holidays'>

const NAMES: Record<keyof Said, string> = { weekday: 'day', time: 'time', zone: 'time zone' }

/** Keeps `9 am` and `New York` together, takes `12 noon` for one word, and leaves out the words that only join. */
function tokens(words: string): readonly string[] {
  const parts = words
    .trim()
    .replaceAll(/(\d)\s*o['’]?\s?clock\b/gi, '$1')
    .replaceAll(/\b12\s+(noon|midday|midnight)\b/gi, '$1')
    .replaceAll(/(\d)\s+([ap]\.?m\b)/gi, '$1$2')
    .split(/[\s,;()]+/)
    .filter((part) => part && !FILLERS.has(part.toLowerCase()))
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const city = last !== undefined && !readWord(last) && /^[a-z]/i.test(part)
    if (city) joined.splice(-1, 1, `${last} ${part}`)
    else joined.push(part)
  }
  return joined
}

function readWord(word: string): Partial<Said> | undefined {
  const weekday = readDay(word)
  if (weekday) return { weekday }
  const time = readTime(word)
  if (time) return { time }
  const zone = zoneNamed(word)
  return zone ? { zone } : undefined
}

function readDay(word: string): Weekday | undefined {
  const plain = word
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/(day)s$/, '$1')
  if (plain.length < 2) return undefined
  const short: Record<string, string> = {
    tues: 'tuesday',
    weds: 'wednesday',
    thur: 'thursday',
    thurs: 'thursday',
  }
  const starts = plain.length < 3 ? -1 : DAYS.findIndex((day) => day === plain || day.slice(0, 3) === plain)
  const at = starts >= 0 ? starts : DAYS.indexOf(short[plain] ?? '')
  return at < 0 ? undefined : ((at + 1) as Weekday)
}

/** `9`, `9am`, `9:30`, `09.30`, `0930`, `4.30pm`, `noon` → `16:30`. */
function readTime(word: string): string | undefined {
  const lower = word.toLowerCase().replaceAll('.m', 'm').replace(/m\.$/, 'm')
  const named = NAMED_TIMES.get(lower)
  if (named) return named
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?$/.exec(lower)
  if (!match) return undefined
  const [, hours = '', minutes = '00', half] = match
  const hour = half ? twelveHours(Number(hours), half) : Number(hours)
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

function twelveHours(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

function notUnderstood(word: string): string {
  return (
    `“${word}” is not a day of the week, a time, or a time zone such as Europe/London. ` +
    `Write it like: ${SCHEDULE_EXAMPLE}`
  )
}

function twice(what: string, words: string): string {
  return `“${words.trim()}” names more than one ${what}. Write it like: ${SCHEDULE_EXAMPLE}`
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * The IANA name of what someone wrote: `europe/london`, `London`, `New York`, `UTC`. Undefined when there is no such
 * zone, or several cities of that name. Offsets such as `+01:00` are refused: they know no summer time.
 */
function zoneNamed(words: string): string | undefined {
  const name = words.trim().replaceAll(/\s+/g, '_')
  if (!/^[a-z]/i.test(name)) return undefined
  const spoken = SPOKEN.get(name.toLowerCase())
  if (spoken) return spoken
  const cities = Intl.supportedValuesOf('timeZone').filter((zone) => cityOf(zone) === name.toLowerCase())
  return cities.length === 1 ? cities[0] : (exactly(name) ?? renamed(name))
}

/**
 * Names of clocks as people say them: whoever writes GMT in July means the clock on the wall. The database of zones has some
 * of these as well, and there they know no summer time.
 */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ...['uk', 'gmt', 'bst', 'gmt/bst', 'bst/gmt'].map((name) => [name, 'Europe/London'] as const),
  ...['et', 'est', 'edt'].map((name) => [name, 'America/New_York'] as const),
  ...['cet', 'cest'].map((name) => [name, 'Europe/Brussels'] as const),
])

/** `09:00 by the clock in London`, where a schedule names its zone by such a name; undefined where it does not. */
export function clockSaid(words: string, { time, zone }: Weekly): string | undefined {
  if (!tokens(words).some((word) => SPOKEN.has(word.toLowerCase()))) return undefined
  return `${time} by the clock in ${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')}, in summer and in winter.`
}

const AREAS = 'Europe Asia Africa America Australia Pacific Atlantic Indian'.split(' ')

/** Cities whose zone is listed under an older name of theirs: `Kyiv`, `Kolkata`. */
function renamed(name: string): string | undefined {
  return AREAS.map((area) => exactly(`${area}/${name}`)).find((zone) => zone !== undefined)
}

export function zoneExists(zone: string): boolean {
  return exactly(zone) !== undefined
}

function exactly(name: string): string | undefined {
  try {
    return EPOCH.toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

function cityOf(zone: string): string | undefined {
  return zone.split('/').at(-1)?.toLowerCase()
}
