import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import type { Subscription } from '../../src/digest/schedule/subscription.ts'
import { digestPretend } from '../chat/slack/pretend/digest-pretend.ts'
import { SQLITE } from '../store/engines.ts'
import { pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'
import { asker, pretendVoice } from './pretend-voice.ts'

/** U1 to U3 work here, U8 may change every digest, U9 is from another organisation. */
const USERS = ['U1', 'U2', 'U3', 'U8', 'U9'] as const
const TIMES: Readonly<Record<string, string>> = {
  on: '',
  'on mon 9am': 'Mondays at 09:00',
  'on fri 4pm': 'Fridays at 16:00',
  'fri 4pm': 'Fridays at 16:00',
  'on someday': 'not a day',
}
const WORDS = [
  ...Object.keys(TIMES),
  'off',
  'stop',
  'about leeds',
  'about nothing',
  'about',
  '',
  'help',
  'now',
  'post 2026-W47',
]

const step = fc.record({ user: fc.constantFrom(...USERS), words: fc.constantFrom(...WORDS) })
type Step = { user: string; words: string }
type Model = { by: string; time: string; about: string } | undefined

/** What stands after somebody said something, and how what they did is told; nothing is told of what did not happen. */
function after(model: Model, { user, words }: Step): { model: Model; told?: string } {
  const keeps = user !== 'U9' && (!model || model.by === user || user === 'U8')
  const time = TIMES[words]
  if (!keeps || time === 'not a day') return { model }
  if (time !== undefined) {
    const next = {
      by: model?.by ?? user,
      time: time || (model?.time ?? 'Mondays at 09:00'),
      about: model?.about ?? '',
    }
    const did = model ? 'moved' : 'turned on'
    const so = `here: it comes on ${next.time} (Europe/London).`
    return next.time === model?.time
      ? { model }
      : { model: next, told: `@${user} ${did} the weekly digest ${so}` }
  }
  if (!model) return { model }
  if (words === 'off' || words === 'stop')
    return { model: undefined, told: `@${user} turned off the weekly digest here.` }
  if (!words.startsWith('about ')) return { model }
  const about = words === 'about leeds' ? 'leeds' : ''
  return about === model.about
    ? { model }
    : { model: { ...model, about }, told: `@${user} changed the topics of the weekly digest here.` }
}

function told(steps: readonly Step[]): { model: Model; said: readonly string[] } {
  let model: Model
  const said: string[] = []
  for (const one of steps) {
    const next = after(model, one)
    model = next.model
    if (next.told) said.push(next.told)
  }
  return { model, said }
}

function modelOf(found: Subscription | undefined): Model {
  if (!found) return undefined
  const { by, about, weekly } = found
  return { by, time: weekly.weekday === 5 ? 'Fridays at 16:00' : 'Mondays at 09:00', about }
}

test('whatever people type, a digest changes only by those who may, and each change is said once', async (t) => {
  const here = await digestPretend(t, undefined, { editors: ['U8'] })
  const { workspace, store } = here
  workspace.addOutsider('U9')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { id } = workspace.addChannel('shared', { people: USERS, shared: true })
      for (const { user, words } of steps) await workspace.command(user, id, `/digest ${words}`)
      const { model, said } = told(steps)
      const found = (await store.subscriptions()).find(({ channel }) => channel === id)
      assert.deepEqual(modelOf(found), model)
      assert.deepEqual(
        here.announced(id).map((line) => line.replace(/^<(@\w+)>/, '$1')),
        said,
      )
    }),
    { numRuns: 40 },
  )
  assert.deepEqual(here.faults, [])
})

test('also when they type at the same time', async (t) => {
  const { desk, store } = await deskOf(t)
  let channels = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const channel = `C${++channels}`
      const voice = pretendVoice()
      await Promise.all(
        steps.map(({ user, words }) =>
          desk.answer(words, asker(user, { channel, outside: user === 'U9' }), voice),
        ),
      )
      const { model, said } = told(steps)
      const found = (await store.subscriptions()).find((one) => one.channel === channel)
      assert.deepEqual(modelOf(found), model)
      assert.deepEqual(
        voice.announced,
        said.map((line) => `${channel}: ${line}`),
      )
    }),
    { numRuns: 60 },
  )
})

async function deskOf(t: TestContext) {
  const store = (await SQLITE.place(t)).open()
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const { post } = pretendPlatform(clock.now)
  const log = { info() {}, warn() {}, error() {} }
  const sleep = () => new Promise<void>((done) => setTimeout(done, 30_000).unref())
  const deps = pretendDeps({ ...clock, sleep }, { store, post, name: 'one', log })
  return { desk: createDigestDesk({ ...deps, timezone: 'Europe/London', editors: ['U8'] }), store }
}
