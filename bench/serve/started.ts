import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandFields, form, SECRET, signed } from '../../test/chat/slack/pretend/signed.ts'
import { freePort } from '../../test/free-port.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What no log may hold: each stands in the settings of every process that is started here. */
export const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-1234-hush-bot-token',
  SLACK_SIGNING_SECRET: SECRET,
  HANSA_MCP_TOKEN: 'hush-token-of-assistants-0123456789',
  HANSA_SECRET: 'hush-secret-of-hansa-0123456789abcdef',
}

/** Hansa as `npm start` runs it, in a process of its own. */
export type Started = {
  process: ChildProcess
  url: string
  /** All that it has logged so far, on every level. */
  log(): string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>
  /** What Hansa says to a slash command, as JSON; throws where nobody answers. */
  says(words: string, options?: { command?: string; channel?: string }): Promise<string>
  health(): Promise<{ ok: boolean; says: string }>
}

export type Settings = {
  slack: string
  /** Over those that every one has. */
  env: Readonly<Record<string, string>>
  /** Open files that the system grants it. */
  descriptors?: number
}

/** Slack itself: takes all that it is sent, and tells of it. */
export async function pretendSlack(heard: (path: string, body: string) => void = () => {}) {
  const slack = createServer(async (incoming, response) => {
    // Who sends it may be killed meanwhile.
    heard(incoming.url ?? '', await text(incoming).catch(() => ''))
    response.setHeader('content-type', 'application/json')
    const me = { user_id: 'U0', bot_id: 'B0', user: 'hansa', team: 'T', team_id: 'T0PRETEND' }
    response.end(JSON.stringify({ ok: true, ts: '1.1', channel: 'C1', ...me }))
  }).listen(0, '127.0.0.1')
  await once(slack, 'listening')
  return { url: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`, close: () => slack.close() }
}

/** Once it can be asked. Throws where it ends before. */
export async function started({ slack, env, descriptors }: Settings): Promise<Started> {
  const port = await freePort()
  const all = {
    PATH: process.env.PATH ?? '',
    HANSA_KNOWLEDGE: at('../../test/fixtures/knowledge-small'),
    HANSA_MCP: '1',
    LOG_LEVEL: 'debug',
    SLACK_API_URL: slack,
    PORT: String(port),
    ...SECRETS,
    ...env,
  }
  const few = descriptors ? `ulimit -n ${descriptors}; ` : ''
  const command = `${few}exec "$0" "$1" start`
  const app = spawn('sh', ['-c', command, process.execPath, at('../../src/bin.js')], {
    env: all,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  app.stderr.on('data', (chunk) => {
    log += chunk
  })
  let isOver = false
  const ended = once(app, 'exit').then(([code, signal]) => {
    isOver = true
    return code ?? signal
  })
  const url = `http://127.0.0.1:${port}`
  const hansa: Started = {
    process: app,
    url,
    log: () => log,
    ended,
    async says(words, { command = '/twins', channel = 'C1' } = {}) {
      const fields = { ...commandFields(words, command), channel_id: channel }
      const reply = await signed(url, form(fields))
      if (reply.status !== 200) throw new Error(`status ${reply.status}`)
      return reply.text()
    },
    async health() {
      const reply = await fetch(`${url}/health`)
      return { ok: reply.ok, says: await reply.text() }
    },
  }
  for (;;) {
    if (isOver) throw new Error(`it ended: ${log}`)
    const isUp = await hansa.health().catch(() => undefined)
    if (isUp) return hansa
    await wait(50)
  }
}
