import assert from 'node:assert/strict'
import { request } from 'node:http'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import fc from 'fast-check'
import { serveEdges } from '../../../src/chat/core/serve-edges.ts'
import { mcpEdge } from '../../../src/chat/mcp/serve-mcp.ts'
import { anyCharacter, webAddress } from '../../any-character.ts'
import { keepLog } from '../slack/pretend/pretend.ts'
import { testHoldings } from './holdings.ts'

const TOKEN = 'a-token-of-this-test-0123456789'
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `minute`: milliseconds that pass between two requests. */
async function served(t: TestContext, { minute = 60_000 } = {}) {
  let time = 0
  const { log, lines } = keepLog()
  const held = testHoldings()
  const edge = mcpEdge({
    token: TOKEN,
    hosts: ['hansa.example.org'],
    version: '1',
    holdings: async () => held,
    now: () => (time += minute),
  })
  const { url, stop } = await serveEdges([edge], { log, host: '127.0.0.1', port: 0 })
  t.after(stop)
  return { url: `${url}/mcp`, lines, stop }
}

const RIGHT = {
  authorization: `Bearer ${TOKEN}`,
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}
const HELLO = { jsonrpc: '2.0', id: 1, method: 'ping' }

/** As `fetch`, with headers that it would not send. */
async function status(
  url: string,
  headers: Record<string, string>,
  body = JSON.stringify(HELLO),
  method = 'POST',
) {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const sent = request(url, { method, headers }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? 0))
  })
  sent.on('error', reject)
  sent.end(method === 'POST' ? body : undefined)
  return promise
}

for (const versionNegotiation of [undefined, { mode: 'auto' as const }])
  test(`an assistant asks over HTTP${versionNegotiation ? ', in the newer protocol' : ''}`, async (t) => {
    const { url } = await served(t)
    const client = new Client(
      { name: 'an assistant', version: '1' },
      versionNegotiation && { versionNegotiation },
    )
    await client.connect(
      new StreamableHTTPClientTransport(new URL(url), { authProvider: { token: async () => TOKEN } }),
    )
    t.after(() => client.close())
    const { structuredContent } = await client.callTool({ name: 'twins', arguments: { place: 'Leeds' } })
    assert.match(JSON.stringify(structuredContent), /"heading":"Leeds: 9 links on record"/)
  })

test('an assistant asks over standard input and output, and its leaving ends the command', async (t) => {
  const client = new Client({ name: 'an assistant', version: '1' })
  const env = { ...process.env, HANSA_KNOWLEDGE: at('../../fixtures/knowledge-small'), LOG_LEVEL: 'silent' }
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [at('../../../src/bin.js'), 'mcp'],
    env: env as Record<string, string>,
  })
  await client.connect(transport)
  t.after(() => client.close())
  const { structuredContent } = await client.callTool({ name: 'twins', arguments: { place: 'Leeds' } })
  assert.match(JSON.stringify(structuredContent), /"outcome":"found"/)
  await client.close()
})

test('without the token, from a foreign page or under a foreign name nobody is answered', async (t) => {
  const { url } = await served(t)
  const { authorization, ...without } = RIGHT
  assert.equal(await status(url, without), 401)
  assert.equal(await status(url, { ...RIGHT, authorization: `${authorization}x` }), 401)
  assert.equal(await status(url, { ...RIGHT, origin: 'https://evil.example' }), 403)
  assert.equal(await status(url, { ...RIGHT, origin: 'null' }), 403)
  assert.equal(await status(url, { ...RIGHT, host: 'evil.example' }), 403)
  assert.equal(await status(url, { ...RIGHT, host: 'hansa.example.org' }), 200)
  assert.equal(await status(url, { ...RIGHT, origin: 'https://hansa.example.org' }), 200)
  assert.equal(await status(url, RIGHT, '', 'GET'), 405)
})

test('who asks too much is told to wait, and answered again after that', async (t) => {
  const { url } = await served(t, { minute: 0 })
  const statuses: number[] = []
  for (let asked = 0; asked < 121; asked++) statuses.push(await status(url, RIGHT))
  assert.deepEqual([statuses[0], statuses[119], statuses[120]], [200, 200, 429])
})

test('who has no token takes no answer away from who has it, though both come from one address', async (t) => {
  const { url } = await served(t, { minute: 0 })
  const { authorization: _token, ...without } = RIGHT
  const statuses: number[] = []
  for (let asked = 0; asked < 122; asked++) statuses.push(await status(url, without))
  assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429])
  assert.equal(await status(url, RIGHT), 200)
})

test('what is called off in the request that asks for it is answered, and holds no stream open and no stop', async (t) => {
  const { url, stop } = await served(t)
  const asked = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'twins', arguments: { place: 'Leeds' } },
  }
  const off = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }
  for (const batch of [
    [asked, off],
    [off, asked],
  ]) {
    const response = await fetch(url, { method: 'POST', headers: RIGHT, body: JSON.stringify(batch) })
    assert.match(await response.text(), /Dortmund/)
  }
  await stop()
})

/** 2,000 with HANSA_EXHAUSTIVE=1. */
const ODD = process.env.HANSA_EXHAUSTIVE ? 2000 : 60

test('no odd request ends the server or is answered with a fault of ours', async (t) => {
  const { url, lines } = await served(t)
  const message = fc.oneof(
    fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.oneof(fc.nat(), fc.string(), fc.constant(null)),
      method: fc.constantFrom(
        'tools/call',
        'tools/list',
        'resources/read',
        'resources/list',
        'initialize',
        'subscriptions/listen',
        'notifications/cancelled',
        'nothing',
      ),
      params: fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.record({
          name: fc.constantFrom('twins', 'report', 'ask', 'cite', 'coverage', 'toString'),
          arguments: fc.oneof(
            fc.jsonValue({ maxDepth: 2 }),
            fc.dictionary(
              fc.constantFrom('place', 'other', 'question', 'record', 'page', 'area', 'topic'),
              fc.jsonValue(),
            ),
            fc.record({
              question: fc.string({ unit: anyCharacter }),
              place: fc.string({ unit: 'grapheme' }),
            }),
          ),
        }),
        fc.record({
          uri: fc.oneof(fc.string(), webAddress, fc.constant('hansa://source/%00')),
          cursor: fc.string(),
        }),
        fc.record({ requestId: fc.nat({ max: 3 }) }),
      ),
    }),
    fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.nat({ max: 3 }),
      method: fc.constant('tools/call'),
      params: fc.constant({ name: 'twins', arguments: { place: 'Leeds' } }),
    }),
  )
  const odd = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.json({ maxDepth: 4 }),
    message,
    fc.array(message, { maxLength: 6 }),
  )
  const body = odd.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  const headers = fc.constantFrom(
    RIGHT,
    { ...RIGHT, 'content-type': 'text/plain' },
    { ...RIGHT, accept: 'text/html' },
    { ...RIGHT, 'mcp-protocol-version': 'yesterday' },
    { ...RIGHT, 'mcp-protocol-version': '2026-07-28' },
  )
  await fc.assert(
    fc.asyncProperty(body, headers, async (sent, with_) => {
      const answered = await status(url, with_, sent)
      assert.ok(answered >= 200 && answered < 500, `${answered} for ${sent}`)
    }),
    { numRuns: ODD, seed: 20 },
  )
  assert.equal(await status(url, RIGHT, JSON.stringify(HELLO)), 200)
  assert.equal(await status(url, RIGHT, JSON.stringify({ ...HELLO, params: 'x'.repeat(300_000) })), 413)
  assert.deepEqual(
    lines.filter(({ level }) => level === 'error'),
    [],
  )
})
