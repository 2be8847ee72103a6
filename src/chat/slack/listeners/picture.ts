import bolt, { type webApi } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from '../blocks/to-blocks.ts'

/** A picture that goes with an answer and never replaces it. `alt` says the same in words, 2,000 characters at most. */
export type Picture = { name: string; title: string; alt: string; png(): Promise<Uint8Array> }

/** The picture of an answer, for those that have one. */
export type PictureOf = (answer: Answer) => Promise<Picture | undefined>

/** Uploads the picture of an answer and hands it on as a message, if there is one and we may. Never throws. */
export type SendPicture = (
  answer: Answer,
  to: { client: webApi.WebClient; team: string | undefined; send: (message: Message) => Promise<unknown> },
) => Promise<void>

const TRIES = 4
/** Slack looks at an uploaded file before a message may show it. */
const WAIT = 1000

/** Needs `files:write`; a workspace that has not granted it is asked once and then left alone. */
export function sendingPictures(pictureOf: PictureOf, log: Log): SendPicture {
  const refused = new Set<string | undefined>()
  return async (answer, { client, team, send }) => {
    if (refused.has(team)) return
    try {
      const picture = await pictureOf(answer)
      if (!picture) return
      const id = await upload(picture, client)
      if (id) await patiently(() => send(shown(picture, id)))
    } catch (err) {
      if (!isRefusal(err, 'missing_scope')) return log.warn({ err }, 'a picture did not arrive')
      refused.add(team)
      log.info({}, 'maps are left out: this workspace has not granted files:write')
    }
  }
}

async function upload(
  { name, title, alt, png }: Picture,
  client: webApi.WebClient,
): Promise<string | undefined> {
  const bytes = Buffer.from(await png())
  const { files } = await client.filesUploadV2({ file: bytes, filename: name, title, alt_text: alt })
  return files?.[0]?.files?.[0]?.id
}

function shown({ title, alt }: Picture, id: string): Message {
  const image = { type: 'image', slack_file: { id }, alt_text: alt } as const
  return { text: title, blocks: [image] }
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
