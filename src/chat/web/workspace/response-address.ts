import type { types } from '@slack/bolt'
import type { Inspect } from '../method.ts'
import { storeUpload, UPLOAD } from './uploads.ts'
import { addPost, type ResponseAddress, type WorkspaceState, withBlockIds } from './workspace-state.ts'

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
