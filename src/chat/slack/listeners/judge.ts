import { may, OUTSIDE } from '../../../answer/rights.ts'
import { judging } from '../../core/judging.ts'
import { notice } from '../blocks/message.ts'
import { askerOfPress } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { nothingThere, type PressArgs, replyToPress } from './press-reply.ts'

/** What someone thinks of an answer: `judge:1` helpful, `judge:0` not. The value is the question. Others lead nowhere. */
export const JUDGE = /^judge:/

/** Notes what was pressed, or takes it back. */
export function onJudge({ desk, turn, digest }: ListenerDeps) {
  const judge = judging(digest?.desk)
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const { action, body, context } = args
    const reply = replyToPress(args)
    const ask = action.type === 'button' && /^judge:[01]$/.test(action.action_id) ? action.value : undefined
    if (!ask) return turn({ at: 'button', reply, act: nothingThere(reply) })
    const judgement = action.action_id === 'judge:1' ? 'helpful' : 'not helpful'
    const press = `${body.channel?.id} ${body.container.message_ts ?? body.view?.id} ${ask}`
    const act = async () => {
      const asker = askerOfPress(body, context)
      if (!may(asker, 'judge')) {
        await reply(notice(OUTSIDE))
        return { command: 'judge', outcome: 'shown' as const }
      }
      await reply(notice(await judge(press, judgement, desk.answer(ask), asker)))
      return { command: 'judge', outcome: 'shown' as const }
    }
    await turn({ at: 'button', reply, act })
  }
}
