import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { fetchPage } from '../../src/verify/fetch/fetch-page.ts'
import { aGoing, aServer, page, pages, redirect, summary } from './a-web.ts'

/** What comes of asking for `/` of a server that answers it so. */
async function visit(
  t: Parameters<typeof aServer>[0],
  answer: RequestListener,
  limits = {},
): Promise<string> {
  const server = await aServer(t, pages({ '/': answer }))
  return summary(await fetchPage(`${server}/`, aGoing({ limits })))
}

test('a page comes with its words', async (t) => {
  const server = await aServer(t, pages({ '/a': page('<p>words</p>') }))
  const got = await fetchPage(`${server}/a`, aGoing())
  assert.ok(got.is === 'works' && 'page' in got)
  assert.equal(Buffer.from(got.page.bytes).toString(), '<p>words</p>')
  assert.equal(got.moved, undefined)
})

test('gone, behind a wall and broken are told apart, in one line each', async (t) => {
  const status =
    (code: number): RequestListener =>
    (_, response) =>
      response.writeHead(code).end()
  assert.equal(await visit(t, status(404)), 'gone: 404 Not Found')
  assert.equal(await visit(t, status(410)), 'gone: 410 Gone')
  assert.equal(await visit(t, status(403)), 'unreachable: it is behind a wall (403 Forbidden)')
  assert.equal(
    await visit(t, status(451)),
    'unreachable: it is behind a wall (451 Unavailable For Legal Reasons)',
  )
  assert.equal(await visit(t, status(500)), 'unreachable: it answers 500 Internal Server Error')
})

test('a page that is not text works, but has no words to compare', async (t) => {
  const picture: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('x')
  assert.equal(await visit(t, picture), 'works: it is not text (image/png)')
})

test('a permanent redirect is a move, a temporary one is not', async (t) => {
  const server = await aServer(
    t,
    pages({ '/old': redirect(301, '/new'), '/for-now': redirect(302, '/new'), '/new': page('x') }),
  )
  const [moved, works] = [
    await fetchPage(`${server}/old`, aGoing()),
    await fetchPage(`${server}/for-now`, aGoing()),
  ]
  assert.ok(moved.is === 'works' && moved.moved === `${server}/new`)
  assert.ok(works.is === 'works' && works.moved === undefined)
})

test('a redirect loop and an endless chain end', async (t) => {
  const server = await aServer(t, (request, response) => {
    const at = request.url ?? ''
    if (at === '/robots.txt') response.writeHead(404).end()
    else if (at === '/a') redirect(302, '/b')(request, response)
    else if (at === '/b') redirect(302, '/a')(request, response)
    else redirect(302, `${at}x`)(request, response)
  })
  assert.equal(summary(await fetchPage(`${server}/a`, aGoing())), 'unreachable: it redirects in a circle')
  assert.equal(
    summary(await fetchPage(`${server}/x`, aGoing())),
    'unreachable: it redirects more than 5 times',
  )
})

test('a page of 50 MB is cut off, whether it says so or not', async (t) => {
  const said: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-length': '50000000', 'content-type': 'text/html' }).write('x')
  let sent = 0
  const unsaid: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const chunk = Buffer.alloc(1_000_000, 'x')
    const more = () => {
      while (sent < 50 && !response.destroyed) {
        sent++
        if (!response.write(chunk)) return response.once('drain', more)
      }
      return response.end()
    }
    more()
  }
  assert.equal(await visit(t, said), 'unreachable: it is larger than 10 MB')
  assert.equal(await visit(t, unsaid), 'unreachable: it is larger than 10 MB')
  assert.ok(sent < 40, `${sent} MB were taken`)
})

test('a gzip bomb is cut off as it unpacks', async (t) => {
  const bomb = gzipSync(Buffer.alloc(60_000_000))
  const answer: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
  assert.equal(await visit(t, answer), 'unreachable: it is larger than 10 MB')
})

test('a page packed wrongly, or in a way we do not unpack, ends in a line', async (t) => {
  const as =
    (encoding: string): RequestListener =>
    (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding })
        .end('no such thing')
  assert.equal(await visit(t, as('gzip')), 'unreachable: it is packed wrongly')
  assert.equal(await visit(t, as('br')), 'unreachable: it is packed wrongly')
  assert.equal(
    await visit(t, as('gzip, gzip')),
    'unreachable: it is packed as gzip, gzip, which we do not unpack',
  )
})

test('a server that drips, and one that says nothing, run out of time', async (t) => {
  const drip: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  }
  assert.equal(await visit(t, drip, { seconds: 0.4 }), 'unreachable: it took longer than 0.4 s')
  assert.equal(await visit(t, () => undefined, { seconds: 0.4 }), 'unreachable: it took longer than 0.4 s')
})

test('a server that hangs up, and one that is not there, end in a line', async (t) => {
  assert.equal(await visit(t, (request) => request.socket.destroy()), 'unreachable: its host hung up')
  assert.equal(
    summary(await fetchPage('http://127.0.0.1:9/', aGoing())),
    'unreachable: its host refuses the connection',
  )
})

test('a permanent redirect after a temporary one is no move of the address', async (t) => {
  const there = {
    '/a': redirect(302, '/b'),
    '/b': redirect(301, '/c'),
    '/c': page('x'),
    '/first': redirect(301, '/a'),
  }
  const server = await aServer(t, pages(there))
  const moved = async (at: string) => {
    const visit = await fetchPage(`${server}${at}`, aGoing())
    return visit.is === 'works' ? visit.moved : visit.why
  }
  assert.equal(await moved('/a'), undefined)
  assert.equal(await moved('/first'), `${server}/a`)
})

test('a PDF that is sent as mere bytes is taken for what it is', async (t) => {
  const send =
    (body: string): RequestListener =>
    (_, response) =>
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(body)
  const server = await aServer(t, pages({ '/pdf': send('%PDF-1.4 and more'), '/zip': send('PK') }))
  const pdf = await fetchPage(`${server}/pdf`, aGoing())
  assert.ok(pdf.is === 'works' && 'page' in pdf && pdf.page.kind === 'pdf')
  assert.equal(
    summary(await fetchPage(`${server}/zip`, aGoing())),
    'works: it is not text (application/octet-stream)',
  )
})
