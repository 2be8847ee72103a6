import type { types } from '@slack/bolt'
import {
  addPost,
  type Inspect,
  type Method,
  type ResponseAddress,
  SlackRefusal,
  type UploadedFile,
  type WorkspaceState,
  withBlockIds,
} from './workspace-state.ts'

const RESPOND = 'https://slack.pretend.invalid/respond/'

type Said = {
  text?: string
  blocks?: types.KnownBlock[]
  response_type?: 'in_channel' | 'ephemeral'
  replace_original?: boolean
  delete_original?: boolean
  thread_ts?: string
}

/** A new address for answering a command, or a press in the message `original`. */
export function newAddress(state: WorkspaceState, channel: string, user: string, original?: string): string {
  const id = state.nextId('r')
  state.addresses.set(id, { channel, user, left: 5, ...(original && { original }) })
  return RESPOND + id
}

/** Whatever is not the Web API: an answer to a command or a press, or the bytes of a file. */
export async function answerAddress(
  state: WorkspaceState,
  url: string,
  body: string | FormData | undefined,
  inspect: Inspect,
): Promise<Response> {
  if (url.startsWith(UPLOAD)) return storeUpload(state, url, body)
  const address = url.startsWith(RESPOND) ? state.addresses.get(url.slice(RESPOND.length)) : undefined
  if (!address || address.left === 0) return new Response('used_url', { status: 404 })
  address.left--
  const said: Said = JSON.parse(String(body))
  const code = inspect('respond', { text: said.text ?? '', blocks: JSON.stringify(said.blocks ?? []) })
  if (code !== undefined) return new Response(code, { status: 400 })
  respond(state, address, said)
  return new Response('ok')
}

/** Also what an acknowledgement of a command says. */
export function respond(state: WorkspaceState, address: ResponseAddress, said: Said): void {
  const original = state.posts.find(
    ({ channel, ts }) => channel === address.channel && ts === address.original,
  )
  if (original && said.delete_original) {
    state.posts.splice(state.posts.indexOf(original), 1)
    state.changed()
  } else if (original && said.replace_original) {
    original.text = said.text ?? ''
    original.blocks = withBlockIds(state, said.blocks)
    state.changed()
  } else {
    addPost(state, {
      channel: address.channel,
      by: state.bot.userId,
      text: said.text ?? '',
      blocks: said.blocks ?? [],
      ...(said.thread_ts && { thread: said.thread_ts }),
      ...(said.response_type !== 'in_channel' && { onlyFor: address.user }),
    })
  }
}

export const UPLOAD = 'https://slack.pretend.invalid/upload/'

/** Files in three steps, as Slack wants them: ask for an address, send the bytes there, say that it is done. */
export const uploads: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': ({ filename = 'file', alt_txt }, state) => {
    const id = state.nextId('F')
    state.files.set(id, { id, name: filename, bytes: new Uint8Array(), ...(alt_txt && { alt: alt_txt }) })
    return { upload_url: UPLOAD + id, file_id: id }
  },
  'files.completeUploadExternal': ({ files = '[]', channel_id, thread_ts, initial_comment }, state) => {
    const done: { id: string; title?: string }[] = JSON.parse(files)
    for (const { id, title } of done) {
      const file = state.files.get(id)
      if (!file) throw new SlackRefusal('file_not_found')
      if (title) file.title = title
    }
    if (channel_id)
      addPost(state, {
        channel: channel_id,
        by: state.bot.userId,
        text: initial_comment ?? '',
        blocks: done.map(({ id, title = '' }) => fileBlock(state.files.get(id), title)),
        ...(thread_ts && { thread: thread_ts }),
      })
    return { files: done }
  },
}

function fileBlock(file: UploadedFile | undefined, title: string): types.KnownBlock {
  const { id = '', name = '', alt = title || 'picture' } = file ?? {}
  if (/\.(png|svg)$/.test(name)) return { type: 'image', slack_file: { id }, alt_text: alt }
  return { type: 'section', text: { type: 'plain_text', text: name, emoji: false } }
}

async function storeUpload(
  state: WorkspaceState,
  url: string,
  body: string | FormData | undefined,
): Promise<Response> {
  const file = state.files.get(url.slice(UPLOAD.length))
  if (!file) return new Response('not found', { status: 404 })
  const part = body instanceof FormData ? [...body.values()][0] : body
  file.bytes = part instanceof Blob ? await part.bytes() : new TextEncoder().encode(part ?? '')
  return new Response('OK')
}
