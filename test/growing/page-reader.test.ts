import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { pageReader } from '../../src/serve/page-reader.ts'

test('a page tells its title and date, and what is none is told in a clause', async (t) => {
  const server = createServer(({ url }, response) => {
    const type = url === '/image' ? 'image/png' : 'text/html; charset=utf-8'
    response.writeHead(url === '/good' || url === '/image' || url === '/huge' ? 200 : 404, {
      'content-type': type,
    })
    const head = '<title>Our twin towns</title><meta name="dcterms.issued" content="2024-05-13">'
    response.end(url === '/huge' ? `${head}${'<p>words'.repeat(500_000)}` : head)
  }).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const read = pageReader(true)
  const at = (path: string) => read(`http://127.0.0.1:${port}/${path}`)
  assert.deepEqual(await at('good'), { title: 'Our twin towns', issued: '2024-05-13' })
  assert.deepEqual(await at('huge'), { title: 'Our twin towns', issued: '2024-05-13' })
  for (const path of ['image', 'gone']) {
    const { why } = (await at(path)) as { why: string }
    assert.match(why, /^[^.\n]+$/, path)
  }
})
