/**
 * Two instances on one PostgreSQL behind a proxy that passes over who is gone, as compose.yaml has it; one of them is killed
 * with SIGKILL again and again while questions come in, as slash commands that Slack signed and over /mcp. Counts
 * questions that nobody answered. `--postgres URL` (a database that may be written to), `--questions 400`, `--kills 8`;
 * `--caddy PATH`: Caddy as the proxy, set as compose.yaml has it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commandFields, form, SECRET, signed } from '../../test/chat/slack/signed.ts'
import { caddyBefore } from './caddy.ts'

const { values } = parseArgs({
  options: {
    postgres: { type: 'string' },
    questions: { type: 'string', default: '400' },
    kills: { type: 'string', default: '8' },
    caddy: { type: 'string' },
  },
})
const TOKEN = 'a-token-for-this-bench-0123456789'
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PORTS = [3901, 3902]

/** Slack itself: takes all that it is sent. */
const slack = createServer((incoming, response) => {
  incoming.resume()
  response.setHeader('content-type', 'application/json')
  const me = { user_id: 'U0', bot_id: 'B0', user: 'hansa', team: 'T', team_id: 'T0PRETEND' }
  response.end(JSON.stringify({ ok: true, ts: '1.1', channel: 'C1', ...me }))
}).listen(0, '127.0.0.1')
const port = (server: typeof slack) => (server.address() as AddressInfo).port

function start(number: number): ChildProcess {
  const env = {
    ...process.env,
    PORT: String(PORTS[number]),
    DATABASE_URL: values.postgres,
    HANSA_KNOWLEDGE: at('../../test/fixtures/knowledge-small'),
    HANSA_MCP: '1',
    HANSA_MCP_TOKEN: TOKEN,
    SLACK_BOT_TOKEN: 'xoxb-pretend',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${port(slack)}/api/`,
    LOG_LEVEL: 'silent',
  }
  return spawn(process.execPath, [at('../../src/bin.js'), 'start'], { env, stdio: 'inherit' })
}

async function isUp(number: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORTS[number]}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}

let turn = 0
/** In turns; who cannot be reached, or dies before it has answered, is passed over, and the other is asked. */
const proxy = createServer(async (incoming, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  for (let tried = 0; tried < 40; tried++) {
    const answer = await handOn(PORTS[turn++ % 2] ?? 0, body, incoming)
    if (answer)
      return response
        .writeHead(answer.status, {
          'content-type': 'application/json',
          ...(answer.retry && { 'retry-after': answer.retry }),
        })
        .end(answer.text)
    await wait(50)
  }
  response.writeHead(502).end()
}).listen(0, '127.0.0.1')

type Answered = { status: number; retry?: string | undefined; text: string }

function handOn(
  to: number,
  body: Buffer,
  { url, method, headers }: { url?: string; method?: string; headers: object },
) {
  const { promise, resolve } = Promise.withResolvers<Answered | undefined>()
  const sent = ask(
    { host: '127.0.0.1', port: to, path: url, method, headers: { ...headers, host: 'localhost' } },
    (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, retry: answer.headers['retry-after'], text }),
      )
      answer.on('error', () => resolve(undefined))
    },
  )
  sent.on('error', () => resolve(undefined))
  sent.end(body)
  return promise
}

await Promise.all([once(slack, 'listening'), once(proxy, 'listening')])
const processes = [start(0), start(1)]
for (const number of [0, 1]) while (!(await isUp(number))) await wait(100)
const caddy = values.caddy ? await caddyBefore(values.caddy, PORTS) : undefined
const url = caddy?.url ?? `http://127.0.0.1:${port(proxy)}`
const many = Number(values.questions)
const answered = { slack: 0, mcp: 0 }
const wrong: string[] = []
let over = false
let kills = 0
const killing = (async () => {
  while (!over && kills < Number(values.kills)) {
    await wait(300)
    const victim = kills++ % 2
    processes[victim]?.kill('SIGKILL')
    await wait(500)
    processes[victim] = start(victim)
    while (!over && !(await isUp(victim))) await wait(100)
  }
})()

async function slashCommand() {
  const response = await signed(url, form({ ...commandFields('Leeds'), team_id: 'T0PRETEND' }))
  const text = await response.text()
  if (text.includes('Dortmund')) answered.slack++
  else wrong.push(`slack ${response.status} ${text.slice(0, 80)}`)
}

async function assistant() {
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'twins', arguments: { place: 'Leeds' } },
  }
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const asked = () => fetch(`${url}/mcp`, { method: 'POST', headers, body: JSON.stringify(call) })
  let response = await asked()
  while (response.status === 429) {
    // All come from the proxy's address, and an instance lets one ask so often a minute.
    await wait(Number(response.headers.get('retry-after') ?? 1) * 1000)
    response = await asked()
  }
  const text = await response.text()
  if (text.includes('Dortmund')) answered.mcp++
  else wrong.push(`mcp ${response.status} ${text.slice(0, 80)}`)
}

// As long as it takes to kill as often as was asked, and at least so many questions.
for (let asked = 0; asked < many || kills < Number(values.kills); asked++) {
  await Promise.all([slashCommand(), assistant()])
  await wait(60)
}
over = true
await killing
for (const one of processes) one?.kill('SIGTERM')
caddy?.stop()
process.stdout.write(
  `${JSON.stringify({ kills, answered, lost: wrong.length })}\n${wrong.slice(0, 5).join('\n')}\n`,
)
process.exit(wrong.length === 0 ? 0 : 1)
