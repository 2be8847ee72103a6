import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, types } from '@slack/bolt'
import type { OfferList } from '../../../answer/answer.ts'
import type { Asker } from '../../../answer/rights.ts'
import type { OwnDigests } from '../../../digest/desk.ts'
import { type DigestSide, done } from '../../core/handle-interaction.ts'
import { askButtons, button, NO_PLACE, PROPOSE_BUTTON, row } from '../blocks/buttons.ts'
import { LIMITS, QUESTION } from '../blocks/limits.ts'
import { menusOfLists, plain } from '../blocks/menus.ts'
import { channelName, richText, words } from '../blocks/text.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { askerOfEvent } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import type { Reply } from './press-reply.ts'

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs

/**
 * The app's own page: a field to ask in, answered in a window that nobody else sees; what is covered and what is not, how
 * fresh it is, all places held and all reports, and the digests of who looks.
 */
export function onHome(deps: ListenerDeps) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (event.tab !== 'home') return
    const reply: Reply = ({ blocks }: Message) =>
      client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    const { channel: _ours, ...opened } = event
    const asker = askerOfEvent(body, opened, context)
    const act = async () => {
      await reply(await homeOf(asker, deps))
      return { ...done(deps.desk.answer('help')), outcome: 'shown' as const }
    }
    await deps.turn({ at: 'home', reply, act })
  }
}

/** The page as it is now. */
export async function homeOf(
  asker: Asker,
  { desk, digest, proposals }: Pick<ListenerDeps, 'desk' | 'digest' | 'proposals'>,
): Promise<Message> {
  const help = desk.answer('help')
  const { text, blocks } = toBlocks(help, { to: 'asker', share: false })[0]
  const digests = digest && !asker.outside ? await digestBlocks(digest, asker) : []
  const { lists = [] } = help
  const propose = proposals ? [button('Propose a link', PROPOSE_BUTTON, NO_PLACE)] : []
  const below = row([...askButtons(COVERAGE), ...propose])
  const all = [ASK, ...blocks, ...below, ...digests]
  // Digests are a person's own: it is lists that give way.
  const room = LIMITS.viewBlocks - all.length
  return { text, blocks: [ASK, ...blocks, ...below, ...listBlocks(lists, room), ...digests] }
}

/** What is held stands above in a sentence; of which nation how much, how old and where sources differ is one press away. */
const COVERAGE = [{ label: 'Coverage by nation', ask: 'coverage' }]

/** Sent by the Enter key, and answered as a press of a button with these words. */
const ASK: types.InputBlock = {
  type: 'input',
  block_id: 'ask',
  dispatch_action: true,
  label: plain('Ask Hansa: only you see the answer'),
  element: {
    type: 'plain_text_input',
    action_id: 'ask:0',
    max_length: QUESTION,
    placeholder: plain('twins Leeds'),
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
  },
}

function listBlocks(lists: readonly OfferList[], room: number): readonly types.KnownBlock[] {
  if (lists.length === 0) return []
  const header: types.HeaderBlock = { type: 'header', text: plain('What is held') }
  return [header, ...menusOfLists(lists)].slice(0, room)
}

/** So many channels fit into App Home beside the rest. */
const MOST = 12

/** App Home's part on digests: those of one person, and what is wrong with the store. */
async function digestBlocks(
  { desk }: Pick<DigestSide, 'desk'>,
  asker: Asker,
): Promise<readonly types.KnownBlock[]> {
  const { trouble, channels } = await desk.ownDigests(asker)
  const left = channels.length - MOST
  return [
    { type: 'divider' },
    { type: 'header', text: plain('Weekly digests') },
    ...(trouble ? richText([{ line: words(trouble, { bold: true }) }]) : []),
    ...(trouble || channels.length > 0 ? [] : richText([{ line: words(NONE) }])),
    ...channels.slice(0, MOST).flatMap(channelBlocks),
    ...(left > 0
      ? richText([{ line: words(`And ${left} more. /hansa digest in a channel tells of it.`) }])
      : []),
  ]
}

const NONE =
  'You have set none. “/hansa digest on monday 09:00” in a channel sets one there; “/hansa digest now” shows it to you alone.'

function ofChannel(label: string, action: 'schedule' | 'settings', channel: string): types.Button {
  return { type: 'button', action_id: `${action}:0`, text: plain(label), value: channel }
}

function channelBlocks({
  channel,
  lines,
  doubtful,
}: OwnDigests['channels'][number]): readonly types.KnownBlock[] {
  const inDoubt = doubtful.flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${channel} ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${channel} ${week}` },
  ])
  return [
    ...richText([{ line: [channelName(channel)] }, ...lines.map((line) => ({ line: words(line) }))]),
    ...row(askButtons(inDoubt)),
    ...row([
      ofChannel('Day and time', 'schedule', channel),
      ofChannel('Settings', 'settings', channel),
      ...askButtons([{ label: 'Turn off', ask: `digest end ${channel}` }]),
    ]),
  ]
}
