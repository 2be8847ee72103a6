import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Answer, Desk } from '../../../src/answer/answer.ts'
import type { Log } from '../../../src/answer/log.ts'
import type { PictureOf } from '../../../src/chat/core/own-addresses.ts'
import { serveEdges } from '../../../src/chat/core/serve-edges.ts'
import type { TakeAlong } from '../../../src/chat/core/taking.ts'
import type { DrawnPicture } from '../../../src/chat/web/drawing/pictures.ts'
import { type PlaygroundOptions, playgroundEdge } from '../../../src/chat/web/serve-playground.ts'
import { createDigestDesk } from '../../../src/delivery/digest-desk.ts'
import { PACE } from '../../../src/delivery/posting/timing.ts'
import type { StartDigest } from '../../../src/digest/desk.ts'
import type { Library } from '../../../src/library/library.ts'
import { coverageShown } from '../../../src/serve/maps/coverage-page.ts'
import { mapsOf } from '../../../src/serve/maps/picture-of.ts'
import { takingAlong } from '../../../src/serve/take-along.ts'
import { openStore } from '../../../src/store/open.ts'
import { realFolder } from '../../real-folder.ts'
import { TODAY } from '../../small-knowledge.ts'
import { patientSleep } from '../../until.ts'

export const SILENT = { debug() {}, info() {}, warn() {}, error() {} }

type Options = {
  desk: Desk
  pictureOf?: (answer: Answer) => Promise<DrawnPicture | undefined>
  mapFile?: PictureOf
  takeAlong?: TakeAlong
  coverage?: PlaygroundOptions['coverage']
  log?: typeof SILENT
  startDigest?: StartDigest
  proposals?: PlaygroundOptions['proposals']
}

/** The playground, served by itself. */
export function servePlayground({
  log,
  settings: { port, ...settings },
  storeTrouble,
  ...options
}: Omit<PlaygroundOptions, 'settings'> & {
  log: Log
  settings: PlaygroundOptions['settings'] & { port: number }
  storeTrouble?: () => string | undefined
}) {
  const { host } = settings
  const edge = playgroundEdge({ ...options, settings })
  return serveEdges([edge], { log, host, port, ...(storeTrouble && { storeTrouble }) })
}

/** A playground on a port of its own; stopped with the test. */
export async function served(t: { after(stop: () => Promise<void>): unknown }, options: Options) {
  const settings = { host: '127.0.0.1', port: 0 }
  const { url, stop } = await servePlayground({ log: SILENT, ...options, settings })
  t.after(stop)
  return url
}

/** The folder that tests ask, with its maps; or another that was opened. */
export function realDesk({ desk, knowledge, library } = realFolder()) {
  const takeAlong = takingAlong(
    () => knowledge,
    () => TODAY,
  )
  const maps = mapsOf(() => knowledge, SILENT)
  const coverage = coverageShown({ library: () => library }, maps)
  const mapFile: PictureOf = (answer) => maps.forChat(answer)
  return { desk, library, takeAlong, pictureOf: maps.forPage, mapFile, coverage }
}

/** Digests and a store for them, for as long as the test takes; none is delivered. */
export function digestsFor(t: { after(stop: () => Promise<void>): unknown }, library: Library): StartDigest {
  const data = mkdtempSync(join(tmpdir(), 'hansa-playground-'))
  const store = openStore({ data })
  t.after(async () => {
    await store.close()
    rmSync(data, { recursive: true, force: true })
  })
  const given = {
    library: () => library,
    pace: PACE,
    keepQuestions: 90,
    keepChanges: 365,
    keepWords: false,
    timezone: 'Europe/London',
    record: async () => undefined,
    stopping: new AbortController().signal,
    log: SILENT,
  }
  const chance = { now: () => Temporal.Now.instant(), chance: () => 0.5, name: 'test' }
  const sleep = patientSleep
  return (post, served) => createDigestDesk({ store, post, served, sleep, ...given, ...chance })
}

/**
 * A browser's part over plain HTTP: it keeps its cookie and says where its requests come from. Each has a connection of its
 * own: one that was closed while a test computed would be taken for open.
 */
export function visitor(url: string) {
  let cookie = ''
  const connection = 'close'
  const keep = (response: Response) => {
    cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return response
  }
  const get = async (path: string, headers: Record<string, string> = {}) =>
    keep(await fetch(url + path, { headers: { cookie, connection, ...headers }, redirect: 'manual' }))
  return {
    get,
    read: async (path: string) => (await get(path)).text(),
    async post(
      path: string,
      fields: Record<string, string> | string[][],
      headers: Record<string, string> = {},
    ) {
      const body = new URLSearchParams(fields)
      return keep(
        await fetch(url + path, {
          method: 'POST',
          body,
          headers: { cookie, connection, ...headers },
          redirect: 'manual',
        }),
      )
    },
  }
}

/** The message and the value of the button with that label. */
export function pressable(page: string, label: string): readonly string[] {
  const before = page.slice(0, page.indexOf(`>${label}</button>`))
  const where = [...before.matchAll(/name="where" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
  const press = [...before.matchAll(/value="([^"]*)"/g)].at(-1)?.[1] ?? ''
  return ['', where, press.replaceAll('&quot;', '"')]
}

/** `fetch` does not let one choose the name that is asked for. */
export async function statusAs(port: string, host: string | undefined, path = '/policy', method = 'GET') {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const headers = host === undefined ? {} : { host }
  request({ hostname: '127.0.0.1', port, path, method, headers }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
    .on('error', reject)
    .end()
  return promise
}
