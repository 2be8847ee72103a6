import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import { done } from '../../src/chat/core/handle-interaction.ts'
import { createMetrics, serveMetrics } from '../../src/serve/metrics.ts'
import { StoreTrouble } from '../../src/store/store.ts'
import { keepLog } from '../chat/slack/pretend/pretend.ts'
import { markers } from '../chat/slack/workspaces/typed-everywhere.ts'
import { realFolder } from '../real-folder.ts'
import { RUN } from '../store/samples.ts'

const { knowledge } = realFolder()
const working = {
  runs: async () => [{ ...RUN, state: 'doubtful' as const }],
  subscriptions: async () => [],
  trouble: () => undefined,
}
const health = () => ({
  ok: false,
  mode: 'http',
  running: 3,
  troubles: [{ part: 'slack', says: 'It is cut.' }],
})

test('figures are Prometheus text of answers, folder, store and digests', async () => {
  const metrics = createMetrics()
  const log = metrics.counting(keepLog().log)
  for (const outcome of ['found', 'found', 'suggest'])
    log.info({ at: 'command', command: 'twins', outcome, ms: 40 }, 'answered')
  log.info({ port: 1 }, 'something else')
  log.warn({}, 'A warning.')
  const text = await metrics.text({ knowledge: () => knowledge, store: working, health })
  const value = (figure: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${figure} `))
      ?.split(' ')
      .at(-1)
  assert.equal(value('hansa_answers_total{at="command",command="twins",outcome="found"}'), '2')
  assert.equal(value('hansa_answer_seconds_bucket{le="0.05",at="command"}'), '3')
  assert.equal(value('hansa_log_total{level="warn"}'), '1')
  assert.equal(value('hansa_folder_statements{kind="claim"}'), String(knowledge.claims.length))
  assert.equal(value('hansa_store_up'), '1')
  assert.equal(value('hansa_part_trouble{part="slack"}'), '1')
  assert.equal(value('hansa_digests{state="doubtful"}'), '1')
  assert.equal(value('hansa_answers_running'), '3')
  for (const line of text.split('\n').filter(Boolean))
    assert.match(
      line,
      /^# (HELP|TYPE) hansa_\w+ .+$|^hansa_\w+(\{(\w+="[^"\n]*",?)+\})? -?(\d[\d.e+-]*|Nan)$/,
      line,
    )
})

test('nothing that somebody typed and nobody’s id is in them, whatever the log is told', async () => {
  const metrics = createMetrics()
  const log = metrics.counting(keepLog().log)
  log.info(
    { at: 'command', command: 'twins', outcome: 'found', ms: 1, user: 'U0SECRET', channel: 'C0SECRET' },
    'typed SECRET',
  )
  log.error({ err: new Error('SECRET') }, 'SECRET')
  assert.doesNotMatch(
    await metrics.text({ knowledge: () => knowledge, store: working, health }),
    /SECRET|Policy|T1/,
  )
})

test('whatever is asked, the figures name commands of ours and no word of the question', async () => {
  const { desk } = realFolder()
  const metrics = createMetrics()
  const log = metrics.counting(keepLog().log)
  const words = markers(20)
  const forms = [
    (word: string) => word,
    (word: string) => `/${word} ${word}`,
    (word: string) => `twins ${word}`,
    (word: string) => `twins Leeds ${word}`,
    (word: string) => `ask ${word} buses`,
    (word: string) => `report ${word}`,
    (word: string) => `cite ${word}`,
    (word: string) => `digest ${word}`,
    (word: string) => `universities and city halls ${word}`,
  ]
  const questions = words.flatMap((word) => forms.map((form) => form(word)))
  for (const question of [
    ...questions,
    ...fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 100, seed: 1 }),
  ])
    log.info({ at: 'message', ...done(desk.answer(question)), ms: 1 }, 'answered')
  const text = await metrics.text({ knowledge: () => knowledge, store: working, health })
  assert.match(text, /hansa_answers_total\{at="message",command="twins",outcome="\w+"\} \d\d/)
  for (const word of words) assert.ok(!text.includes(word), word)
  const named = new Set([...text.matchAll(/command="([^"]*)"/g)].map(([, command = '']) => command))
  const known = new Set([...desk.commands().map(({ name }) => name), 'digest', 'other'])
  assert.deepEqual(
    [...named].filter((command) => !known.has(command)),
    [],
  )
})

test('while the store is in trouble the other figures are told', async () => {
  const lost = async () => {
    throw new StoreTrouble('gone', { lost: true })
  }
  const store = { runs: lost, subscriptions: lost, trouble: () => 'gone' }
  const text = await createMetrics().text({ knowledge: () => knowledge, store, health })
  assert.match(text, /^hansa_store_up 0$/m)
  assert.match(text, /^hansa_folder_sources \d+$/m)
})

test('they stand on a port of their own, at one address; a port that is taken is a sentence', async (t) => {
  const { log } = keepLog()
  const given = { host: '127.0.0.1', port: 0, log }
  const told = await serveMetrics(
    createMetrics(),
    { knowledge: () => knowledge, store: working, health },
    given,
  )
  t.after(told.stop)
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${told.port}${path}`, init)
  assert.match(await (await at('/metrics')).text(), /hansa_info\{version="/)
  assert.deepEqual(
    [(await at('/')).status, (await at('/health')).status, (await at('/metrics', { method: 'POST' })).status],
    [404, 404, 404],
  )
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.after(() => taken.close())
  const port = (taken.address() as AddressInfo).port
  await assert.rejects(
    serveMetrics(createMetrics(), { knowledge: () => knowledge, store: working, health }, { ...given, port }),
    /is in use: stop the other program, or set HANSA_METRICS_PORT/,
  )
})
