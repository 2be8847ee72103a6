import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { KNOWN_REFUSALS } from '../../src/chat/slack/transport/platform-fault.ts'
import { type Store, StoreTrouble } from '../../src/store/store.ts'
import { POLICY } from './pretend-deps.ts'
import { asker, pretendVoice } from './pretend-voice.ts'
import { slackWorld, type Trouble } from './slack-world.ts'

const MONDAY = 'Weekly digest, Monday 30 November 2026'
const CALLS = ['chat.scheduleMessage', 'chat.scheduledMessages.list']

/** What stands between Slack and us may answer instead of it, with status 200. */
const BODIES = {
  'a page of HTML': '<!doctype html><title>Sign in to the network</title><p>channel_not_found',
  'half a reply': '{"ok":true,"scheduled_mess',
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a number': '3',
  'an object of something else': '{"status":"fine"}',
  'no more than ok': '{"ok":true}',
  'a list of something else': '{"ok":true,"scheduled_messages":{"0":"x"}}',
  'messages without their words': '{"ok":true,"scheduled_messages":[{"id":"Q9"}]}',
  'an error of no known kind': '{"ok":false,"error":"the_moon_is_down"}',
  'an error that is no word': '{"ok":false,"error":{"code":7}}',
  'an error without a name': '{"ok":false}',
}

/** No more than ok is all that Slack says of a message taken back. */
const NOT_OK = Object.values(BODIES).filter((body) => !/^\{"ok":true.*\}$/.test(body))

for (const [what, body] of Object.entries(BODIES)) {
  for (const acts of [true, false]) {
    test(`${what}, status 200, ${acts ? 'after' : 'instead of'} the effect, on any call: one post`, async (t) => {
      for (const call of CALLS) {
        for (const times of [1, 3]) {
          const world = await slackWorld(t)
          let left = times
          world.trouble = async (method) => (method === call && left-- > 0 ? { body, acts } : undefined)
          await world.ticking(world.process('one'), '2026-11-30T08:55:00Z', '2026-11-30T09:08:00Z', 45)
          assert.deepEqual(world.shown(), [`C1 11-30T09:00:00 ${MONDAY}`], `${call}, ${times} times`)
          assert.equal((await world.store.runs(''))[0]?.state, 'handed')
        }
      }
    })
  }
}

test('a page of HTML is not shown to people as a reason', async (t) => {
  const world = await slackWorld(t)
  world.trouble = async () => ({ body: BODIES['a page of HTML'], acts: true })
  world.clock.set('2026-11-30T08:55:00Z')
  const { loop } = world.process('one')
  await loop.tick()
  world.trouble = async (method) =>
    method === 'chat.scheduleMessage' ? { body: BODIES['a page of HTML'], acts: true } : undefined
  await loop.tick()
  assert.doesNotMatch(JSON.stringify(await world.store.runs('')), /doctype|network/)
})

test('a junk page in the middle of a list is “could not look”, not “nothing there”', async (t) => {
  const world = await slackWorld(t)
  const first = { ok: true, scheduled_messages: [], response_metadata: { next_cursor: 'two' } }
  let scheduled = 0
  world.trouble = async (method, args) => {
    if (method === 'chat.scheduleMessage' && scheduled++ === 0) return { body: '', acts: true }
    if (method !== 'chat.scheduledMessages.list' || scheduled !== 1) return undefined
    return { body: args.get('cursor') ? BODIES['half a reply'] : JSON.stringify(first), acts: false }
  }
  await world.ticking(world.process('one'), '2026-11-30T08:54:00Z', '2026-11-30T09:20:00Z')
  assert.equal(scheduled, 1)
  assert.equal(world.shown().length, 1)
  assert.equal((await world.store.runs(''))[0]?.state, 'doubtful')
})

test('where messages are shown at once only, a junk reply is doubtful, and nothing is posted twice', async (t) => {
  const world = await slackWorld(t, { schedules: false })
  world.trouble = async (method) =>
    method === 'chat.postMessage' ? { body: BODIES['a page of HTML'], acts: true } : undefined
  await world.ticking(world.process('one'), '2026-11-30T08:54:00Z', '2026-11-30T09:20:00Z')
  assert.equal(world.shown().length, 1)
  assert.equal((await world.store.runs(''))[0]?.state, 'doubtful')
})

for (const acts of [true, false]) {
  for (const lists of [true, false]) {
    test(`/digest off under junk replies promises nothing that is not so (${acts}, ${lists})`, async (t) => {
      for (const body of NOT_OK) {
        const world = await slackWorld(t)
        const one = world.process('one')
        world.clock.set('2026-11-30T08:55:00Z')
        await one.loop.tick()
        world.trouble = async (method) =>
          method === 'chat.deleteScheduledMessage' || !lists ? { body, acts } : undefined
        const { lead } = await one.desk.answer('off', asker('U1'), pretendVoice())
        world.trouble = async () => ({ body, acts: false })
        await world.ticking(one, '2026-11-30T08:57:00Z', '2026-11-30T09:08:00Z', 45)
        const careful = lead?.some((line) => line.includes('may still appear'))
        assert.ok(careful || world.shown().length === 0, body)
        if (!acts || !lists) assert.ok(careful, body)
      }
    })
  }
}

test('no code that Slack may invent is taken for a refusal', async (t) => {
  const known = new Set(KNOWN_REFUSALS)
  const word = fc.stringMatching(/^[a-z]{2,9}(_[a-z]{2,9}){0,3}$/).filter((code) => !known.has(code))
  await fc.assert(
    fc.asyncProperty(word, async (error) => {
      const world = await slackWorld(t)
      const body = JSON.stringify({ ok: false, error })
      let met = false
      world.trouble = async (method) => {
        if (method !== 'chat.scheduleMessage' || met) return undefined
        met = true
        return { body, acts: true }
      }
      await world.ticking(world.process('one'), '2026-11-30T08:55:00Z', '2026-11-30T09:02:00Z')
      assert.equal(world.shown().length, 1)
    }),
    {
      numRuns: 25,
      examples: [['internal_error'], ['fatal_error'], ['service_unavailable'], ['request_timeout']],
    },
  )
})

test('while anything may come back, lists are out of order for minutes and the process is killed: never twice, never lost', async (t) => {
  const junk = fc.record({ body: fc.constantFrom(...Object.values(BODIES)), acts: fc.boolean() })
  const fate: fc.Arbitrary<Trouble | Kill> = fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: junk },
    { weight: 1, arbitrary: fc.constantFrom<Trouble>('reply lost', 'request lost', 403, 500, 'ratelimited') },
    { weight: 2, arbitrary: fc.constantFrom<Kill>('killed before', 'killed after') },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 0, max: 8 }),
      async (fates, minutes) => {
        const world = await slackWorld(t)
        await world.store.subscribe({ ...POLICY, channel: 'C2' })
        let names = 0
        let dead = false
        const born = () => world.process(`process ${++names}`, { store: mortal(world.store, () => dead) })
        let at = 0
        world.trouble = async (method) => {
          const time = world.clock.now().toString().slice(11, 16)
          const listsFail = time >= '08:56' && time < `09:0${minutes}`
          if (dead) return 'request lost'
          if (method === 'chat.scheduledMessages.list' && listsFail) return { body: '<html>', acts: false }
          const next = fates[at++]
          if (next !== 'killed before' && next !== 'killed after') return next
          dead = true
          return next === 'killed after' ? 'reply lost' : 'request lost'
        }
        let one = born()
        const tick = async () => {
          await one.loop.tick()
          if (dead) one = born()
          dead = false
        }
        await world.ticking({ loop: { tick } }, '2026-11-30T08:55:00Z', '2026-11-30T09:20:00Z', 60)
        // The longest patience after a refusal is nineteen minutes.
        await world.ticking({ loop: { tick } }, '2026-11-30T09:20:00Z', '2026-11-30T11:00:00Z', 600)
        const runs = await world.store.runs('')
        assert.equal(runs.length, 2)
        for (const { channel, state } of runs) {
          const times = world.shown().filter((line) => line.startsWith(channel)).length
          assert.ok(times === 1 || (times === 0 && state === 'doubtful'), `${channel}: ${times}, ${state}`)
        }
      },
    ),
    { numRuns: 30, seed: 20261130 },
  )
})

type Kill = 'killed before' | 'killed after'

/** The store as a process has it: when that is dead, it keeps nothing more. */
function mortal(store: Store, dead: () => boolean): Store {
  const alive = (verb: unknown) =>
    typeof verb !== 'function'
      ? verb
      : (...given: unknown[]) => {
          if (dead()) throw new StoreTrouble('This process is dead.', { lost: true })
          return verb(...given)
        }
  return Object.fromEntries(Object.entries(store).map(([name, verb]) => [name, alive(verb)])) as Store
}

for (const jump of [{ hours: 24 * 7 }, { hours: 24 * 20 }, { hours: -24 * 7 }]) {
  test(`a clock that jumped by ${jump.hours} hours makes no digest of another week`, async (t) => {
    const world = await slackWorld(t)
    const wrong = world.process('wrong', { now: () => world.clock.now().add(jump) })
    await world.ticking(wrong, '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z', 60)
    await world.ticking(world.process('right'), '2026-11-30T09:11:00Z', '2026-11-30T09:30:00Z', 60)
    await world.ticking(world.process('right'), '2026-12-07T08:54:00Z', '2026-12-07T09:10:00Z', 60)
    assert.deepEqual(
      world.shown().map((line) => line.split(' ').slice(2).join(' ')),
      [MONDAY, 'Weekly digest, Monday 7 December 2026'],
    )
  })
}

test('a process that slept for a week while it made a digest leaves it out, and makes the one of the week it wakes in', async (t) => {
  const world = await slackWorld(t)
  let slept = false
  const told: Store['told'] = async (channel) => {
    if (!slept) world.clock.set('2026-12-07T08:55:30Z')
    slept = true
    return world.store.told(channel)
  }
  const one = world.process('one', { store: { ...world.store, told } })
  world.clock.set('2026-11-30T08:55:00Z')
  await one.loop.tick()
  await world.ticking(one, '2026-12-07T08:56:00Z', '2026-12-07T09:10:00Z')
  assert.deepEqual(world.shown(), ['C1 12-07T09:00:00 Weekly digest, Monday 7 December 2026'])
  assert.deepEqual(
    (await world.store.runs('')).map(({ week, state }) => `${week} ${state}`),
    ['2026-W49 skipped', '2026-W50 handed'],
  )
})

test('a clock that jumps after the platform has told the time is put right before the next digest', async (t) => {
  const world = await slackWorld(t)
  let jump = 0
  const one = world.process('one', { now: () => world.clock.now().add({ hours: jump }) })
  await world.ticking(one, '2026-11-30T08:54:00Z', '2026-11-30T09:10:00Z', 60)
  jump = 24 * 7
  await world.ticking(one, '2026-12-01T08:54:00Z', '2026-12-01T09:10:00Z', 60)
  assert.equal(world.shown().length, 1)
  assert.equal((await world.store.runs('')).length, 1)
})
