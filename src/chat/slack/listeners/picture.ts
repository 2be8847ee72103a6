import bolt, { type webApi } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import type { Log } from '../../../answer/log.ts'
import { type LeftOut, leftOutInWords, type Picture, type PictureOf } from '../../core/picture.ts'
import { atMost } from '../../core/waiting.ts'
import { LIMITS } from '../blocks/limits.ts'
import { notice } from '../blocks/message.ts'
import { clean, cut, escaped } from '../blocks/text.ts'
import type { Message } from '../blocks/to-blocks.ts'

/**
 * `send` hands on the message with the picture, `tell` reaches the one who asked alone. `team` is the workspace.
 */
export type SendTo = {
  client: webApi.WebClient
  team: string | undefined
  send: (message: Message) => Promise<unknown>
  tell: (message: Message) => Promise<unknown>
}

/** Uploads the picture of an answer and hands it on as a message, if there is one and we may. Never throws. */
export type SendPicture = (answer: Answer, to: SendTo) => Promise<void>

const TRIES = 4
/** Slack looks at an uploaded file before a message may show it. */
const WAIT = 1000

/** Each holds its bytes several times while it is on its way. */
const AT_ONCE = 2
/** Slack takes about a hundred uploads a minute: these have theirs within one, where drawing is not slower still. */
const WAITING = 60

/** Needs `files:write`; a workspace that has not granted it is asked once and then left alone. */
export function sendingPictures(pictureOf: PictureOf, log: Log): SendPicture {
  const refused = new Set<string | undefined>()
  const inTurn = atMost(AT_ONCE, WAITING)

  async function sent(picture: Picture, { client, team, send }: SendTo): Promise<LeftOut | undefined> {
    if (refused.has(team)) return undefined
    const bytes = await picture.bytes()
    if ('leftOut' in bytes) return bytes
    const id = await upload(picture, bytes, client)
    if (id) await patiently(() => send(shown(picture, id)))
    return undefined
  }

  async function sendOrTell(picture: Promise<Picture | undefined>, answer: Answer, to: SendTo) {
    try {
      const found = await picture
      if (!found) return
      const without = await (inTurn(() => sent(found, to)) ?? { leftOut: 'busy' as const })
      if (!without) return
      log.info({ because: without.leftOut }, 'a map is left out')
      await to.tell(notice(leftOutInWords(answer, without)))
    } catch (err) {
      if (!isRefusal(err, 'missing_scope')) return log.warn({ err }, 'a picture did not arrive')
      if (refused.has(to.team)) return
      refused.add(to.team)
      log.info({}, 'maps are left out: this workspace has not granted files:write')
    }
  }

  return async (answer, to) => {
    if (!refused.has(to.team)) return sendOrTell(pictureOf(answer), answer, to)
  }
}

async function upload(
  { name, title, alt }: Picture,
  bytes: Uint8Array,
  client: webApi.WebClient,
): Promise<string | undefined> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const { files } = await client.filesUploadV2({ file, filename: name, title, alt_text: alt })
  return files?.[0]?.files?.[0]?.id
}

function shown({ title, alt }: Picture, id: string): Message {
  // Slack puts the title above the picture: other messages may stand between it and its answer.
  const named = { type: 'plain_text', text: cut(clean(title), LIMITS.imageTitle), emoji: false } as const
  const image = { type: 'image', slack_file: { id }, alt_text: alt, title: named } as const
  return { text: escaped(named.text), blocks: [image] }
}

async function patiently(send: () => Promise<unknown>): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await send()
      return
    } catch (error) {
      if (left === 1 || !isTooEarly(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, WAIT))
    }
  }
}

function isTooEarly(error: unknown): boolean {
  return (
    isRefusal(error, 'invalid_blocks') || (error as { code?: unknown }).code === bolt.ErrorCode.RespondError
  )
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof bolt.webApi.WebAPIPlatformError && error.data.error === code
}
