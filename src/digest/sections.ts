import type { Temporal } from 'temporal-polyfill'
import type { Library } from '../library/library.ts'
import { linksOf } from '../library/link.ts'
import { type Edition, newsworthy } from './edition.ts'
import { anniversaries, type Days } from './items/anniversaries.ts'
import { dueForCheck, PATIENCE } from './items/due-for-check.ts'
import type { Gap } from './items/gap.ts'
import { type Interest, interestIn } from './items/interest.ts'
import type { Item } from './items/item.ts'
import { newsOf } from './items/news.ts'
import { findingOfTheWeek, linkOfTheWeek } from './items/of-the-week.ts'
import { runningOut } from './items/running-out.ts'
import { instantOf, type Moment } from './schedule/moment.ts'
import { type Run, wasShown } from './schedule/run.ts'
import { channelKey, type Subscription } from './schedule/subscription.ts'

/** What a channel was told before, and what has been asked meanwhile. */
export type Journal = {
  /** The channel's runs, oldest first. */
  runs: readonly Run[]
  /** Knowledge as it was in the channel's last digest. */
  edition?: Edition
  /** What was asked for in the last month on which nothing was found, most asked first. */
  gaps: readonly Gap[]
}

/** One kind of thing a digest says. */
type Section = {
  under: string
  items: readonly Item[]
  /** What goes beyond is folded, so that the digest fits a phone. */
  atMost: number
  /** However much there is of the others. */
  keepsItsPlace?: true
}

/** Things shown in all: about what a phone shows without scrolling far. */
const SCREEN = 5

/** How far back anniversaries of weeks that had no digest are caught up. */
const CATCH_UP_DAYS = 35

/** What the digest due at `at` can say, most urgent first. */
export function sectionsOf(
  library: Library,
  subscription: Subscription,
  journal: Journal,
  at: Moment,
): readonly Section[] {
  const today = localDate(subscription, at)
  const basis = { knowledge: library.knowledge, today: today.toString() }
  const links = linksOf(library.knowledge)
  const told = journal.runs.filter(wasShown)
  const history = told.flatMap(({ content }) => content?.shown ?? [])
  const lately = new Set(told.slice(1 - PATIENCE).flatMap(({ content }) => content?.shown ?? []))
  const interest = interestIn(wishesIn(subscription), library, links)
  const news = newsOf(basis, links, journal.edition, today.subtract({ days: 7 }).toString())
  // Each record has its place once, where it says most.
  const said = new Set<string>()
  const once = (items: readonly Item[]) => {
    for (const { subject } of items) said.add(subject)
    return items
  }
  once([...news.status, ...news.fresh, ...news.changed])
  const days = daysTold(told.at(-1)?.due, subscription, today)
  const years = once(anniversaries(links, days, new Set(history), said, basis))
  const ending = once(runningOut(basis, new Set(history), said))
  const due = once(dueForCheck(basis, lately, said))
  const rotation = { history, seed: channelKey(subscription), interest, said }
  const link = once(linkOfTheWeek(links, rotation, basis))
  const finding = once(findingOfTheWeek(newsworthy(library.knowledge), rotation, basis))
  return fitted([
    { under: 'Changed status', items: keenFirst(news.status, interest), atMost: 2 },
    { under: 'New', items: keenFirst(news.fresh, interest), atMost: 2 },
    { under: 'Changed', items: keenFirst(news.changed, interest), atMost: 1 },
    { under: 'Agreements that run out', items: keenFirst(ending, interest), atMost: 2 },
    { under: 'Link of the week', items: link, atMost: 1, keepsItsPlace: true },
    { under: 'Finding of the week', items: finding, atMost: 1, keepsItsPlace: true },
    { under: 'Anniversaries', items: years, atMost: 1 },
    { under: 'Due for a check', items: due, atMost: 1 },
  ])
}

/** What is near home counts like a topic that was wished for. */
function wishesIn({ about, home }: Subscription): string {
  return [about, home].filter(Boolean).join(', ')
}

/** What does not keep its place shares what is left of the screen, in order. */
function fitted(sections: readonly Section[]): readonly Section[] {
  let left = SCREEN - sections.filter(({ keepsItsPlace, items }) => keepsItsPlace && items.length > 0).length
  return sections.map((section) => {
    if (section.keepsItsPlace) return section
    const atMost = Math.min(section.atMost, left, section.items.length)
    left -= atMost
    return { ...section, atMost }
  })
}

export function localDate({ weekly }: Subscription, due: Moment): Temporal.PlainDate {
  return instantOf(due).toZonedDateTimeISO(weekly.zone).toPlainDate()
}

/** The week that begins with `today`, and the days since the last digest's week ended. */
function daysTold(last: Moment | undefined, subscription: Subscription, today: Temporal.PlainDate): Days {
  const to = today.add({ days: 6 })
  const ended = last ? localDate(subscription, last).add({ days: 7 }) : today
  const behind = ended.until(today, { largestUnit: 'days' }).days
  return { from: today.subtract({ days: Math.min(Math.max(behind, 0), CATCH_UP_DAYS) }), to }
}

function keenFirst(items: readonly Item[], interest: Interest): readonly Item[] {
  return items.toSorted((a, b) => interest(b.subject) - interest(a.subject))
}
