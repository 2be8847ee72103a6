import { overdueWords } from '../dates.ts'
import { statementsOf } from '../draft.ts'
import type { Rule } from './rule.ts'

export const overdue: Rule = {
  name: 'overdue',
  why: 'Links end without anyone telling us, so someone looks once a year.',
  severity: 'warning',
  *check(folder) {
    for (const { value, spot } of statementsOf(folder)) {
      const { checked } = value
      const overdue = checked && overdueWords(checked, folder.today)
      if (!overdue) continue
      const says = `${overdue}, on ${checked.on}`
      yield {
        spot: spot(['checked', 'on']),
        says,
        tip: 'Compare it with the source, then write today’s date.',
      }
    }
  },
}
