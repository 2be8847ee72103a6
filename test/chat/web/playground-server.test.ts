import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { realFolder } from '../../real-folder.ts'
import { SILENT, served, servePlayground, statusAs, visitor } from './served.ts'

const { desk } = realFolder()

test('/health tells of a store in trouble', async (t) => {
  let trouble: string | undefined
  const { url, stop } = await servePlayground({
    settings: { host: '127.0.0.1', port: 0 },
    desk,
    log: SILENT,
    storeTrouble: () => trouble,
  })
  t.after(stop)
  const health = async () => {
    const reply = await fetch(`${url}/health`)
    return [reply.status, await reply.json()]
  }
  assert.deepEqual(await health(), [200, { ok: true, mode: 'playground', running: 0 }])
  trouble = 'The disk is full.'
  const troubles = [{ part: 'store', says: trouble }]
  assert.deepEqual(await health(), [503, { ok: false, mode: 'playground', running: 0, troubles }])
})

test('HEAD is answered as GET is; an address that is none, with one line', async (t) => {
  const url = await served(t, { desk })
  assert.equal((await fetch(`${url}/health`, { method: 'HEAD' })).status, 200)
  assert.equal((await fetch(`${url}/policy`, { method: 'HEAD' })).status, 200)
  assert.equal((await fetch(`${url}/changes`, { method: 'HEAD' })).status, 200)
  const { port } = new URL(url)
  assert.equal(await statusAs(port, `localhost:${port}`, '//'), 400)
})

test('on every address it says one that can be opened, and still obeys only its own page', async (t) => {
  const settings = { host: '0.0.0.0', port: 0, open: true }
  const { url, stop } = await servePlayground({ settings, desk, log: SILENT })
  t.after(stop)
  assert.match(url, /^http:\/\/localhost:\d+$/)
  const me = visitor(url)
  const said = await me.post('/policy/say', { text: 'hello' }, { origin: 'https://elsewhere.example' })
  assert.equal(said.status, 403)
  assert.equal((await me.post('/policy/say', { text: 'hello' }, { origin: url })).status, 303)
})

test('a taken port is one sentence that says what to do', async (t) => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  t.after(() => taken.close())
  const { port } = taken.address() as AddressInfo
  await assert.rejects(servePlayground({ settings: { host: '127.0.0.1', port }, desk, log: SILENT }), {
    name: 'SetupError',
    message: `Port ${port} on 127.0.0.1 is in use: stop the other program, or set PORT to another number.`,
  })
})

test('it stops while pages are open', async () => {
  const { url, stop } = await servePlayground({ settings: { host: '127.0.0.1', port: 0 }, desk, log: SILENT })
  const open = await fetch(`${url}/changes`)
  await stop()
  await open.text()
  await assert.rejects(fetch(url))
})
