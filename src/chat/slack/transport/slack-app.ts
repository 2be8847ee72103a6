import { randomUUID } from 'node:crypto'
import bolt, {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  type App,
  type Authorize,
  type Receiver,
  type webApi,
} from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { Log } from '../../../answer/log.ts'
import {
  askAs,
  type DigestSide,
  firstTimeOnly,
  keepTurns,
  type Running,
  rememberSeen,
  type Seen,
  trackRunning,
} from '../../core/handle-interaction.ts'
import type { PictureOf } from '../../core/picture.ts'
import { apology } from '../blocks/message.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { JUDGE, onJudge } from '../listeners/judge.ts'
import type { ListenerDeps } from '../listeners/listener-deps.ts'
import { onHome } from '../listeners/on-home.ts'
import { onPress } from '../listeners/on-press.ts'
import { onCommand, onDirectMessage, onMention } from '../listeners/on-question.ts'
import { picturesFor } from '../listeners/picture.ts'
import { onReport, onReported, onUnknownWindow, REPORT, REPORT_WINDOW } from '../listeners/report-error.ts'
import { boltLog, redactingSlack } from './slack-log.ts'

export type SlackAppOptions = {
  desk: Desk
  log: Log
  /** How deliveries come in: HTTP, Socket Mode, or a pretend workspace. */
  receiver: Receiver
  /** Which bot token answers in which workspace. Has to say `teamId`: whoever is of another team is from outside. */
  authorize: Authorize<boolean>
  clientOptions?: webApi.WebClientOptions
  /** Pictures of answers; sent only where `files:write` is granted. */
  pictureOf?: PictureOf
  /** The weekly digest and the memory behind it. */
  digest?: DigestSide<SlackAsker>
  seen?: Seen
  running?: Running
  now?: () => number
  /** A short number to find an error again in the log. */
  reference?: () => string
}

/** Hansa in Slack, under any receiver. It starts nothing by itself. */
export function slackApp(options: SlackAppOptions): App {
  const { desk, receiver, authorize, seen = rememberSeen(), running = trackRunning() } = options
  const { now = performance.now.bind(performance), reference = shortNumber, clientOptions = {} } = options
  const log = redactingSlack(options.log)
  const app = new bolt.App({ receiver, authorize, clientOptions, logger: boltLog(log), convoStore: false })
  const turn = keepTurns({ log, running, now, reference, apology })
  const { digest } = options
  const pictures = picturesFor(options.pictureOf, log)
  const ask = askAs(desk, digest)
  const front: ListenerDeps = { desk, turn, pictures, ask, ...(digest && { digest }) }
  app.use(onlyOnce(seen, log))
  app.command(/.*/, onCommand(front))
  // Together these three hear every press, and the two after them every window: unheard, it would hang for three seconds.
  app.action(JUDGE, onJudge(front))
  app.action(REPORT, onReport(front))
  app.action(/^(?!judge:|report:)/, onPress(front))
  app.view(REPORT_WINDOW, onReported(front))
  app.view(new RegExp(`(?!${REPORT_WINDOW.source})^`), onUnknownWindow)
  app.event('app_mention', onMention(front))
  app.event('message', onDirectMessage(front))
  app.event('app_home_opened', onHome(front))
  app.error(async (err) => log.error({ err }, 'Bolt could not hand over a delivery'))
  return app
}

function shortNumber(): string {
  return randomUUID().slice(0, 8)
}

type Delivery = AnyMiddlewareArgs & AllMiddlewareArgs

/** A delivery that was handled before is acknowledged and left alone. */
export function onlyOnce(seen: Seen, log: Log) {
  const isFirst = firstTimeOnly(seen, log)
  return async ({ body, next, ...args }: Delivery): Promise<void> => {
    const id = 'event_id' in body ? body.event_id : 'trigger_id' in body ? body.trigger_id : undefined
    if (typeof id !== 'string' || (await isFirst(id))) return next()
    log.info({ retry: args.context.retryNum }, 'a delivery came again')
    if ('ack' in args && args.ack) await (args.ack as () => Promise<void>)()
  }
}
