import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import { may } from '../../../answer/rights.ts'
import { done } from '../../core/handle-interaction.ts'
import { toBlocks } from '../blocks/to-blocks.ts'
import { askerOfCommand } from './asker.ts'
import type { ListenerDeps, Reply } from './listener-deps.ts'
import { OWN_COMMAND } from './own-command.ts'
import { withoutEntities } from './typed-text.ts'

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs

/** `/twins Leeds`. The answer travels in the acknowledgement, so it is there at once and needs no further call. */
export function onCommand({ desk, ask, turn, picture, lastAsked }: ListenerDeps) {
  return async ({ command, ack, respond, client, context }: Args): Promise<void> => {
    const reply = firstAcknowledging(ack, respond)
    lastAsked(command.channel_id)
    await turn({
      at: 'command',
      reply,
      act: async () => {
        const asker = askerOfCommand(command, context)
        const asked = questionOf(command, desk)
        const answer = await ask(asked, asker)
        const share = command.channel_name !== 'directmessage' && may(asker, 'share')
        await reply(toBlocks(answer, { to: 'asker', share, asked })[0])
        return done(answer)
      },
      after: (answer) => picture(answer, { client, team: context.teamId, send: reply, tell: reply }),
    })
  }
}

/** A command that we do not have keeps its slash, so as not to be taken for a question in words. */
function questionOf({ command, text }: { command: string; text?: string }, desk: Desk): string {
  const name = command.replace(/^\//, '')
  const words = withoutEntities(text ?? '')
  if (name === OWN_COMMAND) return words
  const known = desk.commands().some((one) => one.name === name)
  return `${known ? name : command} ${words}`.trim()
}

/** Slack takes one acknowledgement; what comes after it goes to the response address. */
function firstAcknowledging(ack: Args['ack'], respond: Args['respond']): Reply {
  let acknowledged = false
  return (message) => {
    const mine = { response_type: 'ephemeral', ...message } as const
    if (acknowledged) return respond(mine)
    acknowledged = true
    return ack(mine)
  }
}
