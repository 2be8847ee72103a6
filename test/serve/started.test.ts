import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SECRET } from '../chat/slack/pretend/signed.ts'
import { folder } from '../store/engines.ts'
import { until } from '../until.ts'
import { pretendSlack } from './pretend-slack.ts'

const BIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
const CLOUD = fileURLToPath(new URL('../cli/pretend-cloud.ts', import.meta.url))
/** What is loaded does not hang on it, and it is read in no time. */
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))

/** `npm start` in a process of its own, with modules that are loaded before it; and all that it has logged. */
function started(
  t: TestContext,
  { env = {}, first = [] }: { env?: Record<string, string>; first?: string[] },
) {
  const child = spawn(process.execPath, [...first.flatMap((module) => ['--import', module]), BIN, 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, PORT: '0', HANSA_DATA: folder(t), HANSA_KNOWLEDGE: SMALL, ...env },
  })
  t.after(() => child.kill('SIGKILL'))
  const run = { child, ended: once(child, 'close'), log: '' }
  child.stderr.on('data', (chunk) => {
    run.log += chunk
  })
  return run
}

const SOME_ID = '11111111-2222-3333-4444-555555555555'

/** What each needs beyond Hansa itself; the page is a pretend workspace of Slack's. */
const ALONE: Readonly<Record<string, { env: Record<string, string>; needs: RegExp }>> = {
  mcp: {
    env: { HANSA_MCP: '1', HANSA_MCP_TOKEN: 'an-assistant-shows-this-0123' },
    needs: /^@modelcontextprotocol/,
  },
  teams: {
    env: { TEAMS_CLIENT_ID: SOME_ID, TEAMS_TENANT_ID: SOME_ID, TEAMS_CLIENT_SECRET: 'nobodys-secret' },
    needs: /^@microsoft/,
  },
  slack: {
    env: { SLACK_BOT_TOKEN: 'xoxb-pretend', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: '' },
    needs: /^@slack/,
  },
  playground: { env: {}, needs: /^(@slack|react|slack-blocks)/ },
}

/** Tells which packages are asked for; all are there. */
const WATCH = `data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'
registerHooks({
  resolve(name, context, next) {
    if (/^(@|react|slack-blocks)/.test(name) && !context.parentURL?.includes('node_modules')) console.error('LOADED ' + name)
    return next(name, context)
  },
})`)}`

for (const [name, { env, needs }] of Object.entries(ALONE))
  test(`where only ${name} is set, what the others need is not loaded`, async (t) => {
    const slack = await pretendSlack(t)
    const pretended = { HANSA_PRETEND: JSON.stringify({ cloud: {}, token: 'x' }), ...env }
    const at = 'SLACK_API_URL' in env && { SLACK_API_URL: slack.url }
    const run = started(t, { first: [WATCH, CLOUD], env: { ...pretended, ...at } })
    const last = name === 'teams' ? /HANSA_URL and HANSA_SECRET/ : /http:\/\/[^"]+:\d+/
    await until(() => last.test(run.log) || run.child.exitCode !== null)
    assert.match(run.log, last)
    run.child.kill('SIGTERM')
    await run.ended
    const loaded = [...run.log.matchAll(/^LOADED (\S+)/gm)].map(([, name = '']) => name)
    const edges = loaded.filter((name) =>
      /^(@modelcontextprotocol|@microsoft|@slack|react|slack-blocks)/.test(name),
    )
    assert.ok(edges.length > 0, run.log)
    assert.deepEqual(
      edges.filter((name) => !needs.test(name)),
      [],
    )
  })

/** A supervisor that stops the process in the very moment in which its log has such a line. */
const stoppedAt = (line: string) =>
  `data:text/javascript,${encodeURIComponent(`import fs from 'node:fs'
const { writeSync } = fs
fs.writeSync = (fd, text, ...more) => {
  const written = writeSync(fd, text, ...more)
  if (fd === 2 && String(text).includes(${JSON.stringify(line)})) process.kill(process.pid, 'SIGTERM')
  return written
}`)}`

test('whoever stops Hansa as soon as it names its address has it stopped in order', async (t) => {
  const run = started(t, { first: [stoppedAt('http://')] })
  assert.deepEqual(await run.ended, [0, null], run.log)
  assert.match(run.log, /http:\/\//)
})
