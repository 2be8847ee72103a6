import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { POLICY } from './pretend-deps.ts'
import { slackWorld, type Trouble } from './slack-world.ts'

const MONDAY = 'Weekly digest, Monday 30 November 2026'

for (const [what, trouble] of [
  ['answers 503', 503],
  ['refuses connections', 'ECONNREFUSED'],
  ['cannot be found', 'EAI_AGAIN'],
  ['loses what it is sent', 'request lost'],
  ['answers 404 now and then', 404],
  ['says that it has an internal error', 'internal_error'],
] as const) {
  test(`while Slack ${what} around the due time, nothing becomes doubtful, and the digest comes when it is back`, async (t) => {
    const world = await slackWorld(t)
    world.trouble = async () =>
      inside(world, '08:50', '09:25') && world.calls.length % 5 < 4 ? trouble : undefined
    if (trouble !== 404) world.trouble = async () => (inside(world, '08:50', '09:25') ? trouble : undefined)
    await world.ticking(world.process('one'), '2026-11-30T08:50:00Z', '2026-11-30T10:30:00Z')
    const [run] = await world.store.runs('')
    assert.equal(run?.state, 'handed')
    assert.equal(world.shown().length, 1)
  })
}

test('one refused connection costs no digest on a platform that shows messages at once only', async (t) => {
  const world = await slackWorld(t, { schedules: false })
  const one = world.process('one')
  await world.ticking(one, '2026-11-30T08:50:00Z', '2026-11-30T09:05:00Z')
  world.trouble = once('chat.postMessage', 'ECONNREFUSED')
  await world.ticking(one, '2026-12-07T08:50:00Z', '2026-12-07T09:20:00Z')
  await world.ticking(one, '2026-12-14T08:50:00Z', '2026-12-14T09:05:00Z')
  assert.deepEqual(
    world.shown().map((line) => line.slice(0, 14)),
    ['C1 11-30T09:00', 'C1 12-07T09:00', 'C1 12-14T09:00'],
  )
})

test('a platform that can post nothing took nothing, and the digest is posted when it can again', async (t) => {
  const world = await slackWorld(t, { schedules: false })
  let can = false
  world.trouble = async (method) => (method === 'chat.postMessage' && !can ? 'unknown_method' : undefined)
  const one = world.process('one')
  await world.ticking(one, '2026-11-30T08:50:00Z', '2026-11-30T09:05:00Z')
  assert.deepEqual(
    (await world.store.runs('')).map(({ state, why }) => [state, why]),
    [['claimed', 'unknown_method']],
  )
  can = true
  await world.ticking(one, '2026-11-30T09:05:00Z', '2026-11-30T10:05:00Z')
  assert.equal(world.shown().length, 1)
  assert.equal((await world.store.runs(''))[0]?.state, 'handed')
})

for (const list of [404, 405, 501, 'unknown_method'] as const) {
  test(`a list that answers ${list} after a lost reply proves nothing: doubtful, rather than posted twice`, async (t) => {
    const world = await slackWorld(t)
    let calls = 0
    world.trouble = async (method) => {
      if (method === 'chat.scheduleMessage') return calls++ === 0 ? 'reply lost' : undefined
      return calls > 0 ? list : undefined
    }
    await world.ticking(world.process('one'), '2026-11-30T08:54:00Z', '2026-11-30T09:20:00Z')
    assert.equal(world.shown().length, 1)
    assert.equal((await world.store.runs(''))[0]?.state, 'doubtful')
  })
}

for (const [what, trouble] of [
  ['one 404', 404],
  ['one 405', 405],
  ['a channel whose kind cannot have it', 'method_not_supported_for_channel_type'],
] as const) {
  test(`${what} does not end scheduling for all other digests`, async (t) => {
    const world = await slackWorld(t)
    await world.store.subscribe({ ...POLICY, channel: 'C2' })
    let first = true
    world.trouble = async (method, args) => {
      if (method !== 'chat.scheduleMessage' || args.get('channel') !== 'C1' || !first) return undefined
      first = false
      return trouble
    }
    await world.ticking(world.process('one'), '2026-11-30T08:54:00Z', '2026-11-30T09:10:00Z')
    assert.ok(world.shown().includes(`C2 11-30T09:00:00 ${MONDAY}`))
    assert.ok(
      !world.calls.includes('chat.postMessage') || trouble === 'method_not_supported_for_channel_type',
    )
  })
}

test('a platform that has no such address, twice, gets its messages at once', async (t) => {
  const world = await slackWorld(t)
  world.trouble = async (method) => (method === 'chat.postMessage' ? undefined : 404)
  await world.ticking(world.process('one'), '2026-11-30T08:50:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(
    world.shown().map((line) => line.slice(0, 12)),
    ['C1 11-30T09:'],
  )
})

test('after the process was told to stop nothing more is sent, and the next start finds out how it stands', async (t) => {
  const world = await slackWorld(t)
  const stop = new AbortController()
  const sleep = async (seconds: number) => (stop.signal.aborted ? undefined : world.clock.sleep(seconds))
  const one = world.process('one', { stopping: stop.signal, sleep })
  let late: URLSearchParams | undefined
  world.trouble = async (method, args) => {
    if (method !== 'chat.scheduleMessage' || late) return undefined
    late = args
    stop.abort()
    return 'request lost'
  }
  await world.ticking(one, '2026-11-30T09:40:00Z', '2026-11-30T09:40:00Z')
  assert.equal(world.calls.at(-1), 'chat.scheduleMessage')
  world.arrives('chat.scheduleMessage', late ?? new URLSearchParams())
  await world.ticking(world.process('two'), '2026-11-30T09:41:00Z', '2026-11-30T09:50:00Z')
  assert.equal(world.shown().length, 1)
})

for (const start of ['2026-11-30T08:55:00Z', '2026-11-30T09:40:00Z']) {
  for (const asleep of [50, 60, 80, 180]) {
    test(`a process that begins at ${start.slice(11, 16)} and sleeps ${asleep} s before its call makes no second post`, async (t) => {
      const world = await slackWorld(t)
      const [one, two] = [world.process('one'), world.process('two')]
      let sleeping = true
      world.trouble = async (method) => {
        if (method !== 'chat.scheduleMessage' || !sleeping) return undefined
        sleeping = false
        const awake = world.clock.now().add({ seconds: asleep })
        while (Temporal.Instant.compare(world.clock.now(), awake) < 0) {
          await world.clock.sleep(10)
          await two.loop.tick()
        }
        return undefined
      }
      world.clock.set(start)
      await one.loop.tick()
      const now = world.clock.now()
      await world.ticking(
        { loop: both(one.loop, two.loop) },
        now.toString(),
        now.add({ minutes: 12 }).toString(),
      )
      assert.equal(world.shown().length, 1)
      assert.equal((await world.store.runs(''))[0]?.state, 'handed')
    })
  }
}

for (const skew of [60, -60, 240, 3600]) {
  test(`two machines whose clocks differ by ${skew} s show a digest once`, async (t) => {
    for (const start of ['2026-11-30T08:50:00Z', '2026-11-30T09:40:00Z']) {
      const world = await slackWorld(t)
      const now = () => world.clock.now().add({ seconds: skew })
      const [one, two] = [world.process('one'), world.process('two', { now })]
      let busy = false
      world.trouble = async (method) => {
        if (method !== 'chat.scheduleMessage' || busy) return undefined
        busy = true
        await world.clock.sleep(8)
        await Promise.all([one.loop.tick(), two.loop.tick()])
        busy = false
        return undefined
      }
      const end = Temporal.Instant.from(start).add({ minutes: 20 }).toString()
      await world.ticking({ loop: both(one.loop, two.loop) }, start, end)
      assert.equal(world.shown().length, 1, start)
    }
  })
}

test('a time to try again that a wrong clock wrote is not waited for', async (t) => {
  const world = await slackWorld(t)
  const fast = world.process('fast', { now: () => world.clock.now().add({ hours: 30 }) })
  world.trouble = async () => 'ECONNREFUSED'
  await world.ticking(fast, '2026-11-30T08:50:00Z', '2026-11-30T08:50:00Z')
  world.trouble = async () => undefined
  await world.ticking(world.process('right'), '2026-11-30T08:55:00Z', '2026-11-30T09:10:00Z')
  assert.deepEqual(world.shown(), [`C1 11-30T09:00:00 ${MONDAY}`])
})

type World = Awaited<ReturnType<typeof slackWorld>>

function inside({ clock }: World, from: string, to: string): boolean {
  const time = clock.now().toString().slice(11, 16)
  return time >= from && time < to
}

function once(wanted: string, trouble: Trouble) {
  let met = false
  return async (method: string) => {
    if (method !== wanted || met) return undefined
    met = true
    return trouble
  }
}

function both(one: { tick(): Promise<void> }, two: { tick(): Promise<void> }) {
  return {
    async tick() {
      await one.tick()
      await two.tick()
    },
  }
}
