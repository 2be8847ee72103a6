import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { dice, mutated } from '../../test/chat/slack/mutated.ts'
import { commandFields, form, signed } from '../../test/chat/slack/signed.ts'
import { slowly } from '../../test/chat/slack/slow-connection.ts'

/**
 * How the app holds up over HTTP: `npx node bench/serve/serve.ts`. The app runs in a process of its own; both share the
 * machine's cores. Exit 1 when a promise is not kept.
 */
const QUESTIONS = [
  'Leeds',
  'Hull',
  'Sheffield',
  'Dortmund',
  'Köln',
  'Germany',
  'Yorkshire',
  'Passau',
  'leds',
  'Xyzzy',
  '',
]
const SECONDS = 30

const app = fork(fileURLToPath(new URL('./app.ts', import.meta.url)))
const [{ url, channel }] = await once(app, 'message')
let died = false
app.on('exit', () => {
  died = true
})

// The first question of each kind builds what later ones only look up.
for (const number of QUESTIONS.keys()) await ask(number, 0)

const results = [
  await steadily(200, SECONDS),
  await asFastAsPossible(3000, 50),
  await whileSomeDawdle(250),
  await oddBodies(5000),
]
app.send('stop')
const [code] = await once(app, 'exit')
results.push({ what: 'a stop ends the process with', found: `${code}`, kept: code === 0 })
for (const { what, found, kept } of results) console.log(`${kept ? '✓' : '✗'} ${what.padEnd(64)} ${found}`)
process.exitCode = results.every(({ kept }) => kept) ? 0 : 1

type Result = { what: string; found: string; kept: boolean }

/** Commands at fixed moments, whether or not the ones before are answered. */
async function steadily(perSecond: number, seconds: number): Promise<Result> {
  const times = await atRate(perSecond, seconds)
  const late = percentile(times, 99)
  const what = `${perSecond} commands a second for ${seconds} s: p99 under 50 ms`
  return { what, found: shown(times), kept: late < 50 && times.length === perSecond * seconds }
}

async function atRate(perSecond: number, seconds: number): Promise<number[]> {
  const start = performance.now()
  const sent: Promise<number>[] = []
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = start + (number * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    sent.push(ask(number, due))
  }
  return Promise.all(sent)
}

async function asFastAsPossible(count: number, atOnce: number): Promise<Result> {
  const times: number[] = []
  let number = 0
  const before = await cpu()
  const start = performance.now()
  const lane = async () => {
    while (number < count) times.push(await ask(number++, performance.now()))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const perSecond = Math.round((count * 1000) / (performance.now() - start))
  const each = (((await cpu()) - before) / count).toFixed(2)
  const found = `${perSecond} a second, ${shown(times)}, ${each} ms of processor time each`
  return { what: `${count} commands, ${atOnce} at once`, found, kept: true }
}

async function whileSomeDawdle(count: number): Promise<Result> {
  const start = performance.now()
  const dawdlers = Array.from({ length: count }, (_, at) => slowly(url, at % 2 === 0 ? 'headers' : 'body'))
  const gone = Promise.all(dawdlers.map(({ closed }) => closed)).then(
    () => (performance.now() - start) / 1000,
  )
  const times = await atRate(100, 10)
  const seconds = await Promise.race([gone, wait(2000, Number.POSITIVE_INFINITY)])
  for (const dawdler of dawdlers) dawdler.destroy()
  const found = `${seconds.toFixed(1)} s; 100 commands a second meanwhile: ${shown(times)}`
  return { what: `${count} slow connections are closed within 10 s`, found, kept: seconds <= 10 }
}

async function oddBodies(count: number): Promise<Result> {
  const roll = dice(1)
  const statuses = new Map<number, number>()
  for (let sent = 0; sent < count && !died; sent += 50) {
    const batch = Array.from({ length: 50 }, () => mutated(roll, channel))
    const replies = await Promise.all(batch.map(({ body, options }) => signed(url, body, options)))
    for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const found = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`)
  const kept = !died && [...statuses.keys()].every((status) => status < 500)
  return { what: `${count} odd signed bodies give no 5xx and no death`, found: found.join(', '), kept }
}

/** Milliseconds of processor time that the app has used. */
async function cpu(): Promise<number> {
  app.send('cpu')
  const [{ user, system }] = await once(app, 'message')
  return (user + system) / 1000
}

/** Milliseconds from when it was due until the whole answer was there. */
async function ask(number: number, due: number): Promise<number> {
  const response = await signed(url, form(commandFields(QUESTIONS[number % QUESTIONS.length] ?? '')))
  const { blocks } = (await response.json()) as { blocks?: object[] }
  if (!blocks?.length) throw new Error(`no answer to question ${number}`)
  return performance.now() - due
}

function shown(times: readonly number[]): string {
  const [p50, p99, worst] = [50, 99, 100].map((percent) => percentile(times, percent).toFixed(1))
  return `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}
