import type { types } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import { secondOf, sharedChange } from '../../../answer/change.ts'
import { withoutReceipt, withReceipt } from '../../../answer/receipt.ts'
import { mayBeShared } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import type { Done } from '../../core/handle-interaction.ts'
import { type LeftOut, leftOutInWords } from '../../core/own-addresses.ts'
import { changedInWords } from '../../core/text.ts'
import { shownIn } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import { isOverview } from '../blocks/overview.ts'
import { escaped } from '../blocks/text.ts'
import { type Message, toBlocks } from '../blocks/to-blocks.ts'
import { askerOfPress } from './asker.ts'
import type { ListenerDeps } from './listener-deps.ts'
import type { PressArgs, Pressed, Reply } from './press-reply.ts'
import { type Trouble, troubleInWords, troubleOf } from './share-trouble.ts'

type Share = (pressed: Pressed, args: PressArgs, reply: Reply) => Promise<Done>

/**
 * Posts the answer that was shown to the channel, or to the thread it was asked in: its first page, the others below it.
 * The answer is made again, and posted only if it still says the same; else the new one is shown to who pressed.
 */
export function sharing(deps: ListenerDeps): Share {
  const underway = new Set<string>()
  return async (pressed, args, reply) => {
    const { body, context } = args
    const button = `${context.teamId} ${body.container.channel_id} ${body.container.message_ts}`
    // An impatient second press would post twice.
    if (underway.has(button)) {
      await reply(notice('It is being posted already.'))
      return { command: 'share', outcome: 'not shared' }
    }
    underway.add(button)
    try {
      return await shared(deps, pressed, args, reply)
    } finally {
      underway.delete(button)
    }
  }
}

async function shared(
  { desk, pictures, saving, digest, record }: ListenerDeps,
  { value, number }: Pressed,
  args: PressArgs,
  reply: Reply,
): Promise<Done> {
  const { ask, stamp } = shownIn(value)
  const answer = desk.answer(ask)
  if (stamp !== stampOf(answer) || !mayBeShared(answer)) {
    await reply(otherwise(answer, { share: true, asked: ask, told: stamp !== undefined }))
    return { command: 'share', outcome: 'not shared', why: 'changed' }
  }
  const { workspace } = askerOfPress(args.body, args.context)
  const receipt = await digest?.desk.keepReceipt(answer, { workspace })
  const messages = sharedMessages(receipted(answer, receipt, digest), args.body.user.id)
  const posted = await post(messages, args)
  if ('trouble' in posted) {
    const { trouble, done } = posted
    await reply(notice(troubleInWords(trouble, done, messages.length)))
    return { command: 'share', outcome: trouble.sure ? 'not shared' : 'perhaps shared', why: trouble.code }
  }
  const { channel, thread_ts: thread } = posted
  if (receipt) await digest?.desk.rememberShare(answer, { workspace, channel, thread, receipt })
  const here = (await digest?.desk.suited(answer, askerOfPress(args.body, args.context))) ?? answer
  const map = pictures.offered(here, args.context.teamId)
  await record(sharedChange(answer, askerOfPress(args.body, args.context), secondOf(new Date())))
  const save = saving.offered(args.context.teamId)
  const mine = toBlocks(answer, { to: 'asker', share: false, asked: ask, map, ...(save && { save }) })
  await args
    .respond({ ...(mine[number] ?? mine[0]), replace_original: true })
    // The button stays then, and would post the answer once more.
    .catch(() => reply(notice('The answer is posted.')))
  const { client, context } = args
  const team = context.teamId
  // In a thread that others began, it could stand under another answer.
  if (posted.began && pictures.offered(here, team)) {
    const thread_ts = thread
    const show = (picture: types.ImageBlock) =>
      client.chat.postMessage({
        channel,
        thread_ts,
        text: escaped(picture.title?.text ?? ''),
        blocks: [picture],
      })
    const tell = (without: LeftOut) => reply(notice(leftOutInWords(answer, without)))
    await pictures.put(answer, { client, team, show, tell })
  }
  return { command: 'share', outcome: 'shared' }
}

/** Kept before it is posted: what nobody can look up is not shown as if they could. */
function receipted(answer: Answer, id: string | undefined, digest: ListenerDeps['digest']): Answer {
  if (!digest) return answer
  return id === undefined ? withoutReceipt(answer) : withReceipt(answer, { id })
}

/** A thread of more messages than these nobody reads, and a channel should not have to wait for. */
const MOST_IN_THREAD = 10

/** The answer; and the statements for its table, where there are few: of more, each reader can look at theirs. */
function sharedMessages(answer: Answer, askedBy: string): readonly Message[] {
  const overview = toBlocks(answer, { to: 'channel', askedBy })
  if (!isOverview(answer.table)) return overview
  const evidence = toBlocks(answer, { to: 'channel', askedBy, view: 'evidence' })
  return evidence.length > MOST_IN_THREAD ? overview : [...overview, ...evidence]
}

/** The answer as it is now, to who pressed a button under one that said something else. */
export function otherwise(
  answer: Answer,
  { share, asked, told }: { share: boolean; asked: string; told: boolean },
): Message {
  const [now] = toBlocks(answer, { to: 'asker', share, asked })
  const said = notice(changedInWords({ told, canShare: share && mayBeShared(answer) }))
  return { text: `${said.text}\n${now.text}`, blocks: [...said.blocks, ...now.blocks] }
}

type Posted = { channel: string; thread_ts: string; began: boolean } | { trouble: Trouble; done: number }

/** Where it stands; or what went wrong, after how many of the messages. */
async function post(messages: readonly Message[], { body, client }: PressArgs): Promise<Posted> {
  const channel = body.channel?.id ?? ''
  let thread = body.container.thread_ts ?? body.message?.thread_ts
  const began = thread === undefined
  for (const [done, message] of messages.entries()) {
    const below = thread && { thread_ts: thread }
    const place = { channel, ...below, unfurl_links: false, unfurl_media: false }
    try {
      const { ts } = await client.chat.postMessage({ ...place, ...message })
      thread ??= ts
    } catch (error) {
      return { trouble: troubleOf(error), done }
    }
  }
  return { channel, thread_ts: thread ?? '', began }
}
