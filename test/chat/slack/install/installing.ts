import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { createEmulator } from 'emulate'
import type { Change } from '../../../../src/answer/change.ts'
import type { Store } from '../../../../src/store/store.ts'
import { goodbyesIn } from '../../../../src/store/workspaces.ts'
import { freePort } from '../../../free-port.ts'
import { keepLog, type Line } from '../pretend/pretend.ts'
import { serveSlack } from '../pretend/served.ts'
import { JSON_TYPE, SECRET, signed } from '../pretend/signed.ts'
import { smallDesk } from '../pretend/small-desk.ts'

export const KEY = 'a secret of thirty-two characters'
const CLIENT = { clientId: '1.2', clientSecret: 'client-secret' }
/** The one workspace that the emulator has. */
export const TEAM = 'T000000001'

export type Installing = {
  url: string
  slackUrl: string
  lines: Line[]
  changes: Change[]
  health(): { ok: boolean; troubles?: readonly { says: string }[] }
  stop(): Promise<void>
}

export type Slack = { url: string; hansaUrl: string; port: number }

/** An independent Slack from npm, with one workspace and the app of these tests; which runs at `hansaUrl`. */
export async function emulated(t: TestContext, scopes?: readonly string[]): Promise<Slack> {
  const port = await freePort()
  const hansaUrl = `http://127.0.0.1:${port}`
  const slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Council <of> Leeds' },
        users: [{ name: 'robin' }],
        strict_scopes: true,
        oauth_apps: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            name: 'Hansa',
            redirect_uris: [`${hansaUrl}/slack/oauth_redirect`],
            ...(scopes && { scopes }),
          },
        ],
      },
    },
  })
  t.after(() => slack.close())
  return { url: slack.url, hansaUrl, port }
}

/** Hansa over HTTP for several workspaces, as `npm start` serves it. */
export async function serving(
  t: TestContext,
  { url, hansaUrl, port }: Slack,
  store: Store,
  own: {
    secret?: string
    secretBefore?: string
    clientSecret?: string
    maps?: boolean
    port?: number
    data?: string
    fetch?: typeof fetch
  } = {},
): Promise<Installing> {
  const { log, lines } = keepLog()
  const changes: Change[] = []
  const { port: at = port, data, fetch: call, ...keys } = own
  const served = await serveSlack({
    settings: {
      signingSecret: SECRET,
      apiUrl: `${url}/api/`,
      install: { ...CLIENT, url: hansaUrl, secret: KEY, ...keys },
      host: '127.0.0.1',
      port: at,
    },
    desk: smallDesk(),
    log,
    rows: store,
    ...(call && { fetch: call }),
    ...(data && { goodbyes: goodbyesIn(data) }),
    record: async (change) => {
      changes.push(change)
      await store.recordChange(change)
    },
  })
  t.after(() => served.stop())
  return { url: served.url, slackUrl: url, lines, changes, health: served.health, stop: served.stop }
}

/** What a browser does: to Slack and back. `scope`: what Slack is made to grant instead of what is asked. */
export async function begun({ url }: Installing): Promise<{ cookie: string; consent: URL }> {
  const start = await fetch(`${url}/slack/install`, { redirect: 'manual' })
  const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { cookie, consent: new URL(start.headers.get('location') ?? '') }
}

export async function agreed(consent: URL, scope?: string): Promise<string> {
  const form = await (await fetch(consent)).text()
  const fields = new URLSearchParams(
    [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  )
  if (scope) fields.set('scope', scope)
  const posted = await fetch(new URL('/oauth/v2/authorize/callback', consent), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  })
  return posted.headers.get('location') ?? ''
}

export async function back(link: string, cookie?: string): Promise<{ status: number; says: string }> {
  const reply = await fetch(link, { redirect: 'manual', headers: cookie ? { cookie } : {} })
  return { status: reply.status, says: await reply.text() }
}

export async function install(here: Installing, scope?: string) {
  const { cookie, consent } = await begun(here)
  return back(await agreed(consent, scope), cookie)
}

let count = 0

/** An event from the workspace, as Slack signs it. */
export async function told(
  { url }: Installing,
  event: object,
  at = Math.ceil(Date.now() / 1000),
): Promise<void> {
  const body = { type: 'event_callback', event_id: `E${++count}`, team_id: TEAM, event_time: at, event }
  const { status } = await signed(url, JSON.stringify(body), JSON_TYPE)
  assert.equal(status, 200)
}
