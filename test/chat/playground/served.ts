import type { Answer, Desk } from '../../../src/answer.ts'
import type { DrawnPicture } from '../../../src/chat/playground/pictures.ts'
import { servePlayground } from '../../../src/chat/playground/serve-playground.ts'
import { pictureOf } from '../../../src/cli/picture-of.ts'
import { realFolder } from '../../real-folder.ts'

export const SILENT = { debug() {}, info() {}, warn() {}, error() {} }

type Options = {
  desk: Desk
  pictureOf?: (answer: Answer) => Promise<DrawnPicture | undefined>
  log?: typeof SILENT
}

/** A playground on a port of its own; stopped with the test. */
export async function served(t: { after(stop: () => Promise<void>): unknown }, options: Options) {
  const settings = { host: '127.0.0.1', port: 0 }
  const { url, stop } = await servePlayground({ log: SILENT, ...options, settings })
  t.after(stop)
  return url
}

/** The folder that comes with Hansa, with its maps. */
export function realDesk(): Options {
  const { desk, knowledge } = realFolder()
  return { desk, pictureOf: pictureOf(() => knowledge) }
}

/** A browser's part over plain HTTP: it keeps its cookie and says where its requests come from. */
export function visitor(url: string) {
  let cookie = ''
  const keep = (response: Response) => {
    cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return response
  }
  const get = async (path: string, headers: Record<string, string> = {}) =>
    keep(await fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }))
  return {
    get,
    read: async (path: string) => (await get(path)).text(),
    async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const body = new URLSearchParams(fields)
      return keep(
        await fetch(url + path, {
          method: 'POST',
          body,
          headers: { cookie, ...headers },
          redirect: 'manual',
        }),
      )
    },
  }
}
