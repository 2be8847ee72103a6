import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchPage } from '../../src/verify/fetch/fetch-page.ts'
import { aGoing, aServer, page, pages, summary } from './a-web.ts'

test('a page that is too busy is asked once more after its pause, but not after a long one', async (t) => {
  let asked = 0
  const server = await aServer(
    t,
    pages({
      '/soon': (request, response) =>
        asked++ === 0 ? response.writeHead(429, { 'retry-after': '7' }).end() : page('x')(request, response),
      '/late': (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
    }),
  )
  const slept: number[] = []
  const soon = await fetchPage(`${server}/soon`, aGoing({ slept, limits: { pause: 0 } }))
  assert.equal(summary(soon), 'works')
  assert.ok(slept.includes(7))
  const late = await fetchPage(`${server}/late`, aGoing())
  assert.equal(
    summary(late),
    'unreachable: it is too busy for us (503 Service Unavailable), and asks to wait (3600)',
  )
})

test('robots.txt is asked for once, and respected', async (t) => {
  let asked = 0
  const server = await aServer(
    t,
    pages({
      '/robots.txt': (_, response) => {
        asked++
        response.end(
          'User-agent: *\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: hansa-verify\nDisallow: /not-for-hansa\nCrawl-delay: 4',
        )
      },
      '/private': page('x'),
      '/not-for-hansa': page('x'),
    }),
  )
  const slept: number[] = []
  const going = aGoing({ slept })
  assert.equal(
    summary(await fetchPage(`${server}/not-for-hansa`, going)),
    'unreachable: its robots.txt asks programs to stay away',
  )
  assert.equal(summary(await fetchPage(`${server}/private`, going)), 'works')
  assert.equal(asked, 1)
  assert.deepEqual(slept, [4])
})

test('where robots.txt fails, nothing is asked for', async (t) => {
  const server = await aServer(
    t,
    pages({ '/robots.txt': (_, response) => response.writeHead(503).end(), '/': page('x') }),
  )
  assert.equal(summary(await fetchPage(`${server}/`, aGoing())), 'unreachable: its robots.txt answers 503')
})

test('one host is asked one thing at a time, with a pause, and told who asks', async (t) => {
  let [now, most] = [0, 0]
  const agents = new Set<string | undefined>()
  const server = await aServer(t, (request, response) => {
    agents.add(request.headers['user-agent'])
    most = Math.max(most, ++now)
    setTimeout(() => {
      now--
      response.writeHead(404).end()
    }, 10)
  })
  const slept: number[] = []
  const going = aGoing({ slept })
  await Promise.all([1, 2, 3].map((n) => fetchPage(`${server}/${n}`, going)))
  assert.equal(most, 1)
  assert.deepEqual(slept, [1, 1, 1])
  assert.deepEqual([...agents], ['Hansa-verify/1.0 (test)'])
})

test('a pause may be asked for as a date, by the host’s own clock', async (t) => {
  let asked = 0
  const server = await aServer(
    t,
    pages({
      '/': (request, response) => {
        const date = new Date('2026-11-24T12:00:00Z').toUTCString()
        const after = new Date('2026-11-24T12:00:09Z').toUTCString()
        if (asked++ === 0) response.writeHead(429, { date, 'retry-after': after }).end()
        else page('x')(request, response)
      },
    }),
  )
  const slept: number[] = []
  assert.equal(summary(await fetchPage(`${server}/`, aGoing({ slept }))), 'works')
  assert.ok(slept.includes(9))
})

test('while a busy host gets its pause, its other pages wait, too', async (t) => {
  const asked: string[] = []
  const server = await aServer(t, (request, response) => {
    const at = request.url ?? ''
    asked.push(at)
    if (at === '/busy' && asked.filter((one) => one === at).length === 1)
      response.writeHead(429, { 'retry-after': '3' }).end()
    else response.writeHead(404).end()
  })
  const going = aGoing()
  await Promise.all(['/busy', '/other'].map((at) => fetchPage(`${server}${at}`, going)))
  assert.deepEqual(asked, ['/robots.txt', '/busy', '/busy', '/other'])
})

test('of a robots.txt without end the beginning counts', async (t) => {
  const robots = `User-agent: *\nDisallow: /private\n${'# much more\n'.repeat(100_000)}`
  const server = await aServer(
    t,
    pages({
      '/robots.txt': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(robots),
      '/': page('x'),
      '/private': page('x'),
    }),
  )
  assert.equal(summary(await fetchPage(`${server}/`, aGoing())), 'works')
  assert.equal(
    summary(await fetchPage(`${server}/private`, aGoing())),
    'unreachable: its robots.txt asks programs to stay away',
  )
})

test('a robots.txt that cannot be read is named, so that nobody looks for the fault in the page', async (t) => {
  const broken = pages({ '/robots.txt': (request) => request.socket.destroy(), '/': page('x') })
  assert.equal(
    summary(await fetchPage(`${await aServer(t, broken)}/`, aGoing())),
    'unreachable: its robots.txt could not be read: its host hung up',
  )
})
