import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  CLIENT,
  cardIn,
  deliver,
  GROUP,
  ISSUER,
  pressOf,
  pretendTeams,
  TENANT,
  typed,
} from '../chat/teams/pretend-teams.ts'
import { REAL_FOLDER } from '../real-folder.ts'
import { until } from '../until.ts'

const BIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
const CLOUD = fileURLToPath(new URL('pretend-cloud.ts', import.meta.url))

test('told to stop, npm start answers what Teams has delivered, each once, and ends', async (t) => {
  const teams = await pretendTeams(t)
  const data = mkdtempSync(join(tmpdir(), 'hansa-stop-'))
  const child = spawn(process.execPath, ['--import', CLOUD, BIN, 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HANSA_DATA: data,
      HANSA_KNOWLEDGE: REAL_FOLDER,
      TEAMS_CLIENT_ID: CLIENT,
      TEAMS_TENANT_ID: TENANT,
      TEAMS_CLIENT_SECRET: 'nobodys-secret',
      HANSA_PRETEND: JSON.stringify({
        cloud: { tokenIssuer: ISSUER, openIdMetadataUrl: `${teams.url}/v1/.well-known/openidconfiguration` },
        token: teams.token(),
      }),
    },
  })
  const ended = once(child, 'exit')
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(data, { recursive: true, force: true })
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  await until(() => log.includes('serving Teams') || child.exitCode !== null)
  const [, url = ''] = /"url":"([^"]+)\/api\/messages"/.exec(log) ?? []

  // Whoever asks is looked up first: that is held until the process was told to stop.
  let asked = 0
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>()
  teams.answering = ({ path }) => {
    if (!path.includes('/members/')) return undefined
    asked++
    return released
  }
  const token = teams.token()
  for (let count = 0; count < 3; count++)
    assert.equal((await deliver(url, typed(teams, '<at>Hansa</at> twins Leeds', GROUP), token)).status, 200)
  const page = { verb: 'page', data: { ask: 'twins Leeds', view: 'evidence' } }
  const presses = [1, 2].map(() => deliver(url, pressOf(teams, page, GROUP), token))
  await until(() => asked === 5)
  child.kill('SIGTERM')
  await until(async () => !(await fetch(`${url}/health`).catch(() => undefined)))
  release(undefined)

  for (const { status, body } of await Promise.all(presses)) {
    assert.equal(status, 200)
    assert.match(JSON.stringify(cardIn({ body })), /Sources and words – Leeds/)
  }
  assert.deepEqual(await ended, [0, null])
  assert.equal(teams.posted.length, 3)
  assert.ok(teams.posted.every(({ targeted }) => targeted))
})
