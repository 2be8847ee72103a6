import { AsyncLocalStorage } from 'node:async_hooks'
import { webApi } from '@slack/bolt'
import type { Correction } from '../../../digest/desk.ts'
import { type Tending as TendingAll, tend as tendAll, tending as tendingAll } from '../../core/tending.ts'
import { button, row } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import { toldBySlack } from '../listeners/decide.ts'
import { dueMessage } from '../listeners/look.ts'

/** After this a call counts as lost. Milliseconds. */
const TIMEOUT = 10_000

/** Slack for the digest. No call is ever repeated by the library: only the store knows whether it may be. */
export type DigestClient = Pick<webApi.WebClient, 'chat' | 'users' | 'conversations'> &
  Pick<TimeHeard, 'listening'>

export function digestClient(token: string, options: webApi.WebClientOptions): DigestClient {
  const { fetch: hearing, listening } = hearingTheTime(options.fetch ?? fetch)
  const { chat, users, conversations } = new webApi.WebClient(token, {
    timeout: TIMEOUT,
    ...options,
    fetch: hearing,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  return { chat, users, conversations, listening }
}

/** What Slack's clock showed in the reply to one call, as `2026-11-30T09:00:00Z`; undefined without a reply. */
export type Heard = () => string | undefined

/** Slack's clock, read from its replies. */
type TimeHeard = {
  fetch: webApi.FetchFunction
  /** Makes a call, and hears the time in the reply to this call: another reply may be a week old. */
  listening<T>(call: (heard: Heard) => Promise<T>): Promise<T>
}

function hearingTheTime(inner: webApi.FetchFunction): TimeHeard {
  const calls = new AsyncLocalStorage<{ heard?: string }>()
  return {
    async fetch(url, init) {
      const response = await inner(url, init)
      const call = calls.getStore()
      const date = Date.parse(response.headers.get('date') ?? '')
      if (call && !Number.isNaN(date)) call.heard = new Date(date).toISOString().replace('.000Z', 'Z')
      return response
    },
    listening(call) {
      const reply: { heard?: string } = {}
      return calls.run(reply, () => call(() => reply.heard))
    },
  }
}

type Client = Pick<DigestClient, 'chat'>

type Tending = Omit<TendingAll, 'speaks'> & {
  client(workspace: string): Promise<Client | undefined>
}

/** See `core/tending.ts`. */
export function tend(options: Tending): Promise<void> {
  return tendAll(inSlack(options))
}

export function tending(options: Tending): { stop(): void } {
  return tendingAll(inSlack(options))
}

function inSlack({ client, ...options }: Tending): TendingAll {
  return {
    ...options,
    async speaks(workspace) {
      const slack = await client(workspace)
      return (
        slack && {
          proposer: toldBySlack(slack),
          thread: (one) => slack.chat.postMessage(correctionMessage(one)),
          curators: (channel, due) => slack.chat.postMessage({ channel, ...dueMessage(due) }),
        }
      )
    },
  }
}

function correctionMessage({ channel, thread, sentence, ask }: Correction) {
  const { text, blocks } = notice(sentence)
  const again = ask === '' ? [] : row([button('Ask again', 'ask:0', ask)])
  return { channel, thread_ts: thread, text, blocks: [...blocks, ...again] }
}
