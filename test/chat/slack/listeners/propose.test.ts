import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import type { ProposalDesk } from '../../../../src/chat/core/proposals.ts'
import { digestClient, tend } from '../../../../src/chat/slack/digest/digest-client.ts'
import type { Post, View } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { onlyIn } from '../../../../src/digest/desk.ts'
import { checkFolder, today } from '../../../../src/serve/folder/folder.ts'
import { proposalDesk, writeApproved } from '../../../../src/serve/proposals.ts'
import { emptyFolder, FIXTURE, read } from '../../../growing/folders.ts'
import { until } from '../../../until.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'
import { running } from '../pretend/served.ts'
import { form, shortcutBody, signed, suggestionBody } from '../pretend/signed.ts'

/** Slack with a folder in which an approved record can be checked. */
async function world(t: TestContext, completes = false) {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  const here = await digestPretend(t, undefined, {
    completes,
    proposals: (store, knowledge) =>
      proposalDesk(folder, store, () => knowledge, { record: store.recordChange }),
  })
  const desk = () => proposalDesk(folder, here.store, () => here.knowledge)
  const { workspace } = here
  const [curators = ''] = [...workspace.state.channels.values()]
    .filter(({ name }) => name === 'curators')
    .map(({ id }) => id)
  for (const person of ['U1', 'U2']) workspace.state.channels.get(curators)?.members.add(person)
  const last = (user: string, channel: string) => workspace.seenBy(user, channel).at(-1) as Post
  const window = () => workspace.windowOf('U1') as View
  return { ...here, folder, desk, curators, last, window }
}

const FILLED = {
  place: { place: 'Leeds' },
  partner: { partner: 'Rouen' },
  status: { status: 'active' },
  source: { source: 'https://example.org/rouen' },
  since: { since: '1951' },
}

async function proposed(t: TestContext, completes = false) {
  const here = await world(t, completes)
  const { workspace, policy, last, window } = here
  await workspace.command('U1', policy, '/twins Norwich')
  await workspace.press('U1', last('U1', policy), 'Tell us about Norwich')
  assert.equal(window().title, 'Propose a link')
  assert.match(JSON.stringify(window().blocks), /"initial_value":"Norwich"/)
  return here
}

test('of what can be pressed one thing stands out: to tell us where none is held, else to share', async (t) => {
  const { workspace, policy, last } = await world(t)
  const standsOut = async (question: string) => {
    await workspace.command('U1', policy, question)
    const buttons = JSON.stringify(last('U1', policy).blocks).match(/\{"type":"button"[^}]*\}[^}]*\}/g) ?? []
    return buttons
      .filter((one) => one.includes('"style":"primary"'))
      .map((one) => /"text":"([^"]*)"/.exec(one)?.[1])
  }
  assert.deepEqual(await standsOut('/twins Norwich'), ['Tell us about Norwich'])
  assert.deepEqual(await standsOut('/twins Leeds'), ['Share'])
})

test('under “we hold nothing” a link is proposed, a curator approves, and the proposer is told', async (t) => {
  const { workspace, window, store, folder, curators, last, faults } = await proposed(t)
  const wrong = await workspace.submit(window(), { ...FILLED, partner: { partner: 'Springfield' } })
  assert.deepEqual(Object.keys(wrong), ['partner'])
  // All that cannot be is told at once, each at its question.
  const typed = { place: { place: 'Atlantis' }, source: { source: 'a page' }, on: { on: 'once' } }
  const all = await workspace.submit(window(), { ...FILLED, ...typed, since: { since: '30 February 1951' } })
  assert.deepEqual(Object.keys(all).toSorted(), ['on', 'place', 'since', 'source'])
  assert.match(all.since ?? '', /^There is no such day/)
  assert.deepEqual(await store.proposals(['waiting']), [])
  assert.deepEqual(await workspace.submit(window(), FILLED), {})
  assert.match(JSON.stringify(window().blocks), /It waits as proposal 1 /)
  assert.match(last('U2', curators).text, /^Proposal 1: Leeds – Rouen/)
  const message = last('U2', curators)
  await workspace.press('U2', message, 'Approve')
  assert.match(last('U2', curators).text, /Proposal 1 is approved and served/)
  assert.equal((await store.proposal(1))?.state, 'approved')
  const [change] = await store.changes(workspace.state.bot.teamId)
  const { at: _moment, ...rest } = change ?? assert.fail('the decision is written down')
  const done = { did: 'decided a proposal', what: 'approved proposal 1' }
  assert.deepEqual(rest, { workspace: workspace.state.bot.teamId, channel: curators, who: 'U2', ...done })
  assert.equal((await store.proposal(1))?.user, undefined, 'who proposed is forgotten once told')
  const told = workspace.state.posts.filter(({ text }) => text.startsWith('Your proposal 1'))
  assert.equal(told.length, 1)
  await workspace.press('U2', message, 'Approve')
  assert.match(last('U2', curators).text, /was decided before you; nothing was changed/)
  assert.deepEqual((await writeApproved(folder, store, { fetch: false })).held, [1])
  assert.match(read(folder, 'twinnings/leeds.yml'), /twin: Rouen, FR\n.*\n {4}since: 1951\n/)
  assert.ok((await checkFolder(folder, today())).knowledge)
  assert.deepEqual(faults, [])
})

test('a partner is chosen from a list of those whose names begin so, or written where the list does not have it', async (t) => {
  const { workspace, window, store, curators, last, faults } = await proposed(t, true)
  assert.deepEqual(await workspace.offers(window(), 'partner', 'dort'), ['Dortmund, Germany'])
  assert.deepEqual(await workspace.offers(window(), 'partner', 'xyz'), [])
  const { partner: _, ...others } = FILLED
  const other = (name: string) => ({ ...others, 'other-partner': { 'other-partner': name } })
  assert.deepEqual(Object.keys(await workspace.submit(window(), others)), ['partner'])
  assert.deepEqual(Object.keys(await workspace.submit(window(), other('Springfield'))), ['other-partner'])
  const chosen = { ...others, partner: { partner: 'Dortmund, Germany' } }
  assert.deepEqual(await workspace.submit(window(), chosen), {})
  assert.equal((await store.proposal(1))?.link.partner, 'Dortmund, Germany')
  await workspace.press('U2', last('U2', curators), 'Change')
  const form = workspace.windowOf('U2') as View
  assert.match(JSON.stringify(form.blocks), /"initial_option":\{[^}]*"text":"Dortmund, Germany"/)
  assert.deepEqual(await workspace.submit(form, { ...chosen, ...other('Rouen') }), {})
  assert.deepEqual((await store.proposal(1))?.link.partner, 'Rouen')
  assert.deepEqual(faults, [])
})

test('over HTTP Slack is given the names for a list, and none for a list of another release', async (t) => {
  const names = (typed: string, side: string) =>
    typed === 'Rou' && side === 'partner' ? ['Rouen, France', 'x'.repeat(80)] : []
  const proposals = { names, untold: async () => [] } as unknown as ProposalDesk
  const { served } = await running(t, { proposals })
  const offered = async (body: object) => {
    const reply = await signed(served.url, form({ payload: JSON.stringify(body) }))
    assert.equal(reply.status, 200)
    return reply.json()
  }
  const text = { type: 'plain_text', text: 'Rouen, France', emoji: false }
  assert.deepEqual(await offered(suggestionBody('Rou')), { options: [{ text, value: 'Rouen, France' }] })
  assert.deepEqual(await offered({ ...suggestionBody('Rou'), action_id: 'place' }), { options: [] })
})

test('a curator changes what is proposed, in the same form, and the proposer is told what', async (t) => {
  const { workspace, window, store, curators, last, faults } = await proposed(t)
  const words = { kind: { kind: 'twin' }, 'other-kind': { 'other-kind': 'jumelage' } }
  await workspace.submit(window(), { ...FILLED, ...words, quote: { quote: 'twinned since 1951' } })
  await workspace.press('U2', last('U2', curators), 'Change')
  const form = workspace.windowOf('U2') as View
  assert.match(JSON.stringify(form.blocks), /"initial_value":"Rouen".*"initial_value":"twinned since 1951"/)
  assert.match(JSON.stringify(form.blocks), /"initial_option":\{[^}]*"text":"jumelage"/)
  assert.deepEqual(Object.keys(await workspace.submit(form, { ...FILLED, since: { since: 'once' } })), [
    'since',
  ])
  assert.equal((await store.proposal(1))?.link.since, '1951')
  await workspace.submit(form, { ...FILLED, since: { since: '1952' } })
  const kept = await store.proposal(1)
  assert.deepEqual(
    [kept?.state, kept?.link.since, kept?.link.quote, kept?.user],
    ['approved', '1952', undefined, undefined],
  )
  const told = workspace.state.posts.filter(({ text }) => text.startsWith('Your proposal 1'))
  assert.match(
    told[0]?.text ?? '',
    /approved with what a curator changed \(kind: left out; since: 1952; quote: left out\)/,
  )
  await workspace.press('U2', last('U2', curators), 'Change')
  assert.match(last('U2', curators).text, /was decided before you/)
  assert.deepEqual(faults, [])
})

test('what is decided in the terminal is told by the process that serves, once', async (t) => {
  const { workspace, window, store, desk } = await proposed(t)
  await workspace.submit(window(), FILLED)
  await store.decideProposal(1, 'waiting', 'rejected', 'The page is gone.')
  const { token, teamId } = workspace.state.bot
  const client = digestClient(token, workspace.clientOptions)
  const deps = {
    curators: () => [],
    served: onlyIn(teamId),
    client: async () => client,
    log: { warn: assert.fail },
  }
  await Promise.all([1, 2].map(() => tend({ ...deps, proposals: desk() })))
  const told = workspace.state.posts.filter(({ text }) => text.startsWith('Your proposal 1'))
  assert.deepEqual(
    told.map(({ text }) => text.split('taken up: ')[1]),
    ['The page is gone.'],
  )
  assert.equal((await store.proposal(1))?.user, undefined)
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

test('“Keep this for Hansa” opens the window with the words of the message, for people of the workspace', async (t) => {
  const opened: string[] = []
  const { served, workspace, channel } = await running(t, {
    through: (call) => (url, init) => {
      if (String(url).endsWith('views.open'))
        opened.push(new URLSearchParams(String(init?.body)).get('view') ?? '')
      return call(url, init)
    },
  })
  const keep = async (body: object) => {
    const reply = await signed(served.url, form({ payload: JSON.stringify(body) }))
    assert.equal(reply.status, 200)
  }
  const text = 'Leeds and Lille met again, says <https://example.org/lille|the council>: “fifty years”.'
  await keep(shortcutBody(text, channel))
  await until(() => opened.length === 1)
  assert.match(opened[0] ?? '', /"text":"Propose a link"/)
  assert.match(opened[0] ?? '', /"initial_value":"https:\/\/example\.org\/lille"/)
  assert.match(opened[0] ?? '', /"initial_value":"Leeds and Lille met again, says : “fifty years”\."/)
  await keep({ ...shortcutBody(text, channel), user: { id: 'U1', team_id: 'T0ELSEWHERE' } })
  await until(() => workspace.seenBy('U1', channel).at(-1)?.text.includes('from another organisation'))
  // One that another release had in its manifest is acknowledged.
  await keep({ ...shortcutBody(text, channel), callback_id: 'keep' })
  assert.equal(opened.length, 1)
})
