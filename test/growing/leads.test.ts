import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { answerJson } from '../../src/formats/answer-json.ts'
import { csv } from '../../src/formats/csv.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { leadList } from '../../src/growing/leads/lead-list.ts'
import { PAGE_ROWS, queryFor, rowsIn, Unusable } from '../../src/growing/leads/query-service.ts'
import { openTowns } from '../../src/growing/places/towns.ts'
import { leadsText, leadsOf as readLeads } from '../../src/knowledge/leads.ts'
import type { Lead } from '../../src/knowledge/records.ts'
import { leadsOf } from '../../src/library/leads.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import { mapOf } from '../../src/map/drawing.ts'
import { askService } from '../../src/serve/query-service.ts'
import { DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, TODAY } from '../small-knowledge.ts'
import { LIMIT } from '../until.ts'
import { aServer } from '../verify/a-web.ts'
import { emptyFolder } from './folders.ts'

type Binding = Readonly<Record<string, string | undefined>>

function answerOf(rows: readonly Binding[]): string {
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) => (value ? [[key, { type: 'literal', value }]] : [])),
    ),
  )
  return JSON.stringify({ head: { vars: [] }, results: { bindings } })
}

const DORTMUND_ROW = {
  statement: 's1',
  code: 'E08000035',
  twinGeonames: '2935517',
  twinLabel: 'Dortmund',
  country: 'DE',
  since: '1969-01-01T00:00:00Z',
  url: 'https://example.org/list',
}

async function asked(t: TestContext, listener: RequestListener, seconds = LIMIT / 1000) {
  const url = `${await aServer(t, listener)}/sparql`
  const times = { page: seconds, pause: 0, retry: 0, patience: 5 }
  return askService({
    url,
    allowLoopback: true,
    cache: emptyFolder(t),
    today: TODAY,
    onPage: () => {},
    times,
  })
}

function saying(text: string, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}

test('the service is asked page by page, in its format, under a name, until a page is not full', async (t) => {
  const heard: { query: string; agent: string }[] = []
  const full = Array.from({ length: PAGE_ROWS }, (_, n) => ({ ...DORTMUND_ROW, statement: `s${n}` }))
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
    /^it is larger than 20 MB$/,
  ],
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

test('hostile values of the service become nothing, or a name in one line', () => {
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

const ended = { place: SHEFFIELD.id, twin: LILLE.id, status: 'ended' as const, on: '2020' }
const held = { place: LEEDS.id, twin: DORTMUND.id, since: '1970', on: '2024' }

function world(leads: readonly Lead[]) {
  const knowledge = smallKnowledge({
    places: [LEEDS, SHEFFIELD, DORTMUND, LILLE],
    links: [ended, held],
    exists: [{ id: '2641181', name: 'Norwich', country: 'GB', admin: 'Norfolk', population: 1, also: [] }],
  })
  return { ...knowledge, leads }
}

const lead = (some: Partial<Lead>): Lead => ({
  place: LEEDS.id,
  name: 'Leeds',
  partner: 'Brno',
  country: 'CZ',
  seen: TODAY,
  list: 'Wikidata',
  ...some,
})

test('rows become leads by our ids, each pair once, and what left the list keeps the day it was last seen', () => {
  const towns = openTowns()
  const before = [
    lead({ partner: 'Brno', seen: '2025-01-01' }),
    lead({ twin: '2935517', partner: 'Dortmund', country: 'DE', seen: '2025-01-01' }),
  ]
  const rows = [
    DORTMUND_ROW,
    { ...DORTMUND_ROW, statement: 's2' },
    { statement: 's3', geonames: '2641181', twinLabel: 'Rouen', country: 'FR' },
    { statement: 's4', code: 'E99999999', twinLabel: 'Nowhere' },
  ]
  const listed = rowsIn(answerOf(rows)).map(({ listed }) => [listed])
  const made = leadList(listed, { knowledge: world(before), towns: () => towns, today: TODAY })
  assert.deepEqual(
    made.leads.map(({ name, partner, since, seen }) => [name, partner, since, seen]),
    [
      ['Leeds', 'Brno', undefined, '2025-01-01'],
      ['Leeds', 'Dortmund', '1969', TODAY],
      ['Norwich', 'Rouen', undefined, TODAY],
    ],
  )
  assert.deepEqual([made.unknown, made.left], [1, 1])
  const text = leadsText(made.leads, ['Wikidata, CC0'])
  assert.deepEqual(readLeads('leads/wikidata.tsv', text), { leads: made.leads, faults: [] })
})

test('a list with a line that is no lead is told by its line', () => {
  const { faults } = readLeads('leads/x.tsv', `${leadsText([lead({})], [])}Leeds\tBrno\n`)
  assert.deepEqual(
    faults.map(({ spot, says }) => [spot.line, says]),
    [[3, 'this line is not a lead']],
  )
})

test('leads are shown apart, below all that was read, in words that say so', () => {
  const desk = createDesk(buildLibrary(world([lead({})])), () => TODAY)
  assert.equal(
    desk.answer('twins Leeds').unread,
    'Named in a public list (Wikidata, 24 November 2026), read by nobody here: Brno, Czechia. Check with the council before citing.',
  )
  assert.equal(desk.answer('twins Leeds ended').unread, undefined)
  const norwich = lead({ place: 'E07000148', name: 'Norwich', partner: 'Rouen', country: 'FR' })
  const nothing = createDesk(buildLibrary(world([norwich])), () => TODAY).answer('twins Norwich')
  assert.equal(nothing.outcome, 'nothing')
  assert.match(nothing.unread ?? '', /Rouen, France/)
})

test('no lead is a finding, cited, drawn, taken along, or beside a statement that the link ended', () => {
  const places = [LEEDS, SHEFFIELD]
  const partners = [
    { twin: LILLE.id, partner: 'Lille', country: 'FR' },
    { partner: 'Lille', country: 'FR' },
    { partner: 'Lille' },
    { twin: DORTMUND.id, partner: 'Dortmund', country: 'DE' },
    { partner: 'Zzyzx', country: 'US' },
    { partner: 'Zzyzx' },
    { partner: 'Tremonia', country: 'DE' },
  ]
  const dates = [{}, { since: '1969' }, { until: '2001' }, { seen: '2020-01-01' }]
  const all = places.flatMap(({ id, name }) =>
    partners.flatMap((partner) => dates.map((date) => lead({ place: id, name, ...partner, ...date }))),
  )
  const plain = world([])
  const without = createDesk(buildLibrary(plain), () => TODAY)
  for (const some of [all, ...all.map((one) => [one])]) {
    const knowledge = world(some)
    const desk = createDesk(buildLibrary(knowledge), () => TODAY)
    for (const ask of [
      'twins Leeds',
      'twins Sheffield',
      'twins',
      'twins Leeds ended',
      'ask Zzyzx',
      'twins Zzyzx',
    ]) {
      const answer = desk.answer(ask)
      const { unread, ...rest } = answer
      assert.deepEqual(findingsOf(answer), findingsOf(without.answer(ask)))
      const taken = [csv(answer, { day: TODAY, full: true }), markdown(answer, { day: TODAY, full: true })]
      assert.deepEqual(rest, without.answer(ask), 'leads change nothing of what is said')
      assert.ok(!JSON.stringify([...taken, mapOf(answer, knowledge)]).includes('read by nobody'))
      assert.equal((answerJson(answer) as { unread?: string }).unread, unread)
    }
    for (const place of places) {
      const { unread } = leadsOf(place, knowledge, linksOf(knowledge))
      for (const one of unread) {
        assert.ok(!one.until && (one.seen === TODAY || some.length === 1))
        assert.notEqual(place === SHEFFIELD && one.partner, 'Lille')
        assert.notEqual(place === LEEDS && one.partner, 'Dortmund')
        assert.notEqual(place === LEEDS && one.partner, 'Tremonia')
      }
    }
  }
})
