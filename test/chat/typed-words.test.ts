import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import { createDesk } from '../../src/answers/desk.ts'
import { serveEdges } from '../../src/chat/core/serve-edges.ts'
import { mcpEdge } from '../../src/chat/mcp/serve-mcp.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import { digestLoop } from '../../src/delivery/loop.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { holdingsOf } from '../../src/serve/edges/mcp.ts'
import { proposalDesk } from '../../src/serve/proposals.ts'
import { linesToText } from '../../src/store/export-import.ts'
import { pretendDeps } from '../delivery/pretend-deps.ts'
import { pretendClock } from '../delivery/pretend-platform.ts'
import { REAL_FOLDER } from '../real-folder.ts'
import { everythingIn } from '../store/dump.ts'
import { ENGINES, type Engine } from '../store/engines.ts'
import { patientSleep, until } from '../until.ts'
import { MCP_WAYS } from './mcp/typed-everywhere.ts'
import { WORLD } from './slack/pretend/digest-pretend.ts'
import { keepLog } from './slack/pretend/pretend.ts'
import { markers } from './slack/workspaces/typed-everywhere.ts'
import { CHANNEL, deliver, PERSONAL, pretendTeams, teamsIn, typed } from './teams/pretend-teams.ts'
import { TEAMS_WAYS } from './teams/typed-everywhere.ts'

const TOKEN = 'a-token-of-this-test-0123456789'
const WORDS = markers(100)
const DAYS = ['2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z', '2026-11-26T10:00:00Z']

for (const engine of ENGINES)
  test(`${engine.name}: a word typed anywhere in Teams or by an assistant is in no list, digest, log line or export, nor in the store`, {
    skip: engine.skip,
  }, async (t) => {
    const { shown, logged, exported, stored } = await afterTyping(t, engine)
    // It has eyes: what is ours is found there.
    assert.match(shown, /Asked for and not held: Norwich, \d+ times/)
    assert.match(shown, /\d\d other questions found no answer/)
    assert.match(logged, /at: 'tool'.*answered/s)
    assert.match(logged, /at: 'mention'/)
    for (const place of [exported, stored]) assert.match(place, /2641181/)
    for (const place of [shown, logged, exported, stored]) assert.deepEqual(wordsIn(place), [])
    // Asked for in direct messages and by assistants alone, on three days.
    for (const place of [shown, exported, stored]) assert.doesNotMatch(place, /\bEly\b|2655603/)
  })

async function afterTyping(t: TestContext, engine: Engine) {
  const place = await engine.place(t)
  const store = place.open()
  const here = await served(t, store)
  const { teams, url, clock, desk, settled } = here
  for (const [day, moment] of DAYS.entries()) {
    clock.set(moment)
    // What is asked on two days is what lists show; a third time tells nothing more.
    const words = [WORDS, WORDS.slice(0, TEAMS_WAYS.length), []][day] ?? []
    for (const [at, word] of words.entries()) {
      await TEAMS_WAYS[at % TEAMS_WAYS.length]?.(word, here)
      await sent(url, MCP_WAYS[at % MCP_WAYS.length]?.(word))
    }
    await deliver(url, typed(teams, '<at>Hansa</at> twins Norwich', CHANNEL), teams.token())
    await deliver(url, typed(teams, 'twins Ely', PERSONAL), teams.token())
    await sent(url, MCP_WAYS[0]?.('Ely'))
    await settled()
    await desk.flushed()
  }
  const shown = JSON.stringify(await seen(here))
  const logged = inspect(here.lines, {
    depth: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
  })
  const exported = linesToText(await store.export())
  return { shown, logged, exported, stored: await everythingIn(place) }
}

/** What somebody reads in the channel who typed none of it: lists, a preview, and the posted digest. */
async function seen({ teams, url, clock, loop, settled }: Awaited<ReturnType<typeof served>>) {
  const before = teams.posted.length
  for (const line of ['digest on', 'gaps', 'digest now', 'digest', 'settings', 'help']) {
    await deliver(url, typed(teams, `<at>Hansa</at> ${line}`, CHANNEL), teams.token())
    await settled()
  }
  clock.set('2026-11-30T09:00:30Z')
  await loop.tick()
  await until(() => JSON.stringify(teams.posted.slice(before)).includes('Weekly digest, Monday 30 November'))
  return teams.posted.slice(before)
}

async function served(t: TestContext, store: ReturnType<Awaited<ReturnType<Engine['place']>>['open']>) {
  const teams = await pretendTeams(t)
  const { log, lines } = keepLog()
  const clock = pretendClock(DAYS[0] ?? '')
  const library = buildLibrary(WORLD)
  const asked = createDesk(library, () => '2026-11-24')
  let digests: { desk: ReturnType<typeof createDigestDesk>; loop: ReturnType<typeof digestLoop> } | undefined
  const edges = [
    teamsIn(teams, {
      desk: asked,
      record: store.recordChange,
      addresses: { note: store.noteAddress, of: store.addressOf, forget: store.forgetAddress },
      takeAlong: async ({ heading }) => heading,
      proposals: proposalDesk(REAL_FOLDER, store, () => library.knowledge),
      startDigest: (post, served) => {
        const parts = {
          ...pretendDeps(clock, { store, post, name: 'test', log, served, library: () => library }),
          record: store.recordChange,
          timezone: 'Europe/London',
          editors: [],
        }
        digests = { desk: createDigestDesk({ ...parts, sleep: patientSleep }), loop: digestLoop(parts) }
        return digests.desk
      },
    }),
    mcpEdge({
      token: TOKEN,
      hosts: [],
      version: '1',
      holdings: async () =>
        holdingsOf({ desk: asked, knowledge: () => library.knowledge, library: () => library }),
      now: () => (time += 60_000),
    }),
  ]
  let time = 0
  const { url, stop, health } = await serveEdges(edges, { log, host: '127.0.0.1', port: 0 })
  t.after(stop)
  assert.ok(digests)
  return { teams, url, lines, clock, ...digests, settled: () => until(() => health().running === 0) }
}

async function sent(url: string, way: ReturnType<(typeof MCP_WAYS)[number]> | undefined): Promise<void> {
  const { body, path = '', headers = {} } = way ?? { body: '' }
  const response = await fetch(`${url}/mcp${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await response.text()
}

function wordsIn(place: string): readonly string[] {
  const text = place.toLowerCase()
  return WORDS.filter((word) => text.includes(word))
}
