import { statementsOf } from '../draft.ts'
import type { Rule } from './rule.ts'

export const secondHand: Rule = {
  name: 'second-hand',
  why: 'Second-hand means that one document reports another.',
  *check(folder) {
    for (const { value, spot } of statementsOf(folder)) {
      if (value.source === undefined || value.citing !== value.source) continue
      const tip = 'Name the document that the source reports, or delete "citing:".'
      yield { spot: spot(['citing']), says: `citing: "${value.source}" is the source itself`, tip }
    }
  },
}
