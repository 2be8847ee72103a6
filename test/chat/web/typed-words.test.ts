import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createDigestDesk } from '../../../src/delivery/digest-desk.ts'
import { proposalDesk } from '../../../src/serve/proposals.ts'
import { linesToText } from '../../../src/store/export-import.ts'
import { pretendDeps } from '../../delivery/pretend-deps.ts'
import { pretendClock } from '../../delivery/pretend-platform.ts'
import { REAL_FOLDER, realFolder } from '../../real-folder.ts'
import { everythingIn } from '../../store/dump.ts'
import { ENGINES } from '../../store/engines.ts'
import { patientSleep } from '../../until.ts'
import { keepLog } from '../slack/pretend/pretend.ts'
import { markers } from '../slack/workspaces/typed-everywhere.ts'
import { pressable, realDesk, servePlayground, visitor } from './served.ts'

const { library, knowledge } = realFolder()
const WORDS = markers(100)

type Visitor = ReturnType<typeof visitor>
type Way = (word: string, me: Visitor) => Promise<unknown>

/** Each way there is to type something into the page, or to send it what the page would not. */
const WAYS: readonly Way[] = [
  say('policy', (word) => word),
  say('policy', (word) => `@hansa ask ${word} buses`),
  say('policy', (word) => `/twins ${word}`),
  say('policy', (word) => `/ask what does ${word} do in Norwich`),
  say('policy', (word) => `/${word} ${word}`),
  say('policy', (word) => `/digest ${word}`),
  say('policy', (word) => `/hansa settings home Leeds ${word}`),
  say('hansa', (word) => `will ${word} be made redundant in Norwich?`),
  say('hansa', (word) => `twins Leeds ${word}`),
  say(`hansa`, (word) => word.repeat(2000)),
  (word, me) => me.post(`/${word}/say`, { text: word }),
  (word, me) => me.post(`/policy/${word}`, { text: word }),
  (word, me) => me.post('/policy/say', { [word]: word }),
  (word, me) => me.post('/policy/say', { text: `/twins ${word}` }, { 'x-page': word, 'x-part': word }),
  (word, me) => me.post('/policy/press', { where: word, press: JSON.stringify([word, word, word]) }),
  (word, me) => me.post('/policy/press', { where: word, press: word, choice: word }),
  (word, me) => me.post('/policy/press', { where: `V${word}`, press: 'submit', [word]: word }),
  (word, me) => me.post('/policy/close', { where: word }, { 'x-page': word }),
  (word, me) => me.read(`/${word}`),
  (word, me) => me.read(`/policy?${word}=${word}`),
  (word, me) => me.read(`/suggest?typed=${word}`),
  (word, me) => me.read(`/answer?ask=twins+${word}`),
  (word, me) => me.read(`/answer?ask=what+do+cities+learn+${word}`),
  (word, me) => me.read(`/take/md?ask=twins+Leeds+${word}`),
  (word, me) => me.read(`/take/${word}?ask=twins+Leeds`),
  (word, me) => me.read(`/pictures/${word}.svg`),
  (word, me) => me.get('/policy', { 'user-agent': word, referer: `https://${word}.example`, 'x-part': word }),
  (word, me) => me.get('/policy', { cookie: `person=${word}` }),
  press('Helpful'),
  press('Share'),
  press('Report a mistake'),
  /** The window of a report, sent without a word in it that could be kept. */
  async (word, me) => {
    await press('Report a mistake')(word, me)
    const window = /name="where" value="(V[^"]+)"/.exec(await me.read('/policy'))?.[1] ?? ''
    await me.post('/policy/press', { where: window, press: 'submit', '["record","record"]': word })
    await me.post('/policy/close', { where: window })
  },
  /** A proposal with a partner that there is not. */
  async (word, me) => {
    await me.post('/policy/say', { text: '/twins Norwich' })
    const [, where = '', what = ''] = pressable(await me.read('/policy'), 'Tell us about Norwich')
    await me.post('/policy/press', { where, press: what })
    const window = /name="where" value="(V[^"]+)"/.exec(await me.read('/policy'))?.[1] ?? ''
    const filled = { '["place","place"]': 'Leeds', '["partner","partner"]': word, '["note","note"]': word }
    await me.post('/policy/press', { where: window, press: 'submit', ...filled })
    await me.post('/policy/close', { where: window })
  },
]

for (const { name, skip, place } of ENGINES)
  test(`${name}: a word typed into the page, or sent to it, is in no list, log line or export, nor in the store`, {
    skip,
  }, async (t) => {
    const here = await place(t)
    const store = here.open()
    const { log, lines } = keepLog()
    const clock = pretendClock('2026-11-24T10:00:00Z')
    let desk: ReturnType<typeof createDigestDesk> | undefined
    const { url, stop } = await servePlayground({
      ...realDesk(),
      log,
      settings: { host: '127.0.0.1', port: 0 },
      proposals: proposalDesk(REAL_FOLDER, store, () => knowledge),
      startDigest: (post, served) => {
        const parts = pretendDeps(clock, { store, post, name: 'test', log, served, library: () => library })
        const own = { record: store.recordChange, timezone: 'Europe/London', editors: [] }
        desk = createDigestDesk({ ...parts, ...own, sleep: patientSleep })
        return desk
      },
    })
    t.after(stop)
    const [me, other] = [visitor(url), visitor(url)]
    // On a second day each way once more: lists name what was asked for on two.
    for (const [day, words] of [WORDS, WORDS.slice(0, WAYS.length)].entries()) {
      clock.set(`2026-11-2${4 + day}T10:00:00Z`)
      for (const [at, word] of words.entries()) await WAYS[at % WAYS.length]?.(word, me)
      await me.post('/policy/say', { text: '/twins Norwich' })
    }
    await desk?.flushed()
    // What is asked for by somebody who typed none of it, in a room of their own.
    for (const text of ['gaps', 'digest now', 'help']) await other.post('/hansa/say', { text })
    const seen = await other.read('/hansa')
    const logged = inspect(lines, {
      depth: Number.POSITIVE_INFINITY,
      maxStringLength: null,
      maxArrayLength: null,
    })
    const exported = linesToText(await store.export())
    const stored = await everythingIn(here)
    // It has eyes: what is ours is found there.
    assert.match(logged, /at: 'command'.*answered/s)
    for (const found of [exported, stored]) assert.match(found, /2641181/)
    for (const found of [seen, logged, exported, stored])
      assert.deepEqual(
        WORDS.filter((word) => found.toLowerCase().includes(word)),
        [],
      )
  })

function say(room: 'policy' | 'hansa', text: (word: string) => string): Way {
  return (word, me) => me.post(`/${room}/say`, { text: text(word) })
}

/** A button under an answer that holds the word. */
function press(label: string): Way {
  return async (word, me) => {
    await me.post('/policy/say', { text: `/ask universities and city halls ${word}` })
    const [, where = '', what = ''] = pressable(await me.read('/policy'), label)
    assert.notEqual(where, '', label)
    await me.post('/policy/press', { where, press: what })
  }
}
