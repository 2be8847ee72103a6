import type { Day } from '../answer/answer.ts'
import { overdueWords } from '../knowledge/dates.ts'
import type { Knowledge } from '../knowledge/records.ts'

/** A record that wants another look at its source. */
export type Due = { id: string; source: string; checkedOn: Day; words: string }

export type DueByPerson = { by: string; due: readonly Due[] }

/** What is due by the person who looked last; the oldest first, and first whoever has the oldest. Pure. */
export function checkDue(knowledge: Knowledge, today: Day): readonly DueByPerson[] {
  const due = [...knowledge.statements.values()]
    .flatMap(({ id, source, checked }) => {
      const words = overdueWords(checked, today)
      return words ? [{ by: checked.by, id, source, checkedOn: checked.on, words }] : []
    })
    .sort((a, b) => a.checkedOn.localeCompare(b.checkedOn) || a.id.localeCompare(b.id))
  return [...Map.groupBy(due, ({ by }) => by)].map(([by, all]) => ({
    by,
    due: all.map(({ by: _, ...rest }) => rest),
  }))
}

/** What `npx hansa check --due` prints. */
export function dueLines(people: readonly DueByPerson[]): string {
  if (people.length === 0) return 'Nothing is due for a check.\n'
  const blocks = people.map(({ by, due }) =>
    [
      `${by}: ${due.length} to look at`,
      ...due.map(({ id, source, words, checkedOn }) => `  ${id} (${source}): ${words}, on ${checkedOn}`),
    ].join('\n'),
  )
  return `${blocks.join('\n\n')}\n`
}
