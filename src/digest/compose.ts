import type { Answer, Group } from '../answer/answer.ts'
import type { Library } from '../library/library.ts'
import { asOf, type Edition, editionOf, firstDay } from './edition.ts'
import { cutTo, gapGroup, namedGaps } from './items/gap.ts'
import type { Item } from './items/item.ts'
import { type Typed, withSlash } from './post.ts'
import { instantOf, type Moment, momentOf } from './schedule/moment.ts'
import type { Content, Due, Run } from './schedule/run.ts'
import { scheduleInWords } from './schedule/schedule-words.ts'
import { movedInWords, type Subscription, slotNear } from './schedule/subscription.ts'
import { type Journal, localDate, sectionsOf } from './sections.ts'

/** So much at most is named of what nothing was found on. */
const GAPS = 3

/**
 * The digest of one channel for one week. The same arguments always give the same digest. Undefined when there
 * is nothing to say.
 */
export function compose(
  library: Library,
  subscription: Subscription,
  journal: Journal,
  { week, due }: Due,
  typed: Typed = withSlash,
): Content | undefined {
  const knowledge = asOf(library.knowledge, subscription, due)
  const sections = sectionsOf({ ...library, knowledge }, subscription, journal, due)
  const shown = sections.flatMap(({ under, items, atMost }) => headed(under, items.slice(0, atMost)))
  const folded = sections.flatMap(({ under, items, atMost }) => headed(under, items.slice(atMost)))
  const questions = gapGroup(cutTo(GAPS, namedGaps(journal.gaps, library)))
  if (shown.length === 0 && !questions) return undefined
  const heading = headingOf(subscription, due)
  return {
    answer: {
      ...answerOf(`digest show ${week}`, heading, shown),
      more:
        folded.length > 0 ? { label: `Show ${folded.length} more`, ask: `digest rest ${week}` } : undefined,
      note: footer(subscription, due, typed),
    },
    ...(questions && { questions }),
    rest: folded.length > 0 ? answerOf(`digest rest ${week}`, `${heading}: the rest`, folded) : undefined,
    ifLate: ifLate(subscription, due),
    shown: sections.flatMap(({ items }) => items.map(({ key }) => key)),
    edition: editionOf(knowledge).id,
  }
}

/** `Weekly digest, Monday 30 November 2026`. No two digests of a channel share it. */
function headingOf(subscription: Subscription, due: Moment): string {
  const date = localDate(subscription, due).toLocaleString('en-GB', { dateStyle: 'full' })
  return `Weekly digest, ${date.replace(',', '')}`
}

/** The heading says the day. */
function ifLate({ weekly: { zone } }: Subscription, due: Moment): string {
  const time = instantOf(due).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return `This digest is late: it was due at ${time} (${zone}).`
}

function answerOf(ask: string, heading: string, groups: readonly Group[]): Answer {
  const outcome = groups.some(({ findings }) => findings.length > 0) ? 'found' : 'nothing'
  return { outcome, kind: 'digest', command: 'digest', ask, heading, groups, suggestions: [], next: [] }
}

function headed(under: string, items: readonly Item[]): readonly Group[] {
  return items.map(({ group }) => ({ under, ...group }))
}

function footer({ weekly, channel }: Subscription, due: Moment, typed: Typed): string {
  const moved = movedInWords(weekly, instantOf(due))
  return `Posted on ${scheduleInWords(weekly)}. ${moved ? `${moved} ` : ''}“${typed('digest off', channel)}” stops it, “${typed('digest', channel)}” changes it.`
}

/** Ten years; what was told before is forgotten. */
const MOST = 520

/** What a channel would have been told before `due` that has subscribed since the day the folder began. */
export function weeksBefore(library: Library, subscription: Subscription, due: Moment): Journal {
  const first = firstDay(library.knowledge)
  const runs: Run[] = []
  let edition: Edition | undefined
  for (const slot of first === undefined ? [] : slotsBetween(subscription, first, due)) {
    const content = compose(library, subscription, { runs, edition, gaps: [] }, slot)
    if (!content) continue
    const { workspace, channel } = subscription
    runs.push({ workspace, channel, ...slot, state: 'handed', tries: 1, content })
    edition = editionOf(asOf(library.knowledge, subscription, slot.due))
  }
  return { runs, edition, gaps: [] }
}

/** After `first`, oldest first. */
function slotsBetween({ weekly }: Subscription, first: string, due: Moment): readonly Due[] {
  const slots: Due[] = []
  for (let at = -1; at >= -MOST; at -= 1) {
    const slot = slotNear(weekly, instantOf(due), at)
    const before = { week: slot.week, due: momentOf(slot.due) }
    if (before.due <= first) break
    slots.unshift(before)
  }
  return slots
}
