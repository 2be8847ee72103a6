import { randomUUID } from 'node:crypto'
import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  Authorize,
  Logger,
  Receiver,
  webApi,
} from '@slack/bolt'
import bolt from '@slack/bolt'
import type { Desk } from '../../../answer/answer.ts'
import type { RecordChange } from '../../../answer/change.ts'
import { type Log, redacting } from '../../../answer/log.ts'
import type { Moment } from '../../../digest/schedule/moment.ts'
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
import type { PictureOf } from '../../core/own-addresses.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import type { TakeAlong } from '../../core/taking.ts'
import { apology } from '../blocks/message.ts'
import { KEEP } from '../install/app.ts'
import { NotInstalled } from '../install/homes.ts'
import type { SlackAsker } from '../listeners/asker.ts'
import { DECIDE, onChanged, onDecide, onRejected, REASON_WINDOW } from '../listeners/decide.ts'
import type { ListenerDeps } from '../listeners/listener-deps.ts'
import { LOOK, LOOK_WINDOW, onLook, onNamed } from '../listeners/look.ts'
import { onHome } from '../listeners/on-home.ts'
import { JUDGE, onJudge, onPress } from '../listeners/on-press.ts'
import { onCommand, onDirectMessage, onMention } from '../listeners/on-question.ts'
import { picturesFor } from '../listeners/picture.ts'
import { CHANGE_WINDOW, PROPOSE_WINDOW } from '../listeners/proposal-window.ts'
import { onKeep, onNames, onPropose, onProposed, PROPOSE } from '../listeners/propose.ts'
import { onReport, onReported, onUnknownWindow, REPORT, REPORT_WINDOW } from '../listeners/report-error.ts'
import { savingAs } from '../listeners/save.ts'
import { onSchedule, onScheduleSaved, SCHEDULE, SCHEDULE_WINDOW } from '../listeners/schedule-window.ts'
import { onSettings, onSettingsSaved, SETTINGS, SETTINGS_WINDOW } from '../listeners/settings-window.ts'
import { SLACK_SECRETS } from './settings.ts'

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
  /** Answers as files, sent where `files:write` is granted; elsewhere they are text to copy. */
  takeAlong?: TakeAlong
  canUpload?: boolean
  /** The weekly digest and the memory behind it. */
  digest?: DigestSide<SlackAsker>
  proposals?: ProposalDesk
  /** Whether a window can ask us for names while somebody types one. */
  completes?: boolean
  /** Writes down who shared what; nothing by default. */
  record?: RecordChange
  /** A workspace has left: all there is of it is to be deleted. */
  onLeft?: (workspace: string, at: Moment) => Promise<void>
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
  const { digest, proposals } = options
  const pictures = picturesFor(options.pictureOf, log)
  const ask = askAs(desk, digest)
  const { record = async () => undefined } = options
  const front: ListenerDeps = {
    desk,
    turn,
    pictures,
    saving: savingAs(options.takeAlong, options.canUpload),
    ask,
    record,
    ...(digest && { digest }),
    ...(proposals && { proposals }),
    ...(options.completes && { completes: true }),
  }
  app.use(onlyOnce(seen, log))
  app.command(/.*/, onCommand(front))
  // Together these hear every press, and those after them every window: unheard, it would hang for three seconds.
  app.action(JUDGE, onJudge(front))
  app.action(REPORT, onReport(front))
  app.action(SETTINGS, onSettings(front))
  app.action(SCHEDULE, onSchedule(front))
  app.action(PROPOSE, onPropose(front))
  app.action(DECIDE, onDecide(front))
  app.action(LOOK, onLook(front))
  app.action(/^(?!judge:|report:|settings:|schedule:|propose:|decide:|look:)/, onPress(front))
  app.view(REPORT_WINDOW, onReported(front))
  app.view(SETTINGS_WINDOW, onSettingsSaved(front))
  app.view(SCHEDULE_WINDOW, onScheduleSaved(front))
  app.view(PROPOSE_WINDOW, onProposed(front))
  app.view(REASON_WINDOW, onRejected(front))
  app.view(CHANGE_WINDOW, onChanged(front))
  app.view(LOOK_WINDOW, onNamed(front))
  app.options({ type: 'block_suggestion' }, onNames(front))
  app.shortcut({ callback_id: KEEP, type: 'message_action' }, onKeep(front))
  app.shortcut(new RegExp(`^(?!${KEEP}$)`), ({ ack }) => ack())
  const windows = [PROPOSE_WINDOW, REASON_WINDOW, CHANGE_WINDOW, LOOK_WINDOW]
  const known = [
    REPORT_WINDOW.source,
    SETTINGS_WINDOW.source,
    SCHEDULE_WINDOW.source,
    ...windows.map((name) => `^${name}$`),
  ]
  app.view(new RegExp(`(?!${known.join('|')})^`), onUnknownWindow)
  app.event('app_mention', onMention(front))
  app.event('message', onDirectMessage(front))
  app.event('app_home_opened', onHome(front))
  if (options.onLeft) {
    app.event('app_uninstalled', onLeft(options.onLeft))
    app.event('tokens_revoked', onLeft(options.onLeft))
  }
  app.error(async (err) => {
    const cause = 'original' in err ? err.original : err
    if (cause instanceof NotInstalled)
      log.info({ workspace: cause.workspace }, 'a delivery from where Hansa is not installed')
    else log.error({ err }, 'Bolt could not hand over a delivery')
  })
  return app
}

function shortNumber(): string {
  return randomUUID().slice(0, 8)
}

type Left = { event: object; body: { team_id?: string; event_time?: number } }

/**
 * Slack may send both words that we left, in any order and more than once. Where only a person's token was taken back, we
 * have not left.
 */
function onLeft(deleteAll: NonNullable<SlackAppOptions['onLeft']>) {
  return async ({ event, body: { team_id, event_time } }: Left): Promise<void> => {
    if ('tokens' in event && !(event.tokens as { bot?: readonly string[] }).bot?.length) return
    if (!team_id || !event_time) return
    await deleteAll(team_id, `${new Date(event_time * 1000).toISOString().slice(0, 19)}Z`)
  }
}

type Delivery = AnyMiddlewareArgs & AllMiddlewareArgs

/** A delivery that was handled before is acknowledged and left alone. */
export function onlyOnce(seen: Seen, log: Log) {
  const { isFirst, answered } = firstTimeOnly(seen, log)
  return async ({ body, next, ...args }: Delivery): Promise<void> => {
    const id = 'event_id' in body ? body.event_id : 'trigger_id' in body ? body.trigger_id : undefined
    if (typeof id !== 'string') return next()
    if (await isFirst(id)) {
      await next()
      return answered(id)
    }
    log.info({ retry: args.context.retryNum }, 'a delivery came again')
    if ('ack' in args && args.ack) await (args.ack as () => Promise<void>)()
  }
}

/** The same log, which never sees a secret of Slack's. */
export function redactingSlack(log: Log): Log {
  return redacting(log, SLACK_SECRETS)
}

/** Bolt's lines in our log. Its debug lines hold whole requests with their texts, so they are only passed on if asked for. */
export function boltLog(log: Log, debug = false): Logger {
  const to =
    (level: keyof Log) =>
    (...said: unknown[]): void =>
      log[level]({ from: 'bolt', ...errorIn(said) }, said.map(text).join(' '))
  return {
    debug: debug ? to('debug') : () => undefined,
    info: to('info'),
    warn: to('warn'),
    error: to('error'),
    setLevel: () => undefined,
    getLevel: () => (debug ? bolt.LogLevel.DEBUG : bolt.LogLevel.INFO),
    setName: () => undefined,
  }
}

function errorIn(said: readonly unknown[]): { err?: Error } {
  const err = said.find((each) => each instanceof Error)
  return err ? { err } : {}
}

function text(said: unknown): string {
  if (typeof said === 'string') return said
  return said instanceof Error ? said.message : (JSON.stringify(said) ?? String(said))
}
