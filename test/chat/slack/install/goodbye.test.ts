import assert from 'node:assert/strict'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import { sealingWith } from '../../../../src/chat/core/installations.ts'
import { openStore, type StoreSettings } from '../../../../src/store/open.ts'
import type { Store } from '../../../../src/store/store.ts'
import { cable } from '../../../store/cable.ts'
import { everythingIn } from '../../../store/dump.ts'
import { ENGINES, folder, type Place } from '../../../store/engines.ts'
import { until } from '../../../until.ts'
import { emulated, type Installing, install, KEY, serving, TEAM, told } from './installing.ts'

const UNINSTALLED = { type: 'app_uninstalled' }
const STAYS = { workspace: 'T0STAYS', platform: 'slack', sealed: 'v1.x', since: '2026-11-30T09:00:00Z' }

for (const { name, skip, place } of ENGINES) {
  const engine = { skip }

  test(
    `${name}: a workspace that left while the store was away is deleted as soon as it answers`,
    engine,
    async (t) => {
      const { hansa, out } = await installed(t, await place(t))
      await out.begins()
      await told(hansa, UNINSTALLED)
      await until(() => waitsIn(hansa) === 1)
      await out.ends()
      await until(() => isGoneFrom(out.store()))
      assert.deepEqual(await out.store().installations(), [STAYS])
      assert.doesNotMatch(inspect(hansa.lines), new RegExp(TEAM))
    },
  )

  test(`${name}: also by the next process, whether the store is back by then or not`, engine, async (t) => {
    const { slack, hansa, out, data } = await installed(t, await place(t))
    await out.begins()
    await told(hansa, UNINSTALLED)
    await until(() => waitsIn(hansa) === 1)
    await hansa.stop()
    const second = await serving(t, slack, out.reopened(), { data })
    await until(() => waitsIn(second) === 1)
    await second.stop()
    await out.ends()
    const third = await serving(t, slack, out.reopened(), { data })
    await until(() => isGoneFrom(out.store()))
    assert.deepEqual(await out.store().installations(), [STAYS])
    await third.stop()
    // What was followed is not followed again: whoever comes back stays.
    await out.store().install({ ...STAYS, workspace: TEAM })
    await serving(t, slack, out.store(), { data })
    assert.ok(await out.store().installation(TEAM))
  })
}

/** What Slack says to the token of a workspace, where it says anything. */
const WORD: Readonly<Record<string, () => Response>> = {
  T0REVOKED: () => said({ ok: false, error: 'token_revoked' }),
  T0REMOVED: () => said({ ok: false, error: 'account_inactive' }),
  T0BACK: () => said({ ok: false, error: 'token_revoked' }),
  T0HERE: () => said({ ok: true, user_id: 'U0', bot_id: 'B0' }),
  T0OTHERAPI: () => said({ ok: false, error: 'invalid_auth' }),
  T0EXPIRED: () => said({ ok: false, error: 'token_expired' }),
  T0MOVING: () => said({ ok: false, error: 'org_login_required' }),
  T0TROUBLE: () => new Response('{"ok":false,"error":"account_inactive"}', { status: 503 }),
  T0LIMITED: () => new Response('', { status: 429, headers: { 'retry-after': '1' } }),
  T0JUNK: () => new Response('<html>account_inactive</html>', { status: 200 }),
  T0DEAF: () => {
    throw new TypeError('fetch failed')
  },
}

for (const { name, skip, place } of ENGINES) {
  test(`${name}: who left while no Hansa ran is deleted at the next start, and only on a certain word of Slack`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    const { seal } = sealingWith(KEY)
    const home = (workspace: string, since = STAYS.since) => ({
      ...STAYS,
      workspace,
      since,
      sealed: seal(JSON.stringify({ botToken: `xoxb-${workspace}` }), workspace),
    })
    for (const workspace of Object.keys(WORD)) {
      await store.install(home(workspace))
      await store.recordChange({ workspace, at: STAYS.since, did: 'installed', what: '' })
    }
    await store.install(STAYS)
    const gone = ['T0REMOVED', 'T0REVOKED']
    const before = (await store.installations()).filter(({ workspace }) => !gone.includes(workspace))
    const asked: string[] = []
    const hansa = await serving(
      t,
      { url: 'http://127.0.0.1:9', hansaUrl: 'http://127.0.0.1:9', port: 0 },
      store,
      {
        async fetch(url, init) {
          assert.match(String(url), /auth\.test$/)
          const workspace = new Headers(init?.headers).get('authorization')?.replace('Bearer xoxb-', '') ?? ''
          // Installed anew while the token from before is asked for.
          if (workspace === 'T0BACK') await store.install(home(workspace, '2026-11-30T10:00:00Z'))
          asked.push(workspace)
          return WORD[workspace]?.() ?? said({})
        },
      },
    )
    await until(() => asked.length === Object.keys(WORD).length)
    await until(
      () => hansa.lines.filter(({ message }) => message.startsWith('a workspace left')).length === 3,
    )
    const after = await store.installations()
    assert.deepEqual(after.map(withoutSeal), before.map(withoutSeal).map(cameBack))
    assert.doesNotMatch(await everythingIn(here), /T0REVOKED|T0REMOVED/)
    assert.doesNotMatch(inspect(hansa.lines, { depth: null }), /xoxb|T0/)
  })
}

function said(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
}

const withoutSeal = ({ workspace, since }: { workspace: string; since: string }) => ({ workspace, since })

function cameBack(row: { workspace: string; since: string }) {
  return row.workspace === 'T0BACK' ? { ...row, since: '2026-11-30T10:00:00Z' } : row
}

async function isGoneFrom(store: Store): Promise<boolean> {
  const found = await store.installation(TEAM).catch(() => 'away')
  return found === undefined
}

function waitsIn({ lines }: Installing): number {
  return lines.filter(({ message }) => message.startsWith('a workspace left, and the store is away')).length
}

async function installed(t: TestContext, { settings }: Place) {
  const out = await outage(t, settings)
  const slack = await emulated(t)
  const data = folder(t)
  const hansa = await serving(t, slack, out.store(), { data })
  await install(hansa)
  await out.store().install(STAYS)
  return { slack, hansa, out, data }
}

/** A store that can be away: its server is out of reach, or another file, which is none, lies in its place. */
async function outage(t: TestContext, { data, databaseUrl }: StoreSettings) {
  const line = databaseUrl === undefined ? undefined : await cable(t, databaseUrl)
  const file = join(data, 'hansa.db')
  const settings = line ? { data, databaseUrl: line.url } : { data }
  let store: Store = openStore(settings)
  t.after(() => store.close())
  return {
    store: () => store,
    reopened() {
      void store.close()
      store = openStore(settings)
      return store
    },
    async begins() {
      if (line) return line.cut()
      renameSync(file, `${file}-away`)
      writeFileSync(file, '')
    },
    ends: async () => (line ? line.mend() : renameSync(`${file}-away`, file)),
  }
}
