import type { Answer, Desk } from '../../answer/answer.ts'
import type { Asker } from '../../answer/asker.ts'
import type { ChannelCommand } from '../../answer/query.ts'
import { may, notForOutsiders } from '../../answer/rights.ts'
import type { DigestDesk, Voice } from '../../digest/desk.ts'

/** The weekly digest and the memory behind it, as far as a chat has to do with them. `Who` is an asker as it knows them. */
export type DigestSide<Who extends Asker = Asker> = {
  desk: DigestDesk
  /** How people are told of changes that somebody makes to a digest. */
  voice(asker: Who): Voice
  /** The channel that is told of errors people report. */
  curators?: string
}

/** Asks what needs an asker there, such as the digest of a channel, and anything else at the desk. */
export type AskAs<Who extends Asker = Asker> = (question: string, asker: Who) => Promise<Answer>

export function askAs<Who extends Asker>(desk: Desk, digest: DigestSide<Who> | undefined): AskAs<Who> {
  return async (question, asker) => {
    const answer = desk.answer(question)
    const channel = answer.query?.channel
    if (digest && channel) return withAsker(channel, asker, digest)
    // People from outside add nothing to what lists and digests count.
    if (!asker.outside) digest?.desk.recordGap(answer, asker)
    return answer
  }
}

function withAsker<Who extends Asker>(
  { command, words }: ChannelCommand,
  asker: Who,
  { desk, voice }: DigestSide<Who>,
): Promise<Answer> | Answer {
  if (command === 'digest') return desk.answer(words, asker, voice(asker))
  return may(asker, 'list gaps') ? desk.gaps(asker) : notForOutsiders('ask', 'ask gaps')
}
