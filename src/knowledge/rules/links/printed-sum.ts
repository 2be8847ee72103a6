import { shown } from '../../file/sentences.ts'
import { costSchema } from '../../kinds/cost.ts'
import { entriesOf } from '../../kinds/kind.ts'
import type { Rule } from '../rule.ts'

export const printedSum: Rule = {
  name: 'printed-sum',
  why: 'A sum that no source printed is one that somebody worked out.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, costSchema)) {
      const { amount, quote } = value
      if (amount === undefined || quote === undefined || quote.includes(amount)) continue
      const says = `amount: "${shown(amount)}" does not stand in the quotation beside it`
      yield { spot: spot(['amount']), says, tip: 'Write the sum as the quotation prints it.' }
    }
  },
}
