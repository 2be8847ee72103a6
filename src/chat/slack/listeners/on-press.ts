import type { Answer } from '../../../answer/answer.ts'
import { may, OUTSIDE } from '../../../answer/rights.ts'
import { done } from '../../core/handle-interaction.ts'
import { PRESS, type Press } from '../blocks/buttons.ts'
import { notice } from '../blocks/notice.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { askerOfPress } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import { type PressArgs, type Pressed, replyToPress } from './press-reply.ts'
import { NOT_KNOWN, sharing } from './share.ts'

/** Acknowledges at once, whatever was pressed; an element that is not ours does nothing. */
export function onPress({ desk, ask, turn, picture }: ListenerDeps) {
  const share = sharing(desk, picture)
  return async (args: PressArgs): Promise<void> => {
    await args.ack()
    const pressed = whatWasPressed(args.action)
    if (!pressed) return
    const reply = replyToPress(args)
    const act = async () => {
      const asker = askerOfPress(args.body, args.context)
      if (pressed.press === 'share') {
        if (may(asker, 'share')) return share(pressed, args, reply)
        await reply(notice(OUTSIDE))
        return { command: 'share', outcome: 'not shared' as const }
      }
      const question = pressed.press === 'cite' ? `cite ${pressed.value}` : pressed.value
      const answer = await ask(question, asker)
      const pages = toBlocks(answer, { to: 'asker', share: canShare(args) && may(asker, 'share') })
      const page = pressed.press === 'rest' ? pages[pressed.number] : undefined
      await reply(page ?? pages[0])
      return done(answer, desk)
    }
    const { client, context } = args
    const after = (answer: Answer) => picture(answer, { client, team: context.teamId, send: reply })
    const known = pressed.press === 'share' ? NOT_KNOWN : undefined
    await turn({ at: 'button', reply, act, known, ...(pressed.press === 'ask' && { after }) })
  }
}

function whatWasPressed(action: PressArgs['action']): Pressed | undefined {
  const [, press, number] = PRESS.exec(action.action_id) ?? []
  const value = valuePressed(action)
  return press && value ? { press: press as Press, number: Number(number), value } : undefined
}

function valuePressed(action: PressArgs['action']): string | undefined {
  if (action.type === 'button') return action.value
  return action.type === 'static_select' ? action.selected_option?.value : undefined
}

/** There is a channel to share with, and it is not the conversation with the bot itself. */
function canShare({ body }: PressArgs): boolean {
  return body.channel !== undefined && body.channel.name !== 'directmessage'
}
