import type { Answer, Desk } from '../../../answer/answer.ts'
import { may, notForOutsiders } from '../../../answer/rights.ts'
import { asksForGaps, digestWords } from '../../../digest/command-info.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import type { SlackAsker } from './asker.ts'

/** Asks what is asked of the digest there, and anything else at the desk. */
export type AskAs = (question: string, asker: SlackAsker) => Promise<Answer>

export function askAs(desk: Desk, digest: DigestSide | undefined): AskAs {
  return async (question, asker) => {
    const words = digestWords(question)
    if (digest && words !== undefined) return digest.desk.answer(words, asker, digest.voice(asker))
    if (digest && asksForGaps(question)) {
      return may(asker, 'list gaps') ? digest.desk.gaps(asker) : notForOutsiders('ask gaps')
    }
    const answer = desk.answer(question)
    // People from outside add nothing to what lists and digests count.
    if (!asker.outside) digest?.desk.recordGap(answer, asker)
    return answer
  }
}
