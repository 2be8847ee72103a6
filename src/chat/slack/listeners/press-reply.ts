import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, types } from '@slack/bolt'
import bolt from '@slack/bolt'
import type { Reply as AnyReply, Done } from '../../core/handle-interaction.ts'
import { NOTHING_BEHIND } from '../../core/text.ts'
import type { Press } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import type { Message } from '../blocks/to-blocks.ts'

export type Reply = AnyReply<Message>

export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs

/** A press of one of our buttons, in a message, in App Home or in a window; `under` is the id of its block. */
export type Pressed = { press: Press; number: number; value: string; under: string }

/**
 * Where a press is answered: below the message it was made in, for the presser's eyes only (in a direct message there
 * is nobody else); from App Home in a window; from a window in one on top of it, so that closing leads back.
 */
export function replyToPress(args: PressArgs): Reply {
  return args.body.view ? inWindow(args) : below(args)
}

/** In the place of the message or window that was pressed. Nothing is changed in a window that was closed meanwhile. */
export function inItsPlace(args: PressArgs): Reply {
  const { body, respond, client } = args
  const { view } = body
  if (view) return ({ blocks }) => updated({ view_id: view.id, view: windowWith(blocks) }, client)
  return respond ? (message) => respond({ ...message, replace_original: true }) : below(args)
}

function below({ body, respond, client }: PressArgs): Reply {
  const { channel, container, message, user } = body
  const everyoneIsOne = channel?.id.startsWith('D') === true && container.is_ephemeral !== true
  const thread_ts = container.thread_ts ?? message?.thread_ts
  // Not every press comes with an address to answer to.
  if (!respond)
    return ({ text, blocks }: Message) =>
      client.chat.postEphemeral({ channel: channel?.id ?? user.id, user: user.id, text, blocks })
  return ({ text, blocks }: Message) =>
    respond({
      text,
      blocks,
      response_type: everyoneIsOne ? 'in_channel' : 'ephemeral',
      replace_original: false,
      ...(thread_ts && { thread_ts }),
    })
}

/**
 * Slack stacks three windows at most; we stack two and then change the upper one. What comes after the answer, such as a
 * picture, goes below it.
 */
export function inWindow({ body, client }: PressArgs): Reply {
  const { trigger_id, view: from } = body
  let shown: Shown | undefined
  return async ({ blocks }: Message) => {
    if (shown) return addBelow(shown, blocks, client)
    const view = windowWith(blocks)
    const { view: opened } = await (from?.type !== 'modal'
      ? client.views.open({ trigger_id, view })
      : from.previous_view_id
        ? client.views.update({ view_id: from.id, view })
        : client.views.push({ trigger_id, view }))
    shown = { id: opened?.id, hash: opened?.hash, blocks }
  }
}

type Shown = { id: string | undefined; hash: string | undefined; blocks: types.KnownBlock[] }

/** Nothing is added to a window that was closed or shows something else by now. */
async function addBelow(
  { id, hash, blocks }: Shown,
  more: types.KnownBlock[],
  client: PressArgs['client'],
): Promise<void> {
  if (!id) return
  await updated({ view_id: id, ...(hash && { hash }), view: windowWith([...blocks, ...more]) }, client)
}

async function updated(
  window: Parameters<PressArgs['client']['views']['update']>[0],
  client: PressArgs['client'],
): Promise<void> {
  await client.views.update(window).catch((error: unknown) => {
    const code = error instanceof bolt.webApi.WebAPIPlatformError ? error.data.error : ''
    if (code !== 'not_found' && code !== 'hash_conflict') throw error
  })
}

export function windowWith(blocks: types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Hansa' },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  }
}

/** Says that a press leads nowhere. */
export function nothingThere(reply: Reply) {
  return async (): Promise<Done> => {
    await reply(notice(NOTHING_BEHIND))
    return { command: 'none', outcome: 'shown' }
  }
}
