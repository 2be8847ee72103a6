import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Asker } from '../../src/answer/rights.ts'
import { createDigestDesk } from '../../src/delivery/digest-desk.ts'
import type { Standing } from '../../src/digest/desk.ts'
import { openStore } from '../../src/store/open.ts'
import { ANSWER } from '../an-answer.ts'
import { folder } from '../store/engines.ts'
import { pretendDeps } from './pretend-deps.ts'
import { pretendClock, pretendPlatform } from './pretend-platform.ts'
import { asker, pretendVoice } from './pretend-voice.ts'

type Context = Parameters<typeof folder>[0]

function settled(t: Context) {
  const clock = pretendClock('2026-11-24T10:00:00Z')
  const store = openStore({ data: folder(t) })
  t.after(() => store.close())
  const log = { info() {}, warn() {}, error() {} }
  const voice = pretendVoice()
  const deps = pretendDeps(clock, { store, post: pretendPlatform(clock.now).post, name: 'me', log })
  const desk = createDigestDesk({
    ...deps,
    record: store.recordChange,
    sleep: () => new Promise(() => {}),
    timezone: 'Europe/London',
    editors: [],
  })
  const say = async (words: string, who: string | Asker = 'U1') => {
    const { heading, lead = [] } = await desk.answer(words, typeof who === 'string' ? asker(who) : who, voice)
    return [heading, ...lead].join('\n')
  }
  return { store, say, voice, desk }
}

const CHANNEL = { workspace: 'T1', channel: 'C1' }

test('what a channel sets in words is kept, said there and written down, and each slip is a sentence', async (t) => {
  const { store, say, voice } = settled(t)
  assert.match(await say('settings'), /Home: none is set\.\nAnswers offer a map\.\nBank holidays make no/)
  assert.match(await say('settings home leeds'), /changed\nHome: Leeds\./)
  assert.match(await say('settings map off'), /Answers offer no map\./)
  assert.match(await say('settings holidays Scotland'), /bank holiday of Scotland/)
  assert.match(await say('settings editors <@U7>, U8'), /2 people besides/)
  assert.deepEqual(await store.settingsOf(CHANNEL), {
    home: 'Leeds',
    map: false,
    editors: ['U7', 'U8'],
    holidays: 'scotland',
  })
  for (const wrong of [
    'settings home Nowhereville',
    'settings map maybe',
    'settings holidays France',
    'settings tea',
    'settings home',
    'settings map off; tea',
  ]) {
    assert.match(await say(wrong), /Nothing was changed\.$/)
    assert.doesNotMatch(await say(wrong), /“”/)
  }
  assert.match(await say('settings map off; '), /^That is how it is set already/)
  assert.match(await say('settings holidays none'), /Bank holidays make no difference/)
  assert.equal((await store.settingsOf(CHANNEL)).holidays, undefined)
  assert.match(voice.announced[0] ?? '', /^C1: @U1 changed the settings here: Home: Leeds\./)
  const changes = await store.changes('T1')
  assert.deepEqual(new Set(changes.map(({ did, who }) => `${who} ${did}`)), new Set(['U1 changed settings']))
  assert.equal(changes.length, 5)
})

test('who set the digest and whom the channel names may change it, and nobody else', async (t) => {
  const { say, store, desk, voice } = settled(t)
  await say('on monday 09:00', 'U1')
  assert.match(await say('settings map off', 'U2'), /^Only who set/)
  assert.match(await say('off', 'U2'), /^Only who set/)
  await say('settings editors U2', 'U1')
  assert.match(await say('settings map off', 'U2'), /Answers offer no map/)
  // Who may is offered it, and who may not is told whom to ask.
  const offered = async (user: string) => {
    const { next, naming } = await desk.answer('', asker(user), voice)
    return [next.some(({ label }) => label === 'Turn off'), naming !== undefined]
  }
  assert.deepEqual(
    [await offered('U2'), await offered('U3')],
    [
      [true, false],
      [false, true],
    ],
  )
  assert.match(await say('off', asker('U9', { outside: true })), /another organisation/)
  assert.match(await say('off', 'U2'), /no weekly digest here any more/)
  const changes = (await store.changes('T1')).map(({ did, who }) => `${who} ${did}`)
  assert.deepEqual(changes.sort(), [
    'U1 changed settings',
    'U1 set a digest',
    'U2 changed settings',
    'U2 stopped a digest',
  ])
})

test('a digest whose day is a bank holiday is due on the next working day, and the channel is told why', async (t) => {
  const { say, store } = settled(t)
  await say('on monday 09:00')
  await say('settings holidays Scotland')
  const [kept] = await store.subscriptions()
  assert.equal(kept?.weekly.holidays, 'scotland')
  // St Andrew's Day, a Monday.
  assert.match(
    await say(''),
    /The next is due on Tuesday 1 December 2026 at 09:00\. Monday 30 November 2026 is a bank holiday in Scotland\./,
  )
})

test('home comes first among choices and follow-ups, and is never chosen; where no map is wanted none is offered', async (t) => {
  const { say, desk } = settled(t)
  const suggestions = ['Dortmund', 'Leeds'].map((label) => ({ label, ask: `twins ${label}` }))
  const choice = { ...ANSWER, outcome: 'suggest' as const, suggestions }
  const labels = async (who = asker('U1')) => {
    const { outcome, suggestions } = await desk.suited(choice, who)
    return [outcome, ...suggestions.map(({ label }) => label)]
  }
  assert.deepEqual(await labels(), ['suggest', 'Dortmund', 'Leeds'])
  await say('settings home leeds')
  assert.deepEqual(await labels(), ['suggest', 'Leeds', 'Dortmund'])
  const guidelines = { label: 'What belongs', url: 'https://example.org' }
  const followed = { ...ANSWER, next: [guidelines, ...suggestions] }
  assert.deepEqual(
    (await desk.suited(followed, asker('U1'))).next.map(({ label }) => label),
    ['Leeds', 'What belongs', 'Dortmund'],
  )
  // Another channel, another workspace: as it comes.
  assert.deepEqual(await labels(asker('U1', { channel: 'C2' })), ['suggest', 'Dortmund', 'Leeds'])
  assert.deepEqual(await labels(asker('U1', { workspace: 'T2' })), ['suggest', 'Dortmund', 'Leeds'])
  assert.equal((await desk.suited(choice, asker('U1'))).withoutMap, undefined)
  await say('settings map off')
  assert.equal((await desk.suited(choice, asker('U1'))).withoutMap, true)
})

test('where the platform tells, a channel’s manager may change its digest, and a guest may not', async (t) => {
  const { desk, say } = settled(t)
  await say('on monday 09:00', 'U1')
  const as = async (standing: Standing, words: string, user = 'U5') =>
    (await desk.answer(words, asker(user), { ...pretendVoice(), standing: async () => standing })).heading
  assert.match(await as('unknown', 'settings map off'), /^Only who set/)
  assert.match(await as('member', 'settings map off'), /^Only who set/)
  assert.match(await as('manager', 'settings map off'), /are changed$/)
  assert.match(await as('guest', 'off', 'U1'), /^Guests do not change/)
  assert.match(await as('manager', 'off'), /no weekly digest here any more/)
  assert.match(await as('guest', 'on'), /^Guests do not change/)
})
