import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { ENGINES } from '../../store/engines.ts'
import { type DigestPretend, digestPretend } from './digest-pretend.ts'

const WORD = 'xuvroquilndorf'

for (const { name, skip, place } of ENGINES) {
  test(`${name}: what people of one workspace ask, think and report shows nowhere in another on the same store`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    // On PostgreSQL each workspace has a process, and so a connection, of its own.
    const their = here.settings.databaseUrl ? here.open() : store
    const [ours, theirs] = [
      await digestPretend(t, 'https://example.org/new', { store, team: 'T0OURS', keepWords: true }),
      await digestPretend(t, 'https://example.org/new', { store: their, team: 'T0THEIRS', keepWords: true }),
    ]
    for (const moment of ['2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z']) {
      for (const side of [ours, theirs]) side.clock.set(moment)
      await ours.workspace.command('U1', ours.policy, '/twins Norwich')
      await ours.workspace.command('U1', ours.policy, `/ask ${WORD}`)
      await theirs.workspace.command('U1', theirs.policy, '/twins Ely')
    }
    await ours.workspace.command('U1', ours.policy, '/twins Leeds')
    const answer = ours.workspace.seenBy('U1', ours.policy).at(-1)
    assert.ok(answer)
    await ours.workspace.press('U1', answer, 'Helpful')
    await ours.submit('U1', {
      record: { record: { selected_option: { value: 'leeds-dortmund' } } },
      says: { says: { value: WORD } },
    })
    await ours.flushed()
    await theirs.flushed()
    const [seenHere, seenThere] = [await allSeen(ours), await allSeen(theirs)]
    assert.match(seenHere, /Asked for and not held: Norwich, twice/)
    assert.match(seenThere, /Asked for and not held: Ely, twice/)
    assert.doesNotMatch(seenHere, /Ely/)
    assert.doesNotMatch(seenThere, new RegExp(`Norwich|${WORD}|other question`))
    assert.equal((await store.keptWords('T0OURS')).length, 2)
    assert.doesNotMatch(JSON.stringify(await their.keptWords('T0THEIRS')), new RegExp(WORD))
    assert.deepEqual(await their.judgements('T0THEIRS'), [])
    assert.deepEqual(await their.reports('T0THEIRS'), [])
    // Forgetting in one leaves the other's.
    await their.forget('T0THEIRS')
    assert.equal((await store.gaps('T0OURS', '')).length, 2)
    assert.deepEqual(await store.gaps('T0THEIRS', ''), [])
  })
}

/** Lists, the home tab, a preview, the posted digest and the log, as somebody finds them who typed nothing else. */
async function allSeen({ workspace, policy, clock, loop, lines }: DigestPretend): Promise<string> {
  const before = new Set(workspace.state.posts)
  for (const line of ['/digest on', '/ask gaps', '/digest now', '/digest', '/help']) {
    await workspace.command('U3', policy, line)
  }
  const home = await workspace.openHome('U3')
  clock.set('2026-11-30T08:55:00Z')
  await loop.tick()
  workspace.passTime(Date.parse('2026-11-30T09:00:00Z') / 1000)
  await loop.tick()
  const posts = workspace.state.posts.filter((post) => !before.has(post))
  assert.ok(
    posts.some(({ text, onlyFor }) => !onlyFor && text.startsWith('Weekly digest, Monday 30 November')),
  )
  return JSON.stringify([posts, home?.blocks]) + inspect(lines, { depth: Number.POSITIVE_INFINITY })
}
