import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { ProposalDesk } from '../../../../src/chat/core/proposals.ts'
import { digestClient, tend } from '../../../../src/chat/slack/digest/digest-client.ts'
import type { Post, View } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { onlyIn } from '../../../../src/digest/desk.ts'
import { readKnowledge } from '../../../../src/knowledge/read.ts'
import { filesIn } from '../../../../src/serve/folder/folder-files.ts'
import { proposalDesk } from '../../../../src/serve/proposals.ts'
import { emptyFolder, FIXTURE } from '../../../growing/folders.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'

/** Curators are a channel and one person; what is due is sent on a Monday a year after all was checked. */
async function monday(t: TestContext) {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const { knowledge } = readKnowledge(filesIn(folder), '2026-11-30')
  assert.ok(knowledge)
  const desks: ProposalDesk[] = []
  const now = () => Temporal.Instant.from('2027-12-06T10:00:00Z')
  const here = await digestPretend(t, undefined, {
    curators: ['U2'],
    proposals(store) {
      desks.push(...[1, 2].map(() => proposalDesk(folder, store, () => knowledge, { now })))
      return desks[0] as ProposalDesk
    },
  })
  const { workspace } = here
  const { token, teamId } = workspace.state.bot
  const client = digestClient(token, workspace.clientOptions)
  const deps = { curators: () => ['U2'], served: onlyIn(teamId), client: async () => client }
  const warned: string[] = []
  const log = { warn: (_: object, says: string) => void warned.push(says) }
  await Promise.all(desks.map((proposals) => tend({ ...deps, proposals, log })))
  const due = workspace.state.posts.filter(({ text }) => text.startsWith('Does the source still say so?'))
  assert.deepEqual([warned, due.length], [[], 3])
  const room = due[0]?.channel ?? ''
  const last = () => workspace.seenBy('U2', room).at(-1) as Post
  return { ...here, due: due as [Post, Post, Post], room, last }
}

test('what is due comes to a curator once; “Still so” is kept, with a name where they wish', async (t) => {
  const { workspace, due, last, store, faults } = await monday(t)
  await workspace.press('U2', due[0], 'Still so')
  assert.match(last().text, /checked today by a colleague/)
  await workspace.press('U2', last(), 'Put my name there')
  await workspace.submit(workspace.windowOf('U2') as View, { named: { named: 'Ana Example' } })
  const kept = await store.proposals(['approved'])
  assert.deepEqual(
    kept.map(({ link, named, user }) => [link.found, named, user]),
    [
      ['still so', undefined, undefined],
      ['still so', 'Ana Example', undefined],
    ],
  )
  await workspace.press('U1', due[1], 'Still so')
  assert.equal((await store.proposals(['approved'])).length, 2, 'U1 is no curator')
  assert.deepEqual(faults, [])
})

test('“Gone” waits for a decision, and “Changed” opens a form on that record', async (t) => {
  const { workspace, due, last, store, faults } = await monday(t)
  await workspace.press('U2', due[1], 'Gone')
  const [waits] = await store.proposals(['waiting'])
  assert.equal(waits?.link.found, 'gone')
  assert.match(last().text, /^Proposal 1: .*: the source does not say so any more$/)
  await workspace.press('U2', last(), 'Approve')
  assert.equal((await store.proposal(1))?.state, 'approved')
  for (const one of due) await workspace.press('U2', one, 'Changed')
  assert.match(workspace.windowOf('U2')?.title ?? '', /^(Propose a link|Report a mistake)$/)
  assert.deepEqual(faults, [])
})
