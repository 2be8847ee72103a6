import { isAfter } from '../../dates.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { assertionSchema } from '../../kinds/twinning.ts'
import type { Rule } from '../rule.ts'

export const sinceBeforeOn: Rule = {
  name: 'since-before-on',
  why: 'A link cannot have a status before it began.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, assertionSchema)) {
      const { since, on } = value
      if (since === undefined || on === undefined || !isAfter(since, on)) continue
      const says = `the link began in ${since}, after the day of its status, ${on}`
      yield { spot: spot(['since']), about: 'since', says, tip: 'Correct "since:" or "on:".' }
    }
  },
}
