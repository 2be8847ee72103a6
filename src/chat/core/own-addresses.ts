import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Desk } from '../../answer/answer.ts'
import type { Log } from '../../answer/log.ts'
import { momentsOf } from '../../answer/timeline.ts'
import type { Handle } from './http-server.ts'
import type { Sealing } from './installations.ts'
import { canBeTaken, type Form, fileName, formIn, type TakeAlong, typeOf } from './taking.ts'
import { atMost, soon } from './waiting.ts'

/** Everything of an answer that is fetched from here comes from this path; which and of what, is sealed. */
export const OWN_PATH = '/shown'

/** So long an address leads somewhere. Milliseconds. */
const LASTS = 7 * 24 * 3_600_000
/** Longer ones are not ours. Characters. */
const LONGEST = 2000
const [AT_ONCE, WAITING] = [2, 32]
/** Seconds after which to come again where too many are fetched at once. */
const AGAIN = '60'

/** A picture as a platform fetches it. `alt` says the same in words. */
export type FetchedPicture = { url: string; alt: string; title: string }

/** Addresses of Hansa's own for platforms that fetch pictures, and for people where an app may send them no file. */
export type OwnAddresses = {
  /** It begins to be drawn; where that is refused at once, why. */
  mapOf(answer: Answer): Promise<FetchedPicture | LeftOut | undefined>
  fileOf(answer: Answer, form: Form): string | undefined
  handle: Handle
}

type Options = {
  /** Where others reach this machine, without a path. */
  url: string
  sealing: Sealing
  desk: Pick<Desk, 'answer'>
  pictureOf: PictureOf
  takeAlong: TakeAlong
  log: Pick<Log, 'error'>
  now?: () => number
}

/**
 * In an address stands, sealed so that nobody reads or makes one, the question as it was understood, what of its answer is
 * wanted, and until when: nothing of a workspace or of who asked. It is answered anew from the folder as it is then.
 */
export function ownAddresses({
  url,
  sealing,
  desk,
  pictureOf,
  takeAlong,
  log,
  now = Date.now,
}: Options): OwnAddresses {
  const inTurn = atMost(AT_ONCE, WAITING)
  const to = (what: 'map' | Form, { ask }: Answer) => {
    const sealed = sealing.seal(`${now() + LASTS} ${what} ${ask}`, OWN_PATH)
    return `${url}${OWN_PATH}?of=${sealed}`
  }

  async function fetched(what: string, answer: Answer): Promise<Fetched | 'busy' | undefined> {
    if (what === 'map') {
      const bytes = await (await pictureOf(answer))?.bytes()
      if (bytes && 'leftOut' in bytes) return 'busy'
      return bytes && { type: 'image/png', bytes }
    }
    const form = formIn(what)
    if (!form || !canBeTaken(answer)) return undefined
    return { type: typeOf(form), bytes: await takeAlong(answer, form), name: fileName(answer, form) }
  }

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sealed = new URL(request.url ?? '', 'http://here').searchParams.get('of') ?? ''
    const opened = sealed.length <= LONGEST ? sealing.open(sealed, OWN_PATH)?.what : undefined
    const [, until, what = '', ask = ''] = /^(\d+) (\S+) (.*)$/s.exec(opened ?? '') ?? []
    if (until === undefined || Number(until) < now()) return void response.writeHead(404).end()
    const found = await (inTurn(() => fetched(what, desk.answer(ask))) ?? 'busy')
    if (found === 'busy') return void response.writeHead(503, { 'retry-after': AGAIN }).end()
    if (!found) return void response.writeHead(404).end()
    const { type, bytes, name } = found
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      ...(name && { 'content-disposition': `attachment; filename="${name}"` }),
    })
    response.end(bytes)
  }

  return {
    async mapOf(answer) {
      const picture = hasPicture(answer) ? await pictureOf(answer) : undefined
      const drawn = picture && (await soon<Uint8Array | LeftOut | undefined>(picture.bytes(), undefined))
      if (drawn && 'leftOut' in drawn) return drawn
      return picture && { url: to('map', answer), alt: picture.alt, title: picture.title }
    },
    fileOf: (answer, form) => (canBeTaken(answer) ? to(form, answer) : undefined),
    handle(request, response) {
      reply(request, response).catch((err) => {
        log.error({ err }, 'what was asked for at an address of our own could not be given')
        if (response.headersSent) response.destroy()
        else response.writeHead(503, { 'retry-after': AGAIN }).end()
      })
    },
  }
}

/** `name` is a file's, to be saved under. */
type Fetched = { type: string; bytes: Uint8Array | string; name?: string }

/**
 * A picture that goes with an answer and never replaces it. `title` names the answer it belongs to; `alt` says the same as
 * the picture in words, 2,000 characters at most.
 */
export type Picture = { name: string; title: string; alt: string; bytes(): Promise<Uint8Array | LeftOut> }

/** Why there is no picture where there should be one: too many are wanted just now, or it could not be made. */
export type LeftOut = { leftOut: 'busy' | 'failed' | 'not granted' }

/** The picture of an answer, for those that have one. It is made when its bytes are asked for. */
export type PictureOf = (answer: Answer) => Promise<Picture | undefined>

const BECAUSE: Readonly<Record<LeftOut['leftOut'], string>> = {
  busy: 'many are being drawn just now. Ask again in a minute.',
  'not granted': 'Hansa may not upload pictures here. Who administers the app can grant it files:write.',
  failed: 'it could not be drawn. The answer is complete without it; ask again to have it tried once more.',
}

/** While it is made, in its place. */
export const BEING_DRAWN = 'The map is being drawn…'

/** Whether an answer has a picture: its links can be drawn. */
export function hasPicture({ table, withoutMap }: Answer): boolean {
  return !withoutMap && table !== undefined && table.rows.length > 0
}

/** What the button says that brings it. */
export function pictureName(answer: Answer): string {
  return momentsOf(answer).length > 0 ? 'Map and timeline' : 'Map'
}

/** Tells the one who asked that no picture comes. */
export function leftOutInWords({ heading }: Answer, { leftOut }: LeftOut): string {
  return `${heading} – the map is left out: ${BECAUSE[leftOut]}`
}
