/**
 * Kills Hansa with SIGKILL at chance moments while `/digest on` comes in, as Slack signs it, and looks whether each one that was
 * answered is there after the next start: `npx node bench/serve/kill-acknowledged.ts`, `--kills 200`, `--seed 1`, `--postgres URL`.
 * Exit 1 where one is gone, or none was under way when it was killed. Writes bench/results/kills.md.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStore } from '../../src/store/open.ts'
import { commandFields, form, SECRET, signed } from '../../test/chat/slack/signed.ts'
import { chanceOf } from '../digest/chance.ts'
import { freshStore } from '../digest/fresh-store.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'string' },
  },
})
const [kills, chance] = [Number(values.kills), chanceOf(Number(values.seed))]
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Commands under way at once. */
const LANES = 4
/** The most that a process lives while it is asked. Milliseconds. */
const LIFE = 300

/** Slack itself: takes all that it is sent. */
const slack = createServer((incoming, response) => {
  incoming.resume()
  response.setHeader('content-type', 'application/json')
  const me = { user_id: 'U0', bot_id: 'B0', user: 'hansa', team: 'T', team_id: 'T0PRETEND' }
  response.end(JSON.stringify({ ok: true, ts: '1.1', channel: 'C1', ...me }))
}).listen(0, '127.0.0.1')
await once(slack, 'listening')
const portOf = (server: typeof slack) => (server.address() as AddressInfo).port
const ours = await freePort()
const { settings, clean } = await freshStore(values.postgres)

const acknowledged = new Set<string>()
let underWay = 0
let number = 0
let cutShort = 0
try {
  for (let kill = 0; kill < kills; kill++) {
    const app = start()
    const ended = once(app, 'exit')
    while (!(await isUp())) await wait(20)
    let alive = true
    const lanes = Array.from({ length: LANES }, async () => {
      while (alive) await set(`C${++number}`)
    })
    await wait(chance() * LIFE)
    if (underWay > 0) cutShort++
    alive = false
    app.kill('SIGKILL')
    await Promise.all([...lanes, ended])
    if (kill % 20 === 19) process.stderr.write(`\r${kill + 1} kills, ${acknowledged.size} acknowledged`)
  }
  const store = openStore(settings)
  const there = new Set((await store.subscriptions()).map(({ channel }) => channel))
  await store.close()
  const lost = [...acknowledged].filter((channel) => !there.has(channel)).length
  const engine = values.postgres ? 'PostgreSQL' : 'SQLite'
  const told = `${engine}: ${kills} kills, ${cutShort} with commands under way; of ${acknowledged.size} digests acknowledged ${lost} lost.\n`
  process.stdout.write(`\n${told}`)
  if (!values.postgres)
    writeFileSync(
      new URL('../results/kills.md', import.meta.url),
      `# Killed while digests are set\n\nWritten by \`npx node bench/serve/kill-acknowledged.ts\`.\n\n${told}`,
    )
  process.exitCode = lost === 0 && cutShort > 0 && acknowledged.size > kills ? 0 : 1
} finally {
  slack.close()
  await clean()
}

function start() {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: String(ours),
    ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : { HANSA_DATA: settings.data }),
    HANSA_KNOWLEDGE: at('../../test/fixtures/knowledge-small'),
    SLACK_BOT_TOKEN: 'xoxb-pretend',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${portOf(slack)}/api/`,
    LOG_LEVEL: 'silent',
  }
  return spawn(process.execPath, [at('../../src/bin.js'), 'start'], { env, stdio: 'inherit' })
}

async function isUp(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${ours}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Counts as acknowledged once the whole answer is there and says when the digest comes. */
async function set(channel: string): Promise<void> {
  underWay++
  try {
    const fields = { ...commandFields('on monday 09:00', '/digest'), channel_id: channel }
    const text = await (await signed(`http://127.0.0.1:${ours}`, form(fields))).text()
    if (/Mondays at 09:00/.test(text)) acknowledged.add(channel)
  } catch {
    // Nobody acknowledged it.
  } finally {
    underWay--
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  return port
}
