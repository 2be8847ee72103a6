import { dateInWords, lastDayOf, monthsBetween } from '../../answer/in-words.ts'
import { newsworthy, subjectOf } from '../edition.ts'
import { type Basis, type Item, recordItem } from './item.ts'

/** So many months ahead. */
const AHEAD = 3

/**
 * Agreements that run out, or are to be reviewed, within three months: each day once (`shown` holds the keys of earlier
 * digests), and none that this digest says already (`said`).
 */
export function runningOut(
  basis: Basis,
  shown: ReadonlySet<string>,
  said: ReadonlySet<string>,
): readonly Item[] {
  const statements = new Map(newsworthy(basis.knowledge).map((one) => [one.id, one]))
  return basis.knowledge.agreements.flatMap(({ id, until, review }) => {
    const statement = statements.get(id)
    if (!statement || said.has(subjectOf(statement))) return []
    const days = [
      { what: 'runs out', on: until },
      { what: 'is to be reviewed by', on: review },
    ]
    return days.flatMap(({ what, on }) => {
      const key = `agreement ${what} ${id} ${on}`
      if (on === undefined || shown.has(key) || !isSoon(on, basis.today)) return []
      const when = what === 'runs out' ? `${what} in ${dateInWords(on)}` : `${what} ${dateInWords(on)}`
      return [recordItem(key, statement, basis, `It ${on.length > 7 ? when.replace(' in ', ' on ') : when}.`)]
    })
  })
}

function isSoon(on: string, today: string): boolean {
  const last = lastDayOf(on)
  return last >= today && monthsBetween(today, last) < AHEAD
}
