import { createServer } from 'node:http'
import type { Chance } from '../search/chance.ts'
import type { FastClock } from './fast-clock.ts'

/** `takenAt` and `postAt`: seconds of the fast clock. */
type Message = {
  id: string
  workspace: string
  channel: string
  text: string
  takenAt: number
  postAt: number
}

/** A Slack on loopback that loses, delays and refuses requests, and knows what it has shown. */
export type FakeSlack = {
  url: string
  /** Messages shown by now, by workspace (the one of the token) and channel: `T1 C3X0`. */
  shown(): Map<string, Message[]>
  /** What happened to requests. */
  counts: Record<string, number>
  /** What was asked of a channel, in order: the second of the fast clock, the call, and what became of it. */
  calls: Map<string, string[]>
  /** No trouble from now on. */
  calm(): void
  close(): void
}

/** Seconds of the fast clock that a delayed request waits, at most: longer than the client waits for it. */
const DELAY = 14

/** Of so many minutes, so many in which every list is junk. */
const EVERY = 17
const OUT_OF_ORDER = 4

export async function fakeSlack(clock: FastClock, chance: Chance, junkShare = 0.02): Promise<FakeSlack> {
  const messages: Message[] = []
  const counts: Record<string, number> = {}
  const calls = new Map<string, string[]>()
  let ids = 0
  let troubled = true

  const server = createServer(async (request, response) => {
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk)
    const args = new URLSearchParams(Buffer.concat(body).toString())
    const method = request.url?.split('/').at(-1) ?? ''
    const workspace = request.headers.authorization?.replace('Bearer xoxb-', '') ?? ''
    const fate = troubled ? fateNow(method) : 'ok'
    counts[fate] = (counts[fate] ?? 0) + 1
    const where = `${workspace} ${args.get('channel')}`
    calls.set(where, [...(calls.get(where) ?? []), `${clock.seconds().toFixed(1)} ${method} ${fate}`])
    if (fate === 'dropped before') return request.socket.destroy()
    if (fate === '500 before') return void response.writeHead(500).end('oops')
    if (fate === '429') return void response.writeHead(429, { 'retry-after': '20' }).end()
    if (fate === 'delayed') await clock.sleep(chance() * DELAY)
    if (fate === 'list out of order' || fate === 'junk instead')
      return void response.writeHead(200).end(junk())
    const result = act(workspace, method, args)
    if (fate === 'junk after') return void response.writeHead(200).end(junk(JSON.stringify(result)))
    if (fate === 'dropped after') return request.socket.destroy()
    if (fate === '500 after') return void response.writeHead(500).end('oops')
    const date = new Date(clock.seconds() * 1000).toUTCString()
    response.writeHead(200, { 'content-type': 'application/json', date }).end(JSON.stringify(result))
  })

  function fateNow(method: string): string {
    const minute = Math.floor(clock.seconds() / 60) % EVERY
    return method === 'chat.scheduledMessages.list' && minute < OUT_OF_ORDER
      ? 'list out of order'
      : fateOf(chance(), junkShare)
  }

  /** What stands between Slack and us: a page of HTML, half a reply, or nothing. */
  function junk(reply = '{"ok":true,"scheduled_messages":[]}'): string {
    const bodies = [
      '<!doctype html><title>Sign in to the network</title>',
      reply.slice(0, reply.length / 2),
      '',
    ]
    return bodies[Math.floor(chance() * bodies.length)] ?? ''
  }

  function act(workspace: string, method: string, args: URLSearchParams): object {
    const channel = args.get('channel') ?? ''
    const now = clock.seconds()
    switch (method) {
      case 'chat.scheduleMessage': {
        const postAt = Number(args.get('post_at'))
        if (postAt <= now) return { ok: false, error: 'time_in_past' }
        const id = `Q${++ids}`
        const text = args.get('text') ?? ''
        messages.push({ id, workspace, channel, text, takenAt: now, postAt })
        return { ok: true, channel, scheduled_message_id: id, post_at: postAt }
      }
      case 'chat.scheduledMessages.list': {
        const waiting = messages.filter(
          (one) => one.workspace === workspace && one.channel === channel && one.postAt > now,
        )
        return {
          ok: true,
          scheduled_messages: waiting.map(({ id, text, postAt }) => ({
            id,
            channel_id: channel,
            text,
            post_at: postAt,
          })),
          response_metadata: { next_cursor: '' },
        }
      }
      case 'chat.deleteScheduledMessage': {
        const at = messages.findIndex(
          (one) =>
            one.id === args.get('scheduled_message_id') &&
            one.workspace === workspace &&
            one.postAt > now + 60,
        )
        if (at < 0) return { ok: false, error: 'invalid_scheduled_message_id' }
        messages.splice(at, 1)
        return { ok: true }
      }
      case 'chat.postMessage':
        messages.push({
          id: `P${++ids}`,
          workspace,
          channel,
          text: args.get('text') ?? '',
          takenAt: now,
          postAt: now,
        })
        return { ok: true, channel, ts: String(now) }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/api/`,
    counts,
    calls,
    shown: () =>
      Map.groupBy(
        messages.filter(({ postAt }) => postAt <= clock.seconds()),
        ({ workspace, channel }) => `${workspace} ${channel}`,
      ),
    calm: () => {
      troubled = false
    },
    close: () => server.close().closeAllConnections(),
  }
}

/** Half of all requests meet some trouble; `junkShare` of them are answered with junk and status 200. */
function fateOf(draw: number, junkShare: number): string {
  const fates: readonly (readonly [string, number])[] = [
    ['dropped before', 0.07],
    ['dropped after', 0.08],
    ['500 before', 0.07],
    ['500 after', 0.06],
    ['429', 0.08],
    ['junk instead', junkShare / 2],
    ['junk after', junkShare / 2],
    ['delayed', 0.14],
  ]
  let left = draw
  for (const [fate, share] of fates) {
    if (left < share) return fate
    left -= share
  }
  return 'ok'
}
