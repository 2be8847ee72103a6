import bolt, { type Logger } from '@slack/bolt'
import { type Log, redacting } from '../../../answer/log.ts'
import { SLACK_SECRETS } from './settings.ts'

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
