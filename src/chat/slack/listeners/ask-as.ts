import type { Answer, Desk } from '../../../answer/answer.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import { INVITE } from '../digest/digest-words.ts'

/** Who asks, and where; `channel` is empty where there is none. */
export type Asker = { workspace: string; channel: string; user: string }

/** Asks what is asked of the digest there, and anything else at the desk. */
export type AskAs = (question: string, asker: Asker) => Promise<Answer>

const DIGEST = /^\s*\/?digest\b:?\s*(.*)$/is
const GAPS = /^\s*\/?(?:ask\s+)?gaps\s*$/i

export function askAs(desk: Desk, digest: DigestSide | undefined): AskAs {
  return async (question, asker) => {
    const [, words] = DIGEST.exec(question) ?? []
    if (digest && words !== undefined) return askDigest(words.trim(), asker, digest)
    if (digest && GAPS.test(question)) return digest.desk.gaps()
    const answer = desk.answer(question)
    digest?.desk.missed(answer)
    return answer
  }
}

async function askDigest(
  words: string,
  { workspace, channel, user }: Asker,
  { desk, reaches }: DigestSide,
): Promise<Answer> {
  const answer = await desk.answer(words, { workspace, channel }, user)
  // `/digest` alone says how it stands, and offers to turn it off as well.
  const turnedOn = words !== '' && answer.next.some(({ ask }) => ask === 'digest off')
  if (!turnedOn || !/^[CG]/.test(channel) || (await reaches(channel, user)) !== false) return answer
  return { ...answer, lead: [...(answer.lead ?? []), INVITE] }
}
