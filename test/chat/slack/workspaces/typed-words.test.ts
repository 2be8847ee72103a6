import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import type { Knowledge } from '../../../../src/knowledge/records.ts'
import { proposalDesk } from '../../../../src/serve/proposals.ts'
import { linesToText } from '../../../../src/store/export-import.ts'
import type { Store } from '../../../../src/store/store.ts'
import { everythingIn } from '../../../store/dump.ts'
import { ENGINES, type Engine } from '../../../store/engines.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'
import { markers, WAYS, type Way } from './typed-everywhere.ts'

const TEAM = 'T0PRETEND'
const DAYS = ['2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z', '2026-11-26T10:00:00Z']
const WORDS = markers(100)
const wayOf = (at: number): Way => WAYS[at % WAYS.length] as Way

for (const engine of ENGINES) {
  test(`${engine.name}: a word typed anywhere is in no list, digest, log line or export, nor anywhere in the store`, {
    skip: engine.skip,
  }, async (t) => {
    const { shown, logged, exported, stored } = await afterTyping(t, engine)
    // It has eyes: what is ours is found there.
    assert.match(shown, /Asked for and not held: Norwich, 9 times/)
    assert.match(shown, /\d\d\d other questions found no answer/)
    assert.match(logged, /answered/)
    assert.match(exported, /"kind":"place","id":"2641181"/)
    assert.match(stored, /2641181/)
    for (const place of [shown, logged, exported, stored]) assert.deepEqual(wordsIn(place), [])
    // Asked for in direct messages alone, on three days.
    for (const place of [shown, exported, stored]) assert.doesNotMatch(place, /\bEly\b|2655603/)
  })

  test(`${engine.name}: where words are kept, those of direct messages are nowhere, and others only in the terminal`, {
    skip: engine.skip,
  }, async (t) => {
    const { shown, logged, exported, stored, store } = await afterTyping(t, engine, { keepWords: true })
    for (const place of [shown, logged, exported]) assert.deepEqual(wordsIn(place), [])
    const kept = JSON.stringify(await store.keptWords(TEAM))
    const isPrivate = (word: string) => wayOf(WORDS.indexOf(word)).private
    assert.ok(wordsIn(kept).length > 10)
    assert.deepEqual(wordsIn(kept).filter(isPrivate), [])
    assert.deepEqual(wordsIn(stored).filter(isPrivate), [])
    assert.doesNotMatch(stored, /@example|496 0000/)
  })
}

test('what is given to be kept lies where it was given: a digest’s topics, a report, a proposal and why it was rejected', async (t) => {
  const here = await digestPretend(t, undefined, { proposals })
  const { workspace, policy, store } = here
  const [topic = '', report = '', note = '', why = ''] = WORDS
  const other = workspace.addChannel('other', { people: ['U1', 'U3'] }).id
  await workspace.command('U1', other, '/digest on')
  await workspace.command('U1', other, `/digest about ${topic}`)
  await here.submit('U1', {
    record: { record: { selected_option: { value: 'leeds-dortmund' } } },
    says: { says: { value: report } },
  })
  const link = { place: 'Leeds', partner: 'Lille', status: 'ended', source: 'council', note }
  const proposed = await proposals(store, here.knowledge).propose(link, {
    workspace: TEAM,
    platform: 'slack',
  })
  assert.ok('number' in proposed, JSON.stringify(proposed))
  await proposals(store, here.knowledge).decide(1, 'rejected', { workspace: 'T1' }, why)
  await workspace.command('U2', policy, '/digest on')
  for (const [word, table] of [
    [topic, 'subscriptions'],
    [report, 'reports'],
    [note, 'proposals'],
    [why, 'proposals'],
  ] as const) {
    const rows = (await store.export()).filter(({ row }) => JSON.stringify(row).includes(word))
    assert.deepEqual([...new Set(rows.map((row) => row.table))], [table])
  }
  const { shown, logged } = await seen(here)
  for (const place of [shown, logged]) assert.deepEqual(wordsIn(place), [])
  assert.deepEqual(await store.forget(TEAM), { questions: 0, reports: 1 })
  assert.doesNotMatch(JSON.stringify(await store.export()), new RegExp(report))
})

/** They are decided on without a folder here: nothing is approved. */
const proposals = (store: Store, knowledge: Knowledge) => proposalDesk('', store, () => knowledge)

async function afterTyping(t: TestContext, engine: Engine, own: { keepWords?: boolean } = {}) {
  const place = await engine.place(t)
  const store = place.open()
  const here = await digestPretend(t, 'https://example.org/new', {
    store,
    proposals,
    takeAlong: async ({ ask }) => ask,
    ...own,
  })
  const { workspace, policy, clock } = here
  for (const [day, moment] of DAYS.entries()) {
    clock.set(moment)
    for (const [at, word] of WORDS.entries()) await wayOf(at).type(word, day === 0 ? 'U1' : 'U2', here)
    await workspace.command('U1', policy, '/twins Norwich')
    await workspace.say('U1', workspace.directMessage('U1').id, 'twins Ely')
    await here.flushed()
  }
  const looks = await seen(here)
  const exported = linesToText(await store.export())
  return { ...looks, store, exported, stored: await everythingIn(place) }
}

/** What somebody sees who typed nothing: lists, a preview, the posted digest, the home tab; and what was logged. */
async function seen(here: DigestPretend): Promise<{ shown: string; logged: string }> {
  const { workspace, policy, clock, loop } = here
  await workspace.command('U1', policy, '/digest on')
  const before = new Set(workspace.state.posts)
  for (const line of ['/ask gaps', '/digest now', '/digest', '/help'])
    await workspace.command('U3', policy, line)
  await workspace.say('U3', workspace.directMessage('U3').id, 'gaps')
  const home = await workspace.openHome('U3')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  workspace.passTime(Date.parse('2026-11-30T09:00:00Z') / 1000)
  await loop.tick()
  const posts = workspace.state.posts.filter((post) => !before.has(post))
  assert.ok(
    posts.some(({ text, onlyFor }) => !onlyFor && text.startsWith('Weekly digest, Monday 30 November')),
  )
  const written = inspect(here.lines, {
    depth: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
  })
  return { shown: JSON.stringify([posts, home?.blocks]), logged: written }
}

function wordsIn(place: string): readonly string[] {
  const text = place.toLowerCase()
  return WORDS.filter((word) => text.includes(word))
}
