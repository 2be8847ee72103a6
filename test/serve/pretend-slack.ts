import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestContext } from 'node:test'

/**
 * A Slack that knows our token and takes all that it is sent; `held` keeps it from answering one method. `posted`: with which
 * token something was posted, and in which channel.
 */
export async function pretendSlack(t: TestContext) {
  const slack = {
    url: '',
    calls: [] as string[],
    posted: [] as string[],
    held: undefined as string | undefined,
    release: () => {},
  }
  const { promise, resolve } = Promise.withResolvers<void>()
  slack.release = resolve
  const me = { ok: true, user_id: 'U0HANSA', bot_id: 'B0HANSA', user: 'hansa', team: 'Policy', team_id: 'T1' }
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    slack.calls.push(method)
    if (method === 'chat.postMessage') slack.posted.push(await postedIn(request))
    else request.resume()
    if (method === slack.held) await promise
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(method === 'auth.test' ? me : { ok: true, ts: '1.1', channel: 'C1' }))
  }).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  slack.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  return slack
}

async function postedIn(request: IncomingMessage): Promise<string> {
  const token = request.headers.authorization?.replace('Bearer ', '')
  return `${token} ${new URLSearchParams(await text(request)).get('channel')}`
}
