import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, types } from '@slack/bolt'
import type { Asker } from '../../../answer/rights.ts'
import type { OwnDigests } from '../../../digest/desk.ts'
import { type DigestSide, done } from '../../core/handle-interaction.ts'
import { askButtons, button, NO_PLACE, PROPOSE_BUTTON, row } from '../blocks/buttons.ts'
import { channelName, richText, words } from '../blocks/text.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { askerOfEvent } from './asker.ts'
import type { ListenerDeps, Reply } from './listener-deps.ts'

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs

/** The app's own page: what to try, what is covered, when it was last checked, what is not covered. */
export function onHome({ desk, turn, digest, proposals }: ListenerDeps) {
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
      const propose = proposals ? row([button('Propose a link', PROPOSE_BUTTON, NO_PLACE)]) : []
      await reply({ text, blocks: [...blocks, ...propose, ...digests] })
      return { ...done(help), outcome: 'shown' as const }
    }
    await turn({ at: 'home', reply, act })
  }
}

/** So many channels fit into App Home beside the rest. */
const MOST = 12

/** App Home's part on digests: those of one person, and what is wrong with the store. */
async function digestBlocks(
  { desk }: Pick<DigestSide, 'desk'>,
  asker: Asker,
): Promise<readonly types.KnownBlock[]> {
  const { trouble, channels } = await desk.ownDigests(asker)
  if (!trouble && channels.length === 0) return []
  const left = channels.length - MOST
  return [
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: 'Weekly digests', emoji: false } },
    ...(trouble ? richText([{ line: words(trouble, { bold: true }) }]) : []),
    ...channels.slice(0, MOST).flatMap(channelBlocks),
    ...(left > 0 ? richText([{ line: words(`And ${left} more. /digest in a channel tells of it.`) }]) : []),
  ]
}

function settingsButton(channel: string): types.Button {
  const text = { type: 'plain_text', text: 'Settings', emoji: false } as const
  return { type: 'button', action_id: 'settings:0', text, value: channel }
}

function channelBlocks({
  channel,
  lines,
  doubtful,
}: OwnDigests['channels'][number]): readonly types.KnownBlock[] {
  const asks = doubtful.flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${channel} ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${channel} ${week}` },
  ])
  return [
    ...richText([{ line: [channelName(channel)] }, ...lines.map((line) => ({ line: words(line) }))]),
    ...row([...askButtons(asks), settingsButton(channel)]),
  ]
}
