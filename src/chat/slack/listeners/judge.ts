import { may, OUTSIDE } from '../../../answer/rights.ts'
import { type Judgement, saidBefore } from '../../core/notices.ts'
import { notice } from '../blocks/message.ts'
import { askerOfPress } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'

/** What someone thinks of an answer: `judge:1` helpful, `judge:0` not. The value is the question. Others lead nowhere. */
export const JUDGE = /^judge:/

/** So many presses are remembered, to count each once. */
const MOST = 10_000

/** Counts what was pressed, without who pressed it. */
export function onJudge({ desk, turn, digest }: ListenerDeps) {
  const counted = new Map<string, Judgement>()
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, context } = args
    const reply = replyToPress(args)
    const ask = action.type === 'button' && /^judge:[01]$/.test(action.action_id) ? action.value : undefined
    if (!ask) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const judgement = action.action_id === 'judge:1' ? 'helpful' : 'not helpful'
    const press = `${body.user.id} ${body.container.message_ts ?? body.view?.id} ${ask}`
    const act = async () => {
      const asker = askerOfPress(body, context)
      if (!may(asker, 'judge')) {
        await reply(notice(OUTSIDE))
        return { command: 'judge', outcome: 'shown' as const }
      }
      const before = counted.get(press)
      if (before) await reply(notice(saidBefore(before, judgement)))
      else {
        if (counted.size >= MOST) counted.clear()
        counted.set(press, judgement)
        const helpful = judgement === 'helpful'
        const noted = await digest?.desk.recordJudgement(desk.answer(ask), helpful, asker)
        if (!noted?.kept) counted.delete(press)
        await reply(notice(noted?.sentence ?? 'There is nowhere to note it here.'))
      }
      return { command: 'judge', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
