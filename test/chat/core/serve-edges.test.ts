import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { close, type Handle, listen, SetupError } from '../../../src/chat/core/http-server.ts'
import { type Edge, serveEdges } from '../../../src/chat/core/serve-edges.ts'
import { keepLog } from '../slack/pretend/pretend.ts'

/** An edge that answers one path with its name, and writes down what becomes of it. */
function toy(name: string, happened: string[], { path = `/${name}`, begins = true } = {}): Edge {
  return async ({ routes }) => {
    routes.on('GET', path, (_request, response) => response.end(name))
    return {
      mode: name,
      parts: [
        { part: name, trouble: () => (happened.includes(`${name} is cut`) ? 'It is cut.' : undefined) },
      ],
      async begin() {
        if (!begins) throw new SetupError(`${name} cannot begin.`)
        happened.push(`${name} begins`)
      },
      stop: async () => void happened.push(`${name} stops`),
    }
  }
}

const given = { log: keepLog().log, host: '127.0.0.1', port: 0 }

test('any edges share one server, each with paths of its own, and one health tells of all', async (t) => {
  const happened: string[] = []
  const { url, stop } = await serveEdges([toy('one', happened), toy('two', happened)], given)
  t.after(stop)
  const read = async (path: string) => (await fetch(url + path)).text()
  assert.deepEqual([await read('/one'), await read('/two')], ['one', 'two'])
  assert.equal((await fetch(`${url}/three`)).status, 404)
  assert.equal(await read('/health'), JSON.stringify({ ok: true, mode: 'one+two', running: 0 }))
  happened.push('two is cut')
  const health = await fetch(`${url}/health`)
  assert.equal(health.status, 503)
  assert.deepEqual(((await health.json()) as { troubles: unknown }).troubles, [
    { part: 'two', says: 'It is cut.' },
  ])
})

test('an instance that leaves says so in its health, answers on, and keeps no connection for a further request', async (t) => {
  const { url, health, leave, stop } = await serveEdges([toy('one', [])], given)
  t.after(stop)
  assert.equal((await fetch(`${url}/one`)).headers.get('connection'), 'keep-alive')
  await leave(1)
  assert.equal(health().ok, false)
  assert.match(await (await fetch(`${url}/health`)).text(), /Hansa is stopping/)
  const answer = await fetch(`${url}/one`)
  assert.deepEqual([await answer.text(), answer.headers.get('connection')], ['one', 'close'])
})

test('a request over a connection that was taken in before the stop is answered by an edge that still works', async () => {
  const happened: string[] = []
  const { url, stop } = await serveEdges([toy('one', happened)], given)
  const line = connect(Number(new URL(url).port), '127.0.0.1')
  line.write('GET /one HTTP/1.1\r\n')
  await setTimeout(50)
  const stopping = stop()
  await setTimeout(50)
  assert.deepEqual(happened, ['one begins'])
  line.write('host: localhost\r\n\r\n')
  assert.match(await text(line), /^HTTP\/1.1 200 OK.*one$/s)
  await stopping
  assert.deepEqual(happened, ['one begins', 'one stops'])
})

test('connections that come while the process is busy with its stop are answered, each', async (t) => {
  const { url, stop } = await serveEdges([toy('one', [])], given)
  const connected = new Int32Array(new SharedArrayBuffer(4))
  const client = new Worker(CLIENT, {
    eval: true,
    workerData: { port: Number(new URL(url).port), connected },
  })
  t.after(() => client.terminate())
  const told = once(client, 'message')
  await once(client, 'online')
  // In the turn in which it is told to stop, and before it closes: for as long as the other one takes to connect so often.
  setImmediate(() => {
    client.postMessage('connect')
    Atomics.wait(connected, 0, 0, 30_000)
  })
  const stopping = stop()
  const [answers] = await told
  assert.equal(answers.length, 40)
  for (const answer of answers) assert.match(answer, /^HTTP\/1.1 200 OK.*one$/s)
  await stopping
})

test('a stop closes the door at once, however fast requests come in, and answers those', async () => {
  let [answered, open] = [0, true]
  const handle: Handle = (_request, response) => {
    // Busy for longer than a turn in which nothing happens.
    for (const until = performance.now() + 2; performance.now() < until; );
    answered += open ? 1 : 0
    response.end('one')
  }
  const server = await listen(handle, { host: '127.0.0.1', port: 0 })
  const { port } = server.address() as AddressInfo
  const lanes = Array.from({ length: 6 }, async () => {
    try {
      for (;;) assert.equal(await (await fetch(`http://127.0.0.1:${port}`)).text(), 'one')
    } catch {
      // Nobody listens any more.
    }
  })
  await setTimeout(50)
  const before = answered
  const closed = close(server, 1000)
  while (server.listening) await setTimeout(1)
  open = false
  await Promise.all([...lanes, closed])
  assert.ok(answered - before < 20, `${answered - before} answered before it closed`)
})

/** Forty connections; each asks a moment after all of them stand. */
const CLIENT = `
  const { workerData: { port, connected }, parentPort } = require('node:worker_threads')
  const { connect } = require('node:net')
  const { once } = require('node:events')
  const { text } = require('node:stream/consumers')
  parentPort.once('message', async () => {
    const lines = Array.from({ length: 40 }, () => connect(port, '127.0.0.1'))
    const answers = lines.map((line) => text(line).catch((error) => error.code))
    await Promise.all(lines.map((line) => once(line, 'connect')))
    Atomics.store(connected, 0, 1)
    Atomics.notify(connected, 0)
    setTimeout(() => {
      for (const line of lines) line.write('GET /one HTTP/1.1\\r\\nhost: localhost\\r\\nconnection: close\\r\\n\\r\\n')
    }, 50)
    parentPort.postMessage(await Promise.all(answers))
  })`

test('when one edge cannot begin, those that did are stopped, nothing listens, and its sentence is thrown', async () => {
  const happened: string[] = []
  let url = ''
  const first: Edge = async (shared) => {
    const served = await toy('one', happened)(shared)
    return {
      ...served,
      begin: async (at) => {
        url = at
      },
    }
  }
  const edges = [first, toy('two', happened, { begins: false })]
  await assert.rejects(serveEdges(edges, given), { name: 'SetupError', message: 'two cannot begin.' })
  assert.deepEqual(happened, ['one stops', 'two stops'])
  await assert.rejects(fetch(url))
})

test('no edge takes another’s path', async () => {
  const edges = [toy('one', [], { path: '/same' }), toy('two', [], { path: '/same' })]
  await assert.rejects(serveEdges(edges, given), /two edges want GET \/same/)
})
