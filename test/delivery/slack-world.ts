import type { TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { digestClient } from '../../src/chat/slack/digest/digest-client.ts'
import { slackPost } from '../../src/chat/slack/digest/digest-post.ts'
import type { DeliveryDeps } from '../../src/delivery/delivery-deps.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import { SQLITE } from '../store/engines.ts'
import { patientSleep } from '../until.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { pretendClock } from './pretend-platform.ts'

/**
 * What Slack makes of a request: a status; a code it refuses with; the system's own trouble; or a body that comes back
 * with status 200, after the request had its effect (`acts`) or not. Nothing: it works.
 */
export type Trouble = number | string | 'reply lost' | 'request lost' | Junk | undefined

export type Junk = { body: string; acts: boolean }

type Waiting = { id: string; channel: string; text: string; at: number }

/** The real client against a Slack that is a function: faults are those the network and Slack really have. */
export async function slackWorld(t: TestContext, { schedules = true } = {}) {
  const store = (await SQLITE.place(t)).open()
  await store.subscribe(POLICY)
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const seconds = () => Math.floor(clock.now().epochMilliseconds / 1000)
  const waiting: Waiting[] = []
  const posted: Waiting[] = []
  let ids = 0

  function act(method: string, args: URLSearchParams): object {
    const channel = args.get('channel') ?? ''
    const message = { id: `Q${++ids}`, channel, text: args.get('text') ?? '' }
    switch (method) {
      case 'chat.postMessage':
        posted.push({ ...message, at: seconds() })
        return { ok: true, ts: `${seconds()}.${ids}` }
      case 'chat.scheduleMessage': {
        const at = Number(args.get('post_at'))
        if (!schedules || at <= seconds())
          return { ok: false, error: schedules ? 'time_in_past' : 'unknown_method' }
        waiting.push({ ...message, at })
        return { ok: true, scheduled_message_id: message.id }
      }
      case 'chat.scheduledMessages.list': {
        if (!schedules) return { ok: false, error: 'unknown_method' }
        const here = waiting.filter((one) => one.channel === channel && one.at > seconds())
        return { ok: true, scheduled_messages: here.map(({ at, ...one }) => ({ ...one, post_at: at })) }
      }
      default: {
        const id = args.get('scheduled_message_id')
        const at = waiting.findIndex((one) => one.id === id && one.at > seconds() + 60)
        if (at < 0) return { ok: false, error: 'invalid_scheduled_message_id' }
        waiting.splice(at, 1)
        return { ok: true }
      }
    }
  }

  const world = {
    store,
    clock,
    calls: [] as string[],
    /** What happens to a request; may let time pass first. */
    trouble: (async () => undefined) as (method: string, args: URLSearchParams) => Promise<Trouble>,
    /** Does what a request that was on its way for long asks for. */
    arrives: act,
    shown: () =>
      [...posted, ...waiting.filter(({ at }) => at <= seconds())].map(
        ({ channel, at, text }) =>
          `${channel} ${new Date(at * 1000).toISOString().slice(5, 19)} ${text.split('\n')[0]}`,
      ),
    process(name: string, over: Partial<DeliveryDeps> = {}) {
      const post = slackPost(
        digestClient('xoxb-t', { slackApiUrl: 'http://slack/api/', fetch: answer, logger: QUIET }),
      )
      const log = { info() {}, warn() {}, error: (facts: object) => t.diagnostic(JSON.stringify(facts)) }
      const deps = {
        ...pretendDeps(clock, { store, post, name, log, ...over }),
        timezone: 'Europe/London',
      }
      const desk = createDigestDesk({ ...deps, sleep: patientSleep })
      return { loop: digestLoop(deps), desk, deps }
    },
    async ticking({ loop }: { loop: { tick(): Promise<void> } }, from: string, to: string, every = 30) {
      for (clock.set(from); Temporal.Instant.compare(clock.now(), to) <= 0; await clock.sleep(every))
        await loop.tick()
    },
  }

  async function answer(url: string | URL | Request, init?: RequestInit): Promise<Response> {
    const method = String(url).split('/').at(-1) ?? ''
    const args = new URLSearchParams(String(init?.body))
    const trouble = await world.trouble(method, args)
    world.calls.push(method)
    if (trouble === 'reply lost') act(method, args)
    if (trouble === 'reply lost' || trouble === 'request lost') throw broken('ECONNRESET')
    if (typeof trouble === 'string' && /^E[A-Z_]+$/.test(trouble)) throw broken(trouble)
    if (typeof trouble === 'number') return new Response('not Slack', { status: trouble })
    if (typeof trouble === 'object') {
      if (trouble.acts) act(method, args)
      return new Response(trouble.body, { headers: { date: new Date(seconds() * 1000).toUTCString() } })
    }
    const result = trouble === undefined ? act(method, args) : { ok: false, error: trouble }
    const headers = { 'content-type': 'application/json', date: new Date(seconds() * 1000).toUTCString() }
    return new Response(JSON.stringify(result), { headers })
  }

  return world
}

function broken(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

const QUIET = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
}
