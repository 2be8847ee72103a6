/**
 * Two instances on one PostgreSQL behind a proxy that passes over who is gone, as compose.yaml has it; one of them is killed
 * with SIGKILL again and again while questions come in, as slash commands and mentions that Slack signed and over /mcp.
 * Counts questions that nobody answered, and mentions that were answered twice. `--postgres URL` (a database that may be written to), `--questions 400`, `--kills 8`;
 * `--haproxy PATH`: HAProxy between, set as compose.yaml has it; `--stops`: told to stop (SIGTERM) in place of killed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  commandFields,
  form,
  JSON_TYPE,
  mentionBody,
  SECRET,
  signed,
} from '../../test/chat/slack/pretend/signed.ts'
import { haproxyBefore } from './haproxy.ts'
import { pretendSlack } from './started.ts'

const { values } = parseArgs({
  options: {
    postgres: { type: 'string' },
    questions: { type: 'string', default: '400' },
    kills: { type: 'string', default: '8' },
    haproxy: { type: 'string' },
    stops: { type: 'boolean', default: false },
  },
})
const TOKEN = 'a-token-for-this-bench-0123456789'
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PORTS = [3901, 3902]

/** What was posted in answer to a mention, by its channel. */
const posts = new Map<string, number>()
const slack = await pretendSlack((path, body) => {
  const channel = new URLSearchParams(body).get('channel') ?? ''
  if (path.includes('/chat.post')) posts.set(channel, (posts.get(channel) ?? 0) + 1)
})

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
    SLACK_API_URL: slack.url,
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

await once(proxy, 'listening')
const processes = [start(0), start(1)]
for (const number of [0, 1]) while (!(await isUp(number))) await wait(100)
const haproxy = values.haproxy ? await haproxyBefore(values.haproxy, PORTS) : undefined
const url = haproxy?.url ?? `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
const many = Number(values.questions)
const answered = { slack: 0, mentions: 0, mcp: 0 }
const wrong: string[] = []
let over = false
let kills = 0
const killing = (async () => {
  while (!over && kills < Number(values.kills)) {
    await wait(300)
    const victim = kills++ % 2
    await ended(processes[victim])
    processes[victim] = start(victim)
    while (!over && !(await isUp(victim))) await wait(100)
  }
})()

/** Gone, in one way or the other. */
async function ended(one: ChildProcess | undefined) {
  one?.kill(values.stops ? 'SIGTERM' : 'SIGKILL')
  if (one?.exitCode === null && one.signalCode === null) await once(one, 'exit')
  await wait(300)
}

async function slashCommand() {
  const response = await signed(url, form({ ...commandFields('Leeds'), team_id: 'T0PRETEND' }))
  const text = await response.text()
  if (text.includes('Dortmund')) answered.slack++
  else wrong.push(`slack ${response.status} ${text.slice(0, 80)}`)
}

let mentions = 0
/** Acknowledged, it is not sent again: then the answer has to be there, or to come. */
async function mention() {
  const channel = `C${++mentions}`
  const response = await signed(url, JSON.stringify(mentionBody('twins Leeds', channel)), JSON_TYPE)
  if (!response.ok) wrong.push(`mention ${response.status}`)
  for (let looked = 0; looked < 50 && !posts.has(channel); looked++) await wait(100)
  const count = posts.get(channel)
  if (!count) wrong.push(`mention ${response.status} not answered`)
  else answered.mentions++
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

const isOver = () =>
  answered.slack + answered.mentions + answered.mcp + wrong.length >= many && kills >= Number(values.kills)
async function lane(question: () => Promise<void>, pause: number) {
  for (; !isOver(); await wait(pause)) await question()
}
// As long as it takes to kill as often as was asked, and at least so many questions.
const lanes = Array.from({ length: 6 }, (_, at) => lane(at % 2 === 0 ? slashCommand : mention, 20))
await Promise.all([...lanes, lane(assistant, 60)])
over = true
await killing
for (const one of processes) one?.kill('SIGTERM')
haproxy?.stop()
const twice = [...posts.values()].filter((times) => times > 1).length
process.stdout.write(
  `${JSON.stringify({ kills, answered, lost: wrong.length, twice })}\n${wrong.slice(0, 5).join('\n')}\n`,
)
process.exit(wrong.length === 0 ? 0 : 1)
