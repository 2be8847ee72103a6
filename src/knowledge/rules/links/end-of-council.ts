import { isAfter } from '../../dates.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { successionSchema } from '../../kinds/successor.ts'
import type { Rule } from '../rule.ts'

export const endOfCouncil: Rule = {
  name: 'end-of-council',
  why: 'A council has ended only once its day has come.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, successionSchema)) {
      const { state, ends } = value
      if (state !== 'ended') continue
      if (!('ends' in value)) {
        const says = 'state: what has ended did so on a day: "ends" is missing'
        yield { spot: spot(['state']), says, tip: 'Add "ends:" with the day, or write "decided".' }
      } else if (ends !== undefined && isAfter(ends, folder.today)) {
        const says = `ends: ${ends} is after today, ${folder.today}, so it has not ended`
        yield { spot: spot(['ends']), says, tip: 'Write "state: enacted" or "decided" until that day.' }
      }
    }
  },
}
