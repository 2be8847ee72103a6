import assert from 'node:assert/strict'
import { once } from 'node:events'
import { cpSync, truncateSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { PAGE_ROWS, rowsIn, Unusable } from '../../../src/growing/leads/query-service.ts'
import { TODAY } from '../../small-knowledge.ts'
import { aServer } from '../../verify/a-web.ts'
import { allOf, emptyFolder, FIXTURE, fileWith, hansa } from '../folders.ts'
import { answerOf, asked, DORTMUND_ROW, rowsOf, saying } from './pretend-service.ts'

const MOST_OF_A_PAGE = 7_900_000
const many = (one: (n: number) => string) =>
  Array.from({ length: Math.floor(MOST_OF_A_PAGE / (one(1e6).length + 1)) }, (_, n) => one(n)).join()

/** Nothing takes up more when it is read than what is empty, or each of another name. */
const GREEDY: Readonly<Record<string, string>> = {
  'empty rows': `{"results":{"bindings":[${many(() => '{}')}]}}`,
  'rows of nothing': `{"results":{"bindings":[${many(() => '[]')}]}}`,
  'empty things beside the rows': `{"head":[${many(() => '{}')}]}`,
  'one row of many names': `{"results":{"bindings":[{${many((n) => `"${n}":{"value":""}`)}}]}}`,
}

test('whatever a page holds, little memory is enough to refuse it', async (t) => {
  for (const [name, page] of Object.entries(GREEDY)) {
    const listener = saying(page)
    const worker = new Worker(ASKING, {
      eval: true,
      workerData: {
        module: new URL('../../../src/serve/query-service.ts', import.meta.url).href,
        service: {
          url: `${await aServer(t, listener)}/sparql`,
          allowLoopback: true,
          cache: emptyFolder(t),
          today: TODAY,
        },
      },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const [said] = await once(worker, 'message')
    assert.match(said, /^its answer is JSON, and not a result|^it gives more rows|^taken$/, name)
  }
})

const ASKING = `const { parentPort, workerData: { module, service } } = require('node:worker_threads')
import(module)
  .then(({ askService }) => askService({ ...service, onPage() {}, times: { pause: 0, retry: 0 } }))
  .then(() => 'taken', (error) => error.message)
  .then((said) => parentPort.postMessage(said))`

const FAULTS: Readonly<Record<string, readonly [RequestListener, RegExp, seconds?: number]>> = {
  wrong: [saying('{"results":{"bindings":"none"}}'), /^its answer is JSON, and not a result of a query$/],
  'a page for people': [saying('<html>Too many requests</html>'), /^its answer is no JSON \(“<html>/],
  refused: [saying('', 403), /^it answers 403$/],
  failing: [saying('java.util.concurrent.TimeoutException', 500), /^it answers 500$/],
  'asking to wait': [
    (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
    /^it asks to wait 3600 seconds$/,
  ],
  slow: [() => {}, /^it took longer than 0\.2 s$/, 0.2],
  cut: [saying(answerOf([DORTMUND_ROW]).slice(0, -9)), /^its answer breaks off$/],
  'cut on the way': [
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"results":')
      setImmediate(() => response.destroy())
    },
    /^(its host hung up|the connection failed)/,
  ],
  huge: [
    (_, response) => response.writeHead(200, { 'content-length': '30000000' }).end(),
    /^it is larger than 8 MB$/,
  ],
  'without an end': [
    (_, response) => {
      response.writeHead(200)
      pipeline(Readable.from(endless()), response, () => {})
    },
    /^it is larger than 8 MB$/,
  ],
  'dripping without an end': [
    (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drip))
    },
    /^it took longer than 0\.2 s$/,
    0.2,
  ],
  'packed, and unpacks to gigabytes': [
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60_000_000, 32))),
    /^it is larger than 8 MB$/,
  ],
  'packed wrongly': [
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"results":'),
    /^it is packed wrongly$/,
  ],
  empty: [saying(''), /^its answer is empty$/],
  'nothing but blanks': [saying(' \n\u0000'), /^its answer is empty$/],
  'nested a hundred thousand deep': [
    saying(`{"results":{"bindings":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`),
    /^its answer is JSON, and not a result of a query$/,
  ],
  'of other types': [
    saying('{"results":{"bindings":[{"code":{"value":5}},{"code":[]},7]}}'),
    /^its answer is JSON, and not a result of a query$/,
  ],
  'longer than it was asked for': [
    saying(answerOf(rowsOf(PAGE_ROWS + 1))),
    /^it gives more rows than it was asked for$/,
  ],
}

function* endless() {
  for (;;) yield Buffer.alloc(1_000_000, 32)
}

for (const [name, [listener, why, seconds]] of Object.entries(FAULTS)) {
  test(`an answer of the service that is ${name} ends in one clause`, async (t) => {
    await assert.rejects(asked(t, listener, seconds), (error) => {
      assert.ok(error instanceof Unusable)
      assert.match(error.message, why)
      return true
    })
  })
}

test('of an answer that cannot be used nothing is written, and one sentence says so', async (t) => {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  for (const asked of [[], ['Leeds']])
    assert.match((await hansa(folder, ['leads', ...asked])).stdout, /^No list has been fetched yet\. /)
  const empty = fileWith(t, 'empty.json', '')
  const refused = (more = '') =>
    `The list cannot be used: its answer is empty. Nothing was written${more}. Try again later.\n`
  assert.equal((await hansa(folder, ['leads', 'fetch', '--from', empty])).stderr, refused())
  const good = fileWith(t, 'good.json', answerOf([DORTMUND_ROW]))
  assert.match((await hansa(folder, ['leads', 'fetch', '--from', good])).stdout, /^Wrote 1 lead to /)
  assert.equal(
    (await hansa(folder, ['leads', 'fetch', '--from', empty])).stderr,
    refused('; the leads of before still stand'),
  )
  const before = allOf(folder)
  const huge = fileWith(t, 'huge.json', '{')
  truncateSync(huge, 400_000_000)
  const files = {
    [huge]: /huge\.json is larger than 25 MB/,
    // It has no size, as what comes through a pipe has none.
    '/dev/zero': /\/dev\/zero is larger than 25 MB/,
    [fileWith(t, 'cut.json', answerOf([DORTMUND_ROW]).slice(0, -9))]: /its answer breaks off/,
    [fileWith(t, 'page.json', '<b>\u001b[31mBusy</b>')]: /its answer is no JSON \(“<b> ?\[31mBusy<\/b>”\)/,
    [fileWith(t, 'none.json', answerOf([]))]: /^The list names 0 links of UK places/,
  }
  for (const [file, why] of Object.entries(files)) {
    const { status, stdout, stderr } = await hansa(folder, ['leads', 'fetch', '--from', file])
    assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [1, '', 1])
    assert.match(stderr, why)
    assert.match(stderr, /Nothing was written; /)
    assert.deepEqual(allOf(folder), before)
  }
})

test('hostile values of the service become nothing, or a name in one line', async () => {
  const [row] = rowsIn(
    answerOf([
      {
        statement: '__proto__',
        code: "E08000035'; DROP",
        geonames: '../../etc',
        twinLabel: `Dort\u202Emund\n\tplaces:\u0000 ${'x'.repeat(5000)}`,
        country: 'deu',
        since: '9999-99-99T00:00:00Z',
        url: 'javascript:alert(1)',
      },
    ]),
  )
  assert.deepEqual(Object.keys(row?.listed ?? {}), ['twinName'])
  assert.match(row?.listed.twinName ?? '', /^Dortmund places: x{83}$/)
  assert.deepEqual(rowsIn('{"results":{"bindings":[{"__proto__":{"value":"x"}}]}}')[0]?.listed, {})
  assert.throws(() => rowsIn('['.repeat(100_000)), Unusable)
})
