import type { Answer, Moment, PartialDate, Status } from './answer.ts'

/**
 * What there is to draw of a link that is told whole: when sources have it begun, what they report of it, and what was signed, decided and
 * paid, oldest first. Nothing where there are not two days: the groups have all of it in words.
 */
export function momentsOf({ table, groups }: Pick<Answer, 'table' | 'groups'>): readonly Moment[] {
  const [only, another] = table?.rows ?? []
  if (!only?.more || another) return []
  const told = groups.filter(({ link }) => link !== undefined).flatMap(({ findings }) => findings)
  const all = [
    ...told.flatMap(({ since }) => (since ? [{ day: since, what: BEGAN }] : [])),
    ...told.flatMap(({ status, statusOn }) =>
      status && statusOn ? [{ day: statusOn, what: REPORTED[status] }] : [],
    ),
    ...groups.flatMap(({ moments = [] }) => moments),
  ]
  const once = new Map(all.map((one) => [`${one.day} ${one.what}`, one])).values()
  const moments = [...once].toSorted((a, b) => endOf(a.day).localeCompare(endOf(b.day)))
  return new Set(moments.map(({ day }) => day)).size < 2 ? [] : moments
}

const BEGAN = 'began, as a source has it'

const REPORTED: Readonly<Record<Status, string>> = {
  active: 'reported active',
  retained: 'reported as kept',
  listed: 'named in a list',
  dormant: 'reported dormant',
  suspended: 'reported suspended',
  ending: 'reported as ending',
  ended: 'reported ended',
  unclear: 'reported unclear',
}

/** The last first, and what has no day behind all that have one. */
export function lastFirst(one: PartialDate | undefined, other: PartialDate | undefined): number {
  const [first, second] = [one ? endOf(one) : '', other ? endOf(other) : '']
  return first === second ? 0 : first > second ? -1 : 1
}

/** What is known by its month alone stands behind all days of it that are known, and a year alone behind its months. */
export function endOf(day: PartialDate): string {
  return day.padEnd('2024-09-24'.length, '~')
}
