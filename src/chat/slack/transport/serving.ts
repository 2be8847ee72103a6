import type { Server } from 'node:http'
import type { Authorize, Receiver, webApi } from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { Health, Part } from '../../core/health.ts'
import type { Log } from '../../core/log.ts'
import type { Seen } from '../../core/once.ts'
import type { Running } from '../../core/running.ts'
import type { DigestSide } from '../digest/digest-side.ts'
import type { PictureOf } from '../listeners/picture.ts'
import type { SlackSettings } from './settings.ts'
import { slackApp } from './slack-app.ts'
import { ONE_MORE_TRY } from './try-again.ts'

/** What runs: it can be asked how it is, and be stopped once what runs is done. */
export type Served = { stop(): Promise<void>; health(): Health; url: string }

/** What both ways of serving are made of. */
export type Parts = {
  settings: SlackSettings
  desk: Desk
  log: Log
  onDeaf: () => void
  seen?: Seen
  times: Times
  clientOptions: webApi.WebClientOptions
  running: Running
  /** What the health tells of. */
  parts: readonly Part[]
  authorize: Authorize<boolean>
  digest?: DigestSide
  pictureOf?: PictureOf
}

/** Milliseconds: how long a stop waits for what runs; how long Slack may be out of reach; how soon to try again. */
export type Times = { drain: number; deafAfter: number; retryAfter: number }

/** The app under its receiver. */
export function startApp(
  { desk, log, seen, running, authorize, clientOptions, digest, pictureOf }: Parts,
  receiver: Receiver,
): void {
  slackApp({
    desk,
    log,
    receiver,
    authorize,
    running,
    clientOptions: { ...clientOptions, retryConfig: ONE_MORE_TRY },
    ...(seen && { seen }),
    ...(digest && { digest }),
    ...(pictureOf && { pictureOf }),
  })
}

export async function drain({ running, log, times }: Parts): Promise<void> {
  const all = await running.drained(times.drain)
  if (!all) log.warn({ running: running.count() }, 'stopped before every answer was out')
}

export function urlOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) return ''
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}
