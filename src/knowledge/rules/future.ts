import type { PartialDate } from '../../answer/answer.ts'
import { isAfter } from '../dates.ts'
import type { Path, Written } from '../file/spot.ts'
import { partialDateOf } from '../kinds/csl-date.ts'
import type { Folder, Rule } from './rule.ts'

type Dated = { date: PartialDate | undefined; path: Path; entry: Written<unknown> }

export const future: Rule = {
  name: 'future',
  why: 'What is dated after today is a slip of the pen, and would be shown to people as a fact.',
  *check(folder) {
    for (const { date, path, entry } of datesOf(folder)) {
      if (date === undefined || !isAfter(date, folder.today)) continue
      const says = `${path.join('.')}: ${date} is after today, ${folder.today}`
      yield { spot: entry.spot(path), says, tip: 'Correct the date.' }
    }
  },
}

function* datesOf({ sources, claims, findings, assertions, looked }: Folder): Iterable<Dated> {
  for (const entry of sources) {
    const { issued, accessed } = entry.value
    yield { date: issued && partialDateOf(issued), path: ['issued'], entry }
    yield { date: accessed && partialDateOf(accessed), path: ['accessed'], entry }
  }
  for (const entry of [...claims, ...findings, ...assertions]) {
    yield { date: entry.value.checked?.on, path: ['checked', 'on'], entry }
    yield { date: entry.value.added, path: ['added'], entry }
  }
  for (const entry of assertions) {
    yield { date: entry.value.since, path: ['since'], entry }
    yield { date: entry.value.on, path: ['on'], entry }
  }
  for (const entry of looked) yield { date: entry.value.on, path: ['on'], entry }
}
