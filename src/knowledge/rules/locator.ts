import { statementsOf } from '../draft.ts'
import type { Rule } from './rule.ts'

export const locator: Rule = {
  name: 'locator',
  why: 'A reader must be able to find quoted words in their source.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of statementsOf(folder)) {
      // An "at:" that is wrong is there, too.
      if (value.quote === undefined || 'at' in value) continue
      const tip = 'Add "at: p. 12", or "at: none" when the source has no pages.'
      yield { spot: spot(['quote'], 'key'), says: 'this quote has no locator', tip }
    }
  },
}
