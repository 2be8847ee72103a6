import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sealingWith } from '../../../src/chat/core/installations.ts'
import {
  type LeftOut,
  OWN_PATH,
  type OwnAddresses,
  ownAddresses,
} from '../../../src/chat/core/own-addresses.ts'
import { serveEdges } from '../../../src/chat/core/serve-edges.ts'
import { realFolder } from '../../real-folder.ts'

const SECRET = 'a secret of the operator, long enough'
const LEEDS = realFolder().desk.answer('twins Leeds')

async function addressOf({ mapOf }: Pick<OwnAddresses, 'mapOf'>): Promise<string> {
  const map = await mapOf(LEEDS)
  assert.ok(map && 'url' in map)
  return map.url
}

async function served(t: TestContext) {
  const errors: unknown[] = []
  const state: { now: number; bytes: () => Promise<Uint8Array | LeftOut> } = {
    now: Date.now(),
    bytes: async () => new Uint8Array([137, 80]),
  }
  const asked: string[] = []
  const of = (url: string, secret = SECRET) =>
    ownAddresses({
      url,
      sealing: sealingWith(secret),
      desk: {
        answer(question) {
          asked.push(question)
          return realFolder().desk.answer(question)
        },
      },
      pictureOf: async ({ heading }) => ({
        name: 'map.png',
        title: heading,
        alt: `Map: ${heading}`,
        bytes: () => state.bytes(),
      }),
      takeAlong: async (_, form) => `as ${form}`,
      log: { error: (...all) => void errors.push(all) },
      now: () => state.now,
    })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const edge = async ({ routes }: Parameters<Parameters<typeof serveEdges>[0][number]>[0]) => {
    routes.on('GET', OWN_PATH, of('').handle)
    return { mode: 'test', parts: [], stop: async () => {} }
  }
  const { url, stop } = await serveEdges([edge], { log, host: '127.0.0.1', port: 0 })
  t.after(stop)
  return { own: of(url), forged: of(url, 'another secret, as long as the other'), asked, state, errors }
}

test('a map and a file are fetched where the address says, and nothing in it can be read', async (t) => {
  const { own, asked, errors } = await served(t)
  const map = await own.mapOf(LEEDS)
  assert.ok(map && 'url' in map)
  assert.doesNotMatch(Buffer.from(map.url.split('v1.')[1] ?? '', 'base64url').toString('latin1'), /Leeds/)
  const drawn = await fetch(map.url)
  assert.deepEqual(
    [drawn.status, drawn.headers.get('content-type'), [...(await drawn.bytes())]],
    [200, 'image/png', [137, 80]],
  )
  assert.deepEqual(asked, ['twins Leeds'])
  const file = await fetch(own.fileOf(LEEDS, 'docx') ?? '')
  assert.match(file.headers.get('content-disposition') ?? '', /filename="hansa-twins-leeds\.docx"/)
  assert.equal(await file.text(), 'as docx')
  const help = realFolder().desk.answer('help')
  assert.equal(await own.mapOf(help), undefined)
  assert.equal(own.fileOf(help, 'docx'), undefined)
  assert.deepEqual(errors, [])
})

test('what this secret did not seal, what was changed, and what is a week old is 404', async (t) => {
  const { own, forged, asked, state, errors } = await served(t)
  const url = await addressOf(own)
  const status = async (address: string) => (await fetch(address)).status
  assert.equal(await status(await addressOf(forged)), 404)
  const at = url.indexOf('v1.') + 3
  for (let place = at; place < url.length - 1; place += 7) {
    const other = url[place] === 'A' ? 'B' : 'A'
    assert.equal(await status(url.slice(0, place) + other + url.slice(place + 1)), 404)
  }
  const path = url.slice(0, url.indexOf('?'))
  const plain = `?of=${encodeURIComponent(`${state.now + 1000} map twins Leeds`)}`
  for (const odd of [plain, '', '?of=', '?of=v1.', '?of=x&of=y', `?of=v1.${'A'.repeat(5000)}`, '?%'])
    assert.equal(await status(path + odd), 404)
  assert.deepEqual(asked, [])
  state.now += 8 * 24 * 3_600_000
  assert.equal(await status(url), 404)
  assert.deepEqual(errors, [])
})

test('where too many are wanted, or it cannot be drawn, one is asked to come again', async (t) => {
  const { own, state, errors } = await served(t)
  const url = await addressOf(own)
  const waiting: (() => void)[] = []
  state.bytes = () => new Promise((done) => waiting.push(() => done(new Uint8Array([1]))))
  const all = Array.from({ length: 40 }, async () => (await fetch(url)).status)
  const refused = await Promise.any(all)
  assert.equal(refused, 503)
  state.bytes = async () => ({ leftOut: 'failed' })
  assert.deepEqual(await own.mapOf(LEEDS), { leftOut: 'failed' })
  for (const finish of waiting) finish()
  const statuses = new Set(await Promise.all(all))
  assert.deepEqual([...statuses].sort(), [200, 503])
  state.bytes = async () => Promise.reject(new Error('no'))
  const broken = await fetch(url)
  assert.deepEqual([broken.status, broken.headers.get('retry-after')], [503, '60'])
  assert.equal(errors.length, 1)
})
