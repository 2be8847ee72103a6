import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { type DigestPretend, digestPretend } from '../pretend/digest-pretend.ts'

test('/digest tells how it stands, and its buttons turn it on and off', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, faults } = here
  await workspace.command('U1', policy, '/digest')
  assert.match(lastOf(here).text, /^There is no weekly digest here\n/)
  await workspace.press('U1', lastOf(here), 'Turn on, Mondays at 09:00')
  assert.match(
    lastOf(here).text,
    /^The weekly digest comes on Mondays at 09:00 \(Europe\/London\)\nThe next is due on Monday 30 November 2026 at 09:00\./,
  )
  await workspace.command('U1', policy, '/digest on fri 4pm')
  assert.match(lastOf(here).text, /^The weekly digest comes on Fridays at 16:00 \(Europe\/London\)/)
  await workspace.command('U1', policy, '/digest about yorkshire, llamas')
  assert.match(lastOf(here).text, /“yorkshire”, “llamas”|“llamas”/)
  await workspace.command('U1', policy, '/digest')
  assert.match(
    lastOf(here).text,
    /^There is a weekly digest here\n.*\nIt looks first for: yorkshire, llamas\./,
  )
  await workspace.press('U1', lastOf(here), 'Turn off')
  assert.match(lastOf(here).text, /^There is no weekly digest here any more/)
  assert.deepEqual(await here.store.subscriptions(), [])
  assert.deepEqual(
    workspace.seenBy('U2', policy).map(({ text }) => text),
    [
      '<@U1> turned on the weekly digest here: it comes on Mondays at 09:00 (Europe/London).',
      '<@U1> moved the weekly digest here: it comes on Fridays at 16:00 (Europe/London).',
      '<@U1> changed the topics of the weekly digest here.',
      '<@U1> turned off the weekly digest here.',
    ],
  )
  assert.deepEqual(faults, [])
})

test('a wrong word gets a sentence and an example', async (t) => {
  const here = await digestPretend(t)
  await here.workspace.command('U1', here.policy, '/digest on someday')
  assert.match(
    lastOf(here).text,
    /^“someday” is not a day of the week.* Write it like: monday 09:00 Europe\/London/,
  )
  await here.workspace.command('U1', here.policy, '/digest frobnicate')
  assert.match(lastOf(here).text, /^“\/hansa digest frobnicate” is not something I understand/)
})

test('help says what there is, and stop turns it off', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store } = here
  await workspace.command('U1', policy, '/digest help')
  assert.match(
    lastOf(here).text,
    /^A weekly digest for this channel\nThere are: \/hansa digest on monday 09:00/,
  )
  await workspace.command('U1', policy, '/digest weekly')
  assert.equal((await store.subscriptions()).length, 1)
  await workspace.command('U1', policy, '/digest stop')
  assert.match(lastOf(here).text, /^There is no weekly digest here any more/)
  assert.deepEqual(await store.subscriptions(), [])
})

test('the digest is posted to the channel at its time, with citations, buttons and a footer, and folds the rest', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, loop, clock, faults } = here
  await workspace.command('U1', policy, '/digest on')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  assert.deepEqual(here.posted(policy), [])
  workspace.passTime(Date.parse('2026-11-30T09:00:00Z') / 1000)
  assert.deepEqual(here.posted(policy), ['Weekly digest, Monday 30 November 2026'])
  const post = workspace.seenBy('U2', policy).at(-1)
  const shown = JSON.stringify(post?.blocks)
  assert.match(shown, /Link of the week/)
  assert.match(shown, /Leeds City Council \(no date\)/)
  assert.match(shown, /“\/hansa digest off” stops it/)
  assert.ok(post)
  await workspace.press('U2', post, 'Show 4 more')
  assert.equal(
    workspace.seenBy('U2', policy).at(-1)?.text.split('\n')[0],
    'Weekly digest, Monday 30 November 2026: the rest',
  )
  assert.equal(workspace.seenBy('U1', policy).filter(({ text }) => text.includes(': the rest')).length, 0)
  assert.deepEqual(faults, [])
})

test('/digest now shows a preview to one person, and posts nothing', async (t) => {
  const here = await digestPretend(t)
  await here.workspace.command('U1', here.policy, '/digest now')
  assert.match(
    lastOf(here).text,
    /^Weekly digest, Tuesday 24 November 2026\nA preview for you alone: nothing was posted\./,
  )
  await here.workspace.press('U1', lastOf(here), 'Show 4 more')
  assert.match(lastOf(here).text, /: the rest/)
  assert.deepEqual(here.posted(here.policy), [])
  assert.deepEqual(await here.store.runs(''), [])
  assert.deepEqual(here.faults, [])
})

test('/digest off takes back what waits', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, loop, clock } = here
  await workspace.command('U1', policy, '/digest on')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  await workspace.command('U1', policy, '/digest off')
  workspace.passTime(Date.parse('2026-11-30T12:00:00Z') / 1000)
  assert.deepEqual(here.posted(policy), [])
})

test('a preview is for the one who asked: there is no button to share it, nor to judge it', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy } = here
  await workspace.command('U1', policy, '/digest now')
  assert.match(lastOf(here).text, /^Weekly digest/)
  assert.doesNotMatch(JSON.stringify(lastOf(here).blocks), /"text":"(Share|Helpful|Report a mistake)"/)
  await workspace.command('U1', policy, '/twins Leeds')
  assert.match(JSON.stringify(lastOf(here).blocks), /"text":"Share"/)
})

test('a place asked for on two days is named by /ask gaps and the digest, and leads to a place to write it down', async (t) => {
  const here = await digestPretend(t, 'https://example.org/new?labels=gap')
  const { workspace, policy, clock } = here
  await workspace.command('U1', policy, '/twins Norwich')
  await workspace.command('U1', policy, '/ask hydrogen buses')
  await here.flushed()
  await workspace.command('U1', policy, '/ask gaps')
  assert.match(lastOf(here).text, /^Questions nobody could answer this month\n2 questions found no answer\./)
  assert.doesNotMatch(lastOf(here).text, /Norwich/)
  clock.set('2026-11-25T10:00:00Z')
  await workspace.command('U2', policy, '/twins norvich')
  await here.flushed()
  await workspace.command('U1', policy, '/ask gaps')
  const shown = JSON.stringify(lastOf(here).blocks)
  assert.match(shown, /Asked for and not held.*Norwich, twice/)
  assert.match(shown, /1 other question found no answer/)
  assert.match(shown, /https:\/\/example\.org\/new\?labels=gap&title=Nobody\+could\+answer%3A\+Norwich/)
  await workspace.command('U1', policy, '/digest now')
  assert.match(JSON.stringify(lastOf(here).blocks), /Asked for and not held: Norwich, twice\./)
  await workspace.press('U1', lastOf(here), 'I know this')
  assert.match(lastOf(here).text, /^Questions nobody could answer this month/)
  assert.deepEqual(here.faults, [])
})

test('Helpful and Not helpful are counted once each, without names, and taken back', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy } = here
  await workspace.command('U1', policy, '/twins Leeds')
  const answer = lastOf(here)
  await workspace.press('U1', answer, 'Helpful')
  assert.match(lastOf(here).text, /^Thank you\. Noted as helpful/)
  await workspace.press('U1', answer, 'Helpful')
  assert.match(lastOf(here).text, /^Taken back: your “helpful” is not counted any more/)
  assert.deepEqual(await here.store.judgements(TEAM), [])
  await workspace.press('U1', answer, 'Not helpful')
  assert.match(lastOf(here).text, /^Thank you\. Noted as not helpful/)
  await workspace.press('U1', answer, 'Helpful')
  assert.match(lastOf(here).text, /^Thank you\. Noted as helpful/)
  await workspace.command('U2', policy, '/twins Leeds')
  const other = workspace.seenBy('U2', policy).at(-1)
  assert.ok(other)
  await workspace.press('U2', other, 'Not helpful')
  assert.deepEqual(await here.store.judgements(TEAM), [
    { about: { is: 'place', id: 'E08000035' }, helpful: 1, unhelpful: 1, last: '2026-11-24' },
  ])
  assert.deepEqual(here.faults, [])
})

test('what could not be noted while the store was in trouble can be said again', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy } = here
  await workspace.command('U1', policy, '/twins Leeds')
  const answer = lastOf(here)
  await here.store.close()
  await workspace.press('U1', answer, 'Helpful')
  assert.match(lastOf(here).text, /^Thank you, but it could not be kept:/)
  await workspace.press('U1', answer, 'Helpful')
  assert.match(lastOf(here).text, /^Thank you, but it could not be kept:/)
})

test('Report a mistake asks which record and what is wrong, keeps it, and tells the curators', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, store } = here
  await workspace.command('U1', policy, '/twins Leeds')
  await workspace.press('U1', lastOf(here), 'Report a mistake')
  const view = workspace.windowOf('U1')
  assert.match(JSON.stringify(view?.blocks), /leeds-dortmund.*leeds-lille/)
  const said = await here.submit('U1', {
    record: { record: { selected_option: { value: 'leeds-dortmund' } } },
    says: { says: { value: 'It was 1968 <!channel>' } },
  })
  assert.match(JSON.stringify(said), /Thank you\. Your report is with the people/)
  assert.deepEqual(
    (await store.reports(TEAM)).map(({ record, says }) => ({ record, says })),
    [{ record: 'leeds-dortmund', says: 'It was 1968 <!channel>' }],
  )
  const told = workspace.state.posts.at(-1)
  assert.equal(workspace.state.channels.get(told?.channel ?? '')?.name, 'curators')
  assert.equal(told?.text, 'Somebody reported an error')
  assert.deepEqual(here.faults, [])
})

test('no log line of a full run names a person, a token or a question', async (t) => {
  const here = await digestPretend(t)
  const { workspace, policy, loop, clock } = here
  const ask = (line: string) => workspace.command('U1', policy, line)
  for (const line of [
    '/digest on',
    '/twins Leeds',
    '/ask hydrogen buses',
    '/digest about yorkshire',
    '/ask gaps',
  ])
    await ask(line)
  await workspace.press(
    'U1',
    workspace.seenBy('U1', policy).find(({ text }) => text.startsWith('Leeds')) as Post,
    'Helpful',
  )
  here.refuse.set('chat.scheduleMessage', 'is_archived')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  here.refuse.set('chat.postMessage', 'fatal_error')
  await loop.tick()
  await here.store.close()
  await ask('/digest')
  await loop.tick()
  const written = JSON.stringify(here.lines.filter(({ level }) => level !== 'debug'))
  assert.ok(here.lines.length > 5)
  assert.doesNotMatch(written, /U1|xoxb|hydrogen|buses|Leeds|yorkshire/)
})

const TEAM = 'T0PRETEND'

function lastOf({ workspace, policy }: DigestPretend): Post {
  const post = workspace.seenBy('U1', policy).at(-1)
  assert.ok(post, 'U1 sees nothing')
  return post
}
