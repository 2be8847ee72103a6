import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { done } from '../../core/handle-interaction.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { digestBlocks } from '../digest/digest-home.ts'
import { askerOfEvent } from './asker.ts'
import type { ListenerDeps, Reply } from './listener-deps.ts'

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs

/** The app's own page: what to try, what is covered, when it was last checked, what is not covered. */
export function onHome({ desk, turn, digest }: ListenerDeps) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (event.tab !== 'home') return
    const reply: Reply = ({ blocks }: Message) =>
      client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    const { channel: _ours, ...opened } = event
    const asker = askerOfEvent(body, opened, context)
    const act = async () => {
      const help = desk.answer('help')
      const { text, blocks } = toBlocks(help, { to: 'asker', share: false })[0]
      const digests = digest ? await digestBlocks(digest, asker) : []
      await reply({ text, blocks: [...blocks, ...digests] })
      return { ...done(help), outcome: 'shown' as const }
    }
    await turn({ at: 'home', reply, act })
  }
}
