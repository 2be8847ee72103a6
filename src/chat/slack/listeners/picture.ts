import type { types, webApi } from '@slack/bolt'
import bolt from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import type { Log } from '../../../answer/log.ts'
import { hasPicture, type LeftOut, type Picture, type PictureOf } from '../../core/own-addresses.ts'
import { atMost } from '../../core/waiting.ts'
import { LIMITS } from '../blocks/limits.ts'
import { clean, cut } from '../blocks/text.ts'
import type { Message } from '../blocks/to-blocks.ts'

/** `show` puts the picture where it belongs, `tell` says there or privately why there is none. `team` is the workspace. */
export type Place = {
  client: webApi.WebClient
  team: string | undefined
  show: (picture: types.ImageBlock) => Promise<unknown>
  tell: (without: LeftOut) => Promise<unknown>
}

export type Pictures = {
  /** Whether a picture of the answer can be had here, as far as is known. */
  offered(answer: Answer, team: string | undefined): boolean
  /** Uploads the picture of an answer and shows it. Never throws. */
  put(answer: Answer, place: Place): Promise<void>
}

const TRIES = 4
/** Slack looks at an uploaded file before a message may show it. */
const WAIT = 1000

/** Each holds its bytes several times while it is on its way. */
const AT_ONCE = 2
/** Slack takes about a hundred uploads a minute: these have theirs within one, where drawing is not slower still. */
const WAITING = 60

/** Needs `files:write`; a workspace that has not granted it is asked once, and then no picture is offered there. */
export function picturesFor(pictureOf: PictureOf | undefined, log: Log): Pictures {
  const refused = new Set<string | undefined>()
  const inTurn = atMost(AT_ONCE, WAITING)

  async function put(answer: Answer, { client, show }: Place): Promise<LeftOut | undefined> {
    const picture = await pictureOf?.(answer)
    if (!picture) return { leftOut: 'failed' }
    const bytes = await picture.bytes()
    if ('leftOut' in bytes) return bytes
    const id = await upload(picture, bytes, client)
    if (!id) return { leftOut: 'failed' }
    await patiently(() => show(shown(picture, id)))
    return undefined
  }

  async function tried(answer: Answer, place: Place): Promise<LeftOut | undefined> {
    if (refused.has(place.team)) return { leftOut: 'not granted' }
    try {
      return await (inTurn(() => put(answer, place)) ?? { leftOut: 'busy' as const })
    } catch (err) {
      if (!isRefusal(err, 'missing_scope')) {
        log.warn({ err }, 'a picture did not arrive')
        return { leftOut: 'failed' }
      }
      refused.add(place.team)
      return { leftOut: 'not granted' }
    }
  }

  return {
    offered: (answer, team) => pictureOf !== undefined && !refused.has(team) && hasPicture(answer),
    async put(answer, place) {
      const without = await tried(answer, place)
      if (!without) return
      log.info({ because: without.leftOut }, 'a map is left out')
      await place.tell(without).catch((err) => log.warn({ err }, 'nobody was told that a map is left out'))
    },
  }
}

/** The message with `block` in the place of its Map button, or above that where it may be pressed again. */
export function withSlot(message: Message, block: types.KnownBlock, again = false): Message {
  const at = message.blocks.findIndex((one) => one.type === 'actions' && one.elements.some(isMapButton))
  const row = message.blocks[at]
  if (row?.type !== 'actions') return { ...message, blocks: [...message.blocks, block] }
  const elements = again ? row.elements : row.elements.filter((one) => !isMapButton(one))
  const rest = elements.length > 0 ? [{ ...row, elements }] : []
  return {
    ...message,
    blocks: [...message.blocks.slice(0, at), block, ...rest, ...message.blocks.slice(at + 1)],
  }
}

function isMapButton({ action_id = '' }: { action_id?: string }): boolean {
  return action_id.startsWith('map:')
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

function shown({ title, alt }: Picture, id: string): types.ImageBlock {
  const named = { type: 'plain_text', text: cut(clean(title), LIMITS.imageTitle), emoji: false } as const
  return { type: 'image', slack_file: { id }, alt_text: alt, title: named }
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
