import { isAfter } from '../dates.ts'
import { mentionsOf, type Rule } from './rule.ts'

export const future: Rule = {
  name: 'future',
  why: 'What is dated after today is a slip of the pen, and would be shown to people as a fact.',
  sees: 'each file',
  *check(folder) {
    for (const mention of mentionsOf(folder, 'past')) {
      const { text: date } = mention
      if (!isAfter(date, folder.today)) continue
      const says = `${date} is after today, ${folder.today}`
      yield { spot: mention.spot, about: mention.key, says, tip: 'Correct the date.' }
    }
  },
}
