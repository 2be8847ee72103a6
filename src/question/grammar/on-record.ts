import { LINK_WORDS } from '../../search/words/fillers.ts'
import type { Word } from '../../search/words/fold.ts'

const ON_RECORD = [
  /** What bodies decided; of that, by what criteria they choose partners, review links or give grants. */
  ...(['decisions', 'criteria'] as const),
  /** What it costs; of that, what was paid for those who went or came. */
  ...(['costs', 'visits'] as const),
  /** What becomes of a council that ends and of its links; which council follows it. */
  ...(['becomes', 'succession'] as const),
  /** Who seeks a partner; what was signed. */
  ...(['notices', 'agreements'] as const),
] as const

export type OnRecord = (typeof ON_RECORD)[number]

const onRecord: ReadonlySet<string> = new Set(ON_RECORD)

export function isOnRecord(want: string): want is OnRecord {
  return onRecord.has(want)
}

/** What no text tells, only a record with a place of its own. */
export const OF_RECORDS: ReadonlySet<string> = new Set([
  ...ON_RECORD,
  'people',
  'holder',
  'themes',
  'size',
  'not recorded',
])

/** What is told by the month or the day; all else by years. */
export const HAVE_DAYS: ReadonlySet<string> = new Set<OnRecord>([
  'decisions',
  'criteria',
  'costs',
  'visits',
  'agreements',
])

/** Asked of no place, they are answered with what is written on twinning. */
export const MATTERS: ReadonlySet<string> = new Set(
  'why should ought criteria criterion reason reasons benefit benefits outcome outcomes achievement achievements gain gained gains achieve achieved produce produced'.split(
    ' ',
  ),
)

/**
 * `Who decided it`, `what did the link cost`: it asks, and of one link that it does not name. What is asked of councils, links or
 * twinning in general is no such question, nor is a word alone.
 */
export function asksOfOne(words: readonly Word[], isNarrowed: boolean): boolean {
  const has = (some: ReadonlySet<string>) => words.some(({ text }) => some.has(text))
  if (!has(ASKING) || has(IN_GENERAL)) return false
  // `What do we pay for twinning` is asked by a place that is not named.
  if (isOurs(words) && !isNarrowed) return true
  if (words.some(({ text }) => isOfMany(text))) return false
  return has(POINTING) || (!isNarrowed && !has(MATTERS))
}

/** `Which links should we keep` is asked by a place that is not named. */
export function isOurs(words: readonly { text: string }[]): boolean {
  return words.some(({ text }) => OURS.has(text))
}

const OURS: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours'])

/** `Links`, `twinning`; not `link`. */
function isOfMany(word: string): boolean {
  return LINK_WORDS.has(word) && (!LINK_WORDS.has(`${word}s`) || word === 'twinning')
}

const ASKING: ReadonlySet<string> = new Set(
  'who whose what which when how why is are was were do does did has have or'.split(' '),
)
const POINTING: ReadonlySet<string> = new Set('it its they them their this that these those'.split(' '))
const IN_GENERAL: ReadonlySet<string> = new Set(
  'councils authorities cities towns places governments boroughs counties'.split(' '),
)

/** Asked of councils. Of a link, or of a partner abroad, it is how that stands. */
export const OF_COUNCILS: ReadonlySet<string> = new Set<OnRecord>(['becomes', 'succession'])

/** Words beside criteria that add nothing: `does a proposed partner meet the criteria that Leeds uses`. */
export const OF_CRITERIA: ReadonlySet<string> = new Set(
  `meet meets met satisfy satisfies fulfil fulfils fit fits match matches use uses used using apply applies applied set sets proposed potential
  possible prospective candidate suitable found deemed assessed pass passes passed new choose chooses choosing pick select judge judged`.split(
    /\s+/,
  ),
)
