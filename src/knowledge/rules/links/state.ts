import { HOLDERS } from '../../../answer/answer.ts'
import { OR } from '../../../answer/in-words.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { assertionSchema } from '../../kinds/twinning.ts'
import type { Rule } from '../rule.ts'

export const state: Rule = {
  name: 'state',
  why: 'A statement about a link says how it stands, or who holds it, and each once.',
  sees: 'each file',
  *check(folder) {
    for (const { value, spot } of entriesOf(folder.entries, assertionSchema)) {
      if (!('status' in value) && !('held' in value)) {
        const says = 'neither "status" nor "held" is here: what does the source say of the link?'
        yield { spot: spot([]), says, tip: STATE }
      }
      if (value.status === 'community-led' && value.held) {
        const says = `status: community-led says who holds the link, and so does "held: ${value.held}"`
        yield {
          spot: spot(['status']),
          says,
          tip: 'Keep "held:", and write under "status:" how the link stands.',
        }
      }
    }
  },
}

const STATE =
  'Add "status: listed" where it only names the link, or another status; ' +
  `"held:" with ${OR.format(HOLDERS)} where it says who holds the link and nothing of its state.`
