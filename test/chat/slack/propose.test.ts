import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import type { Post, View } from '../../../src/chat/web/workspace/workspace-state.ts'
import { proposalDesk } from '../../../src/serve/proposals.ts'
import { emptyFolder, FIXTURE } from '../../growing/folders.ts'
import { digestPretend } from './digest-pretend.ts'

/** Slack with a folder in which an approved record can be checked. */
async function world(t: TestContext) {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const here = await digestPretend(t, undefined, {
    proposals: (store, knowledge) => proposalDesk(folder, store, () => knowledge),
  })
  const { workspace } = here
  const [curators = ''] = [...workspace.state.channels.values()]
    .filter(({ name }) => name === 'curators')
    .map(({ id }) => id)
  for (const person of ['U1', 'U2']) workspace.state.channels.get(curators)?.members.add(person)
  const last = (user: string, channel: string) => workspace.seenBy(user, channel).at(-1) as Post
  const window = () => workspace.windowOf('U1') as View
  return { ...here, curators, last, window }
}

const FILLED = {
  place: { place: 'Leeds' },
  partner: { partner: 'Rouen' },
  status: { status: 'active' },
  source: { source: 'https://example.org/rouen' },
  since: { since: '1951' },
}

async function proposed(t: TestContext) {
  const here = await world(t)
  const { workspace, policy, last, window } = here
  await workspace.command('U1', policy, '/twins Norwich')
  await workspace.press('U1', last('U1', policy), 'Tell us about Norwich')
  assert.equal(window().title, 'Propose a link')
  assert.match(JSON.stringify(window().blocks), /"initial_value":"Norwich"/)
  return here
}

test('under “we hold nothing” a link is proposed, a curator approves, and the proposer is told', async (t) => {
  const { workspace, window, store, curators, last, faults } = await proposed(t)
  const wrong = await workspace.submit(window(), { ...FILLED, partner: { partner: 'Springfield' } })
  assert.deepEqual(Object.keys(wrong), ['partner'])
  assert.deepEqual(await store.proposals(['waiting']), [])
  assert.deepEqual(await workspace.submit(window(), FILLED), {})
  assert.match(JSON.stringify(window().blocks), /It waits as proposal 1 /)
  assert.match(last('U2', curators).text, /^Proposal 1: Leeds – Rouen/)
  const message = last('U2', curators)
  await workspace.press('U2', message, 'Approve')
  assert.match(last('U2', curators).text, /Proposal 1 is approved and served/)
  assert.equal((await store.proposal(1))?.state, 'approved')
  assert.equal((await store.proposal(1))?.user, undefined, 'who proposed is forgotten once told')
  const told = workspace.state.posts.filter(({ text }) => text.startsWith('Your proposal 1'))
  assert.equal(told.length, 1)
  await workspace.press('U2', message, 'Approve')
  assert.match(last('U2', curators).text, /was decided before you; nothing was changed/)
  assert.deepEqual(faults, [])
})

test('a curator who rejects says why, and the proposer reads it', async (t) => {
  const { workspace, window, store, curators, last, faults } = await proposed(t)
  await workspace.submit(window(), FILLED)
  await workspace.press('U2', last('U2', curators), 'Reject')
  await workspace.submit(workspace.windowOf('U2') as View, { why: { why: 'The page does not say so.' } })
  assert.equal((await store.proposal(1))?.why, 'The page does not say so.')
  assert.ok(
    workspace.state.posts.some(({ text }) => text.endsWith('was not taken up: The page does not say so.')),
  )
  assert.deepEqual(faults, [])
})
