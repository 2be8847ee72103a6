import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { everythingIn } from '../../../store/dump.ts'
import { ENGINES } from '../../../store/engines.ts'
import { until } from '../../../until.ts'
import { commandFields, form, signed } from '../pretend/signed.ts'
import {
  agreed,
  back,
  begun,
  emulated,
  type Installing,
  install,
  KEY,
  serving,
  TEAM,
  told,
} from './installing.ts'

const NEW_KEY = 'another secret of thirty-two chars'

for (const { name, skip, place } of ENGINES) {
  test(`${name}: a workspace installs Hansa by itself, and its token lies nowhere in the open`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    const hansa = await serving(t, await emulated(t), store)
    const { status, says } = await install(hansa)
    assert.equal(status, 200)
    assert.match(says, /<h1>Hansa is installed in Council &lt;of&gt; Leeds\.<\/h1>/)
    assert.deepEqual(
      [...(await store.installations())].map(({ workspace }) => workspace),
      [TEAM],
    )
    assert.doesNotMatch(await everythingIn(here), /xox[bp]-/)
    assert.doesNotMatch(inspect(hansa.lines, { depth: null }), /xox[bp]-|client-secret/)
    assert.deepEqual(
      hansa.changes.map(({ did, workspace }) => [did, workspace]),
      [['installed', TEAM]],
    )
    // Asked from there, it is answered there with the token that was given.
    assert.match(await asked(hansa, TEAM), /Dortmund/)
    // From elsewhere it is not, and Slack is told nothing that makes it ask again.
    assert.equal(await asked(hansa, 'T0ELSEWHERE'), '')
    assert.ok(hansa.lines.some(({ facts, level }) => facts.workspace === 'T0ELSEWHERE' && level === 'info'))
    // Nor where the sealed token is copied there: it opens for its own workspace only.
    const row = await store.installation(TEAM)
    assert.ok(row)
    await store.install({ ...row, workspace: 'T0ELSEWHERE' })
    assert.equal(await asked(hansa, 'T0ELSEWHERE'), '')
    assert.match(await asked(hansa, TEAM), /Dortmund/)
  })

  test(`${name}: a workspace that left is deleted once, however often and in whatever order Slack says so`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    const hansa = await serving(t, await emulated(t), store)
    await install(hansa)
    await store.install({ ...stored('T0STAYS'), sealed: 'v1.x' })
    const stays = await store.installation('T0STAYS')
    // A person's token, and word from before it was installed anew.
    await told(hansa, { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } })
    await told(hansa, { type: 'app_uninstalled' }, LONG_AGO)
    assert.ok(await store.installation(TEAM))
    for (const event of [REVOKED, { type: 'app_uninstalled' }, REVOKED, { type: 'app_uninstalled' }])
      await told(hansa, event)
    await until(async () => (await store.installation(TEAM)) === undefined)
    assert.doesNotMatch(await everythingIn(here), new RegExp(TEAM))
    assert.deepEqual(await store.installation('T0STAYS'), stays)
    const goodbyes = hansa.lines.filter(({ message }) => message.startsWith('a workspace left'))
    assert.doesNotMatch(inspect(goodbyes), new RegExp(TEAM))
    assert.equal((await install(hansa)).status, 200)
  })
}

test('a link is good once, in one browser, and each other way back says what to do', async (t) => {
  const [engine] = ENGINES
  const store = (await engine?.place(t))?.open()
  assert.ok(store)
  const hansa = await serving(t, await emulated(t), store)
  const { cookie, consent } = await begun(hansa)
  const link = await agreed(consent)
  assert.deepEqual(sentence(await back(link)), [400, NOT_THIS_BROWSER])
  assert.deepEqual(sentence(await back(`${hansa.url}/slack/oauth_redirect?error=access_denied`, cookie)), [
    400,
    'It was cancelled in Slack. Begin again at /slack/install, in one window of one browser.',
  ])
  assert.deepEqual(sentence(await back(link.replace(/state=[^&]+/, 'state=made.up.state'), cookie)), [
    400,
    NOT_THIS_BROWSER,
  ])
  assert.deepEqual(sentence(await back(link.replace(/state=[^&]+/, 'state=made.up.state'), COOKIE_MADE_UP)), [
    400,
    NOT_THIS_BROWSER,
  ])
  assert.deepEqual(await store.installations(), [])
  assert.equal((await back(link, cookie)).status, 200)
  assert.deepEqual(sentence(await back(link, cookie)), [
    400,
    'This link was used before, or is too old. Begin again at /slack/install, in one window of one browser.',
  ])
  assert.equal((await store.installations()).length, 1)
  // Less was granted than is needed: it stands, and the page says what lacks.
  const less = await install(hansa, 'commands,chat:write')
  assert.equal(less.status, 200)
  assert.match(less.says, /app_mentions:read, im:history is missing/)
  assert.doesNotMatch(inspect(hansa.lines, { depth: null }), /made\.up|code=|state=/)
})

test('the installation asks for the scopes that the manifest has, and where maps are wanted for theirs', async (t) => {
  const [engine] = ENGINES
  const store = (await engine?.place(t))?.open()
  assert.ok(store)
  const slack = await emulated(t)
  const needed = 'commands,chat:write,app_mentions:read,im:history'
  const plain = await serving(t, slack, store)
  assert.equal((await begun(plain)).consent.searchParams.get('scope'), needed)
  await plain.stop()
  const maps = await serving(t, slack, store, { maps: true })
  assert.equal((await begun(maps)).consent.searchParams.get('scope'), `${needed},files:write`)
  assert.match((await install(maps, needed)).says, /\(files:write is missing\)/)
  assert.doesNotMatch((await install(maps)).says, /missing/)
})

test('twenty who install at once all succeed, and one token stands that opens', async (t) => {
  const [engine] = ENGINES
  const store = (await engine?.place(t))?.open()
  assert.ok(store)
  const hansa = await serving(t, await emulated(t), store)
  const all = await Promise.all(Array.from({ length: 20 }, () => install(hansa)))
  assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([200]))
  assert.equal((await store.installations()).length, 1)
  assert.match(await asked(hansa, TEAM), /Dortmund/)
})

test('a changed secret is one sentence; nothing is lost, nothing is readable, and the one before it opens', async (t) => {
  const [engine] = ENGINES
  const here = await engine?.place(t)
  assert.ok(here)
  const slack = await emulated(t)
  const store = here.open()
  const first = await serving(t, slack, store)
  await install(first)
  await first.stop()
  const before = await store.installations()
  const changed = await serving(t, slack, store, { secret: NEW_KEY })
  const trouble =
    'HANSA_SECRET opens the tokens of 0 of 1 workspaces: set the secret that sealed the others as ' +
    'HANSA_SECRET_BEFORE and start again, or let them install Hansa again. Nothing of theirs is lost.'
  assert.deepEqual(
    changed.health().troubles?.map(({ says }) => says),
    [trouble],
  )
  assert.deepEqual(
    changed.lines.filter(({ level }) => level === 'warn').map(({ message }) => message),
    [trouble],
  )
  assert.equal(await asked(changed, TEAM), '')
  assert.deepEqual(await store.installations(), before)
  await changed.stop()
  const both = await serving(t, slack, store, { secret: NEW_KEY, secretBefore: KEY })
  assert.equal(both.health().ok, true)
  await both.stop()
  // Sealed anew: the old secret may go.
  const after = await serving(t, slack, store, { secret: NEW_KEY })
  assert.equal(after.health().ok, true)
  assert.notDeepEqual(await store.installations(), before)
  assert.match(await asked(after, TEAM), /Dortmund/)
})

const NOT_THIS_BROWSER =
  'The way back from Slack did not fit the way there: it took more than ten minutes, or another browser. ' +
  'Begin again at /slack/install, in one window of one browser.'
const COOKIE_MADE_UP = 'slack-app-oauth-state=made.up.state'
const REVOKED = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }
const LONG_AGO = 1_700_000_000

function sentence({ status, says }: { status: number; says: string }): [number, string] {
  return [status, /<p>(.*?)<\/p>/.exec(says)?.[1] ?? says]
}

function stored(workspace: string) {
  return { workspace, platform: 'slack', since: '2026-11-30T09:00:00Z' }
}

async function asked({ url }: Installing, team_id: string): Promise<string> {
  const reply = await signed(url, form({ ...commandFields('Leeds'), team_id }))
  assert.equal(reply.status, 200)
  return reply.text()
}
