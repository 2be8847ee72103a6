import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { PAGE_ROWS, queryFor } from '../../../src/growing/leads/query-service.ts'
import { askService } from '../../../src/serve/query-service.ts'
import { TODAY } from '../../small-knowledge.ts'
import { LIMIT } from '../../until.ts'
import { aServer } from '../../verify/a-web.ts'
import { emptyFolder } from '../folders.ts'
import { answerOf, asked, DORTMUND_ROW, rowsOf, saying } from './pretend-service.ts'

test('the service is asked page by page, in its format, under a name, until a page is not full', async (t) => {
  const heard: { query: string; agent: string }[] = []
  const full = rowsOf(PAGE_ROWS)
  const rows = await asked(t, (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    heard.push({
      query: url.searchParams.get('query') ?? '',
      agent: request.headers['user-agent'] ?? '',
    })
    assert.equal(url.searchParams.get('format'), 'json')
    response.end(answerOf(heard.length === 1 ? full : [DORTMUND_ROW]))
  })
  assert.equal(rows.length, PAGE_ROWS + 1)
  assert.deepEqual(
    heard.map(({ query }) => query),
    [queryFor(0), queryFor(PAGE_ROWS)],
  )
  assert.match(heard[0]?.agent ?? '', /^Hansa-leads\/1\.0 \(/)
})

test('what failed for once is asked again, and what was asked for today is not', async (t) => {
  let asks = 0
  const server = await aServer(t, (_, response) => {
    asks++
    if (asks === 1) response.writeHead(503).end()
    else response.end(answerOf([DORTMUND_ROW]))
  })
  const service = {
    url: `${server}/sparql`,
    allowLoopback: true,
    cache: emptyFolder(t),
    today: TODAY,
    onPage: () => {},
    times: { pause: 0, retry: 0 },
  }
  assert.equal((await askService(service)).length, 1)
  assert.equal((await askService(service)).length, 1)
  assert.equal(asks, 2)
})

test('a run ends after its time, keeps what came, and the next one goes on from there', async (t) => {
  const full = rowsOf(PAGE_ROWS)
  let second: RequestListener = saying('', 403)
  const server = await aServer(t, (request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams.get('query') ?? ''
    if (query === queryFor(0)) saying(answerOf(full))(request, response)
    else second(request, response)
  })
  const times = { page: LIMIT / 1000, pause: 0, retry: 0 }
  const service = { url: `${server}/sparql`, allowLoopback: true, cache: emptyFolder(t), today: TODAY }
  const run = (seconds: number) => askService({ ...service, onPage() {}, times: { ...times, run: seconds } })
  await assert.rejects(run(LIMIT), { message: 'it answers 403' })
  second = () => {}
  await assert.rejects(run(0.2), {
    message:
      'it took longer than 0.2 s in all; 1 page that came before is kept for today, and another run goes on from there',
  })
  second = saying(answerOf([DORTMUND_ROW]))
  assert.equal((await run(LIMIT)).length, PAGE_ROWS + 1)
})

test('where the service sends us elsewhere, nobody is asked there', async (t) => {
  let asks = 0
  const elsewhere = await aServer(t, (_, response) => {
    asks++
    response.end(answerOf([DORTMUND_ROW]))
  })
  for (const status of [301, 302, 307, 308])
    await assert.rejects(
      asked(t, (_, response) => response.writeHead(status, { location: elsewhere }).end()),
      { message: `it sends us to another address (${status}), where we do not go` },
    )
  assert.equal(asks, 0)
})
