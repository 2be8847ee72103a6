import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import type { Store } from '../../src/store/store.ts'
import { ENGINES, type Place } from '../store/engines.ts'
import { patientSleep } from '../until.ts'
import { POLICY, pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'
import { asker, pretendVoice } from './pretend-voice.ts'

const C1 = { workspace: 'T1', channel: 'C1' }

/** Two instances on one store, where the first one to change something is overtaken by `other` after it has looked. */
function twoInstances(place: Place) {
  const store = place.open()
  let overtaking: (() => Promise<unknown>) | undefined
  const overtaken = async () => {
    const act = overtaking
    overtaking = undefined
    await act?.()
  }
  const late: Store = {
    ...store,
    changeSubscription: async (before, after) => {
      await overtaken()
      return store.changeSubscription(before, after)
    },
    keepSettings: async (channel, settings, before) => {
      await overtaken()
      return store.keepSettings(channel, settings, before)
    },
  }
  const said: string[] = []
  const instance = (own: Store) => {
    const clock = pretendClock('2026-11-24T10:00:00Z')
    const { post } = pretendPlatform(clock.now)
    const quiet = { debug() {}, info() {}, warn() {}, error() {} }
    const deps = pretendDeps(clock, { store: own, post, name: 'x', log: quiet })
    const desk = createDigestDesk({ ...deps, timezone: 'Europe/London', sleep: patientSleep })
    return async (user: string, words: string) => {
      const voice = pretendVoice()
      const { heading } = await desk.answer(words, asker(user), voice)
      said.push(...voice.announced)
      return heading
    }
  }
  const [first, second] = [instance(late), instance(store)]
  return {
    store,
    said,
    second,
    overtakenBy: async (one: readonly [string, string], other: readonly [string, string]) => {
      overtaking = () => second(...other)
      return first(...one)
    },
  }
}

const onEach = (sentence: string, check: (t: TestContext, place: Place) => Promise<void>) => {
  for (const { name, skip, place } of ENGINES)
    test(`${name}: ${sentence}`, { skip }, async (t) => check(t, await place(t)))
}

onEach(
  'of two who turn a digest on in two instances at once, one is told that it is the other’s',
  async (_, place) => {
    const { store, said, overtakenBy } = twoInstances(place)
    const heading = await overtakenBy(['U1', 'on fri 4pm'], ['U2', 'on mon 9am'])
    assert.equal(heading, 'Only who set this channel’s digest can change it')
    const [subscription] = await store.subscriptions()
    assert.deepEqual([subscription?.by, subscription?.weekly.weekday], ['U2', 1])
    assert.equal(said.length, 1)
  },
)

onEach(
  'a change to what another instance changed meanwhile is made to that, and told so',
  async (_, place) => {
    const { store, said, second, overtakenBy } = twoInstances(place)
    await second('U1', 'on mon 9am')
    assert.equal(
      await overtakenBy(['U1', 'about leeds'], ['U1', 'on fri 4pm']),
      'The digest looks first for: leeds',
    )
    const [subscription] = await store.subscriptions()
    assert.deepEqual([subscription?.about, subscription?.weekly.weekday], ['leeds', 5])
    // Who wants what is gone by now is told that it is gone.
    assert.match(
      await overtakenBy(['U1', 'about dortmund'], ['U1', 'off']),
      /There is no weekly digest here yet/,
    )
    assert.deepEqual(await store.subscriptions(), [])
    assert.equal(said.length, 4)
  },
)

onEach('two settings that are changed at once are both kept', async (_, place) => {
  const { store, overtakenBy } = twoInstances(place)
  await overtakenBy(['U1', 'settings map off'], ['U1', 'settings home Leeds'])
  await overtakenBy(['U1', 'settings holidays Scotland'], ['U1', 'settings editors U2'])
  assert.deepEqual(await store.settingsOf(C1), {
    home: 'Leeds',
    map: false,
    editors: ['U2'],
    holidays: 'scotland',
  })
})

onEach('of twenty changes to the same at the same moment one is kept', async (_, place) => {
  const first = place.open()
  // A file has one instance.
  const stores = [first, place.settings.databaseUrl ? place.open() : first]
  const zones = Array.from({ length: 20 }, (_, at) => `Etc/GMT-${at % 14}`)
  const won = async (before: Subscription | undefined) => {
    const kept = zones.map((zone, at) =>
      (stores[at % 2] as Store).changeSubscription(before, {
        ...POLICY,
        about: `${at} ${before ? 'later' : ''}`,
        weekly: { ...POLICY.weekly, zone },
      }),
    )
    return (await Promise.all(kept)).filter(Boolean).length
  }
  assert.equal(await won(undefined), 1)
  const [stands] = (await stores[0]?.subscriptions()) ?? []
  assert.ok(stands)
  assert.equal(await won(stands), 1)
  assert.equal(await stores[1]?.changeSubscription(stands, undefined), false)
})
