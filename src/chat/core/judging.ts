import type { Answer } from '../../answer/answer.ts'
import type { Asker } from '../../answer/rights.ts'
import type { DigestDesk } from '../../digest/desk.ts'

export type Judgement = 'helpful' | 'not helpful'

/** Somebody pressed what they think of an answer; `press` is the same for each press under one answer, whoever presses. */
export type Judge = (press: string, judgement: Judgement, answer: Answer, asker: Asker) => Promise<string>

/** So many presses are remembered, to count each once and to take it back. */
const MOST = 10_000

/**
 * Counts what was pressed, without who pressed it, and gives the sentence to say. Who presses the same once more takes it
 * back, and who presses the other has changed their mind. After a restart nobody knows who pressed what.
 */
export function judging(desk: Pick<DigestDesk, 'recordJudgement'> | undefined): Judge {
  const counted = new Map<string, Judgement>()
  return async (press, judgement, answer, asker) => {
    if (!desk) return 'There is nowhere to note it here.'
    // Two workspaces may give people and messages the same ids.
    const key = JSON.stringify([asker.workspace, asker.user, press])
    const before = counted.get(key)
    if (before) {
      // At once: an impatient second press takes nothing back twice.
      counted.delete(key)
      const { kept, sentence } = await desk.recordJudgement(answer, before, asker, 'taken back')
      if (!kept) counted.set(key, before)
      if (!kept || before === judgement) return sentence
    }
    if (counted.size >= MOST) counted.clear()
    counted.set(key, judgement)
    const { kept, sentence } = await desk.recordJudgement(answer, judgement, asker)
    if (!kept) counted.delete(key)
    return sentence
  }
}
