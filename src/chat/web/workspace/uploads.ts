import { type Method, SlackRefusal } from '../method.ts'
import { addPost, type WorkspaceState } from './workspace-state.ts'

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
        blocks: done.map(({ id, title }) => ({
          type: 'image',
          slack_file: { id },
          alt_text: state.files.get(id)?.alt ?? title ?? 'picture',
        })),
        ...(thread_ts && { thread: thread_ts }),
      })
    return { files: done }
  },
}

export async function storeUpload(
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
