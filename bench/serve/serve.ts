import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { dice, mutated } from '../../test/chat/slack/mutated.ts'
import { commandFields, form, signed } from '../../test/chat/slack/signed.ts'
import { slowly } from '../../test/chat/slack/slow-connection.ts'
import { realFolder } from '../../test/real-folder.ts'

/**
 * How the app holds up over HTTP, beside Bolt alone in the same run: `npx node bench/serve/serve.ts`. Each runs in a process
 * of its own; all share the machine's cores. Writes bench/results/load.md; exit 1 when a promise is not kept.
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
/** Hansa keeps the answers that were asked for last: of so many, asked in turn, none is kept. */
const PLACES = [...realFolder().knowledge.places.values()].map(({ name }) => name)
const SECONDS = 20
const LOAD = loadavg()[0] ?? 0

type Server = { app: ChildProcess; url: string; channel: string; isDead(): boolean }
type Result = { what: string; found: string; kept: boolean }

const hansa = await started('./app.ts')
const bolt = await started('./bare-bolt.ts')
// The first questions of each kind build what later ones only look up.
for (let number = 0; number < 1000; number++) for (const one of [hansa, bolt]) await ask(one, number, 0)

const results = [
  await besideBolt(200),
  await noneLate(400),
  await throughput(3000, 50),
  await throughput(3000, 50, PLACES),
  await whileSomeDawdle(250),
  await oddBodies(25_000),
  await underStop(),
]
const told = results.map(({ what, found, kept }) => `| ${kept ? '✓' : '✗'} | ${what} | ${found} |\n`).join('')
writeFileSync(
  new URL('../results/load.md', import.meta.url),
  `# Under load\n\nWritten by \`npx node bench/serve/serve.ts\`: slash commands of ${QUESTIONS.length} kinds, signed as Slack signs them, over HTTP on one machine. ` +
    `The load of the machine was ${LOAD.toFixed(1)} at the start, of others than this bench; it has ${navigator.hardwareConcurrency} cores, which those who ask share.\n\n` +
    `| | promise | found |\n| --- | --- | --- |\n${told}`,
)
process.stdout.write(told)
bolt.app.kill()
process.exitCode = results.every(({ kept }) => kept) ? 0 : 1

async function started(file: string): Promise<Server> {
  const app = fork(fileURLToPath(new URL(file, import.meta.url)))
  const [{ url, channel }] = await once(app, 'message')
  let dead = false
  app.on('exit', () => {
    dead = true
  })
  return { app, url, channel, isDead: () => dead }
}

/** In turns, so that both meet the same machine. */
async function besideBolt(perSecond: number): Promise<Result> {
  const times: { hansa: number[]; bolt: number[] } = { hansa: [], bolt: [] }
  for (let turn = 0; turn < 3; turn++) {
    times.bolt.push(...(await atRate(bolt, perSecond, SECONDS / 2)))
    times.hansa.push(...(await atRate(hansa, perSecond, SECONDS / 2)))
  }
  const ratio = percentile(times.hansa, 99) / percentile(times.bolt, 99)
  const found = `${shown(times.hansa)}; Bolt alone ${shown(times.bolt)}: ${ratio.toFixed(2)} times`
  return { what: `${perSecond} a second: p99 within 1.5 times that of Bolt alone`, found, kept: ratio <= 1.5 }
}

async function noneLate(perSecond: number): Promise<Result> {
  const times = await atRate(hansa, perSecond, SECONDS)
  const alone = await atRate(bolt, perSecond, SECONDS)
  const what = `${perSecond} a second for ${SECONDS} s: no answer later than 100 ms`
  return { what, found: `${shown(times)}; Bolt alone ${shown(alone)}`, kept: percentile(times, 100) <= 100 }
}

/** Commands at fixed moments, whether or not the ones before are answered. */
async function atRate(server: Server, perSecond: number, seconds: number): Promise<number[]> {
  const start = performance.now()
  const sent: Promise<number>[] = []
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = start + (number * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    sent.push(ask(server, number, due))
  }
  return Promise.all(sent)
}

async function throughput(
  count: number,
  atOnce: number,
  asked: readonly string[] = QUESTIONS,
): Promise<Result> {
  const [alone, ours] = [
    await asFastAsPossible(bolt, count, atOnce, asked),
    await asFastAsPossible(hansa, count, atOnce, asked),
  ]
  const share = Math.round((ours.perSecond / alone.perSecond) * 100)
  const found = `${ours.says}; Bolt alone ${alone.says}: ${share} %`
  return {
    what: `${count} commands, ${atOnce} at once, of ${asked.length} questions in turn: at least 60 % of Bolt alone`,
    found,
    kept: share >= 60,
  }
}

async function asFastAsPossible(server: Server, count: number, atOnce: number, asked: readonly string[]) {
  let number = 0
  const before = await cpu(server)
  const start = performance.now()
  const lane = async () => {
    while (number < count) await ask(server, number++, performance.now(), asked)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const perSecond = Math.round((count * 1000) / (performance.now() - start))
  const each = (((await cpu(server)) - before) / count).toFixed(2)
  return { perSecond, says: `${perSecond} a second, ${each} ms of processor time each` }
}

async function whileSomeDawdle(count: number): Promise<Result> {
  const start = performance.now()
  const dawdlers = Array.from({ length: count }, (_, at) =>
    slowly(hansa.url, at % 2 === 0 ? 'headers' : 'body'),
  )
  const gone = Promise.all(dawdlers.map(({ closed }) => closed)).then(
    () => (performance.now() - start) / 1000,
  )
  const times = await atRate(hansa, 100, 10)
  const seconds = await Promise.race([gone, wait(2000, Number.POSITIVE_INFINITY)])
  for (const dawdler of dawdlers) dawdler.destroy()
  const found = `${seconds.toFixed(1)} s; 100 commands a second meanwhile: ${shown(times)}`
  return { what: `${count} slow connections are closed within 10 s`, found, kept: seconds <= 10 }
}

async function oddBodies(count: number): Promise<Result> {
  hansa.app.send('all levels')
  const roll = dice(1)
  const statuses = new Map<number | 'dropped', number>()
  for (let sent = 0; sent < count && !hansa.isDead(); sent += 50) {
    const batch = Array.from({ length: 50 }, () => mutated(roll, hansa.channel))
    const replies = batch.map(({ body, options }) =>
      signed(hansa.url, body, options).then(
        ({ status }) => status,
        () => 'dropped' as const,
      ),
    )
    for (const status of await Promise.all(replies)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const counts = [...statuses].map(([status, times]) => `${times} × ${status}`).sort()
  hansa.app.send('logged')
  const [logged] = await once(hansa.app, 'message')
  const kept =
    !hansa.isDead() &&
    logged.secrets === 0 &&
    [...statuses.keys()].every((status) => status !== 'dropped' && status < 500)
  const found = `${counts.join(', ')}; ${logged.secrets} secrets in ${logged.lines} lines of the log`
  return { what: `${count} odd signed bodies: no 5xx, none dropped, no death, no secret logged`, found, kept }
}

/** Told to stop while questions come in: it answers on for two seconds, then what it took in; later ones find nobody. */
async function underStop(): Promise<Result> {
  let [answered, turnedAway, lost] = [0, 0, 0]
  const one = async (number: number) =>
    ask(hansa, number, 0).then(
      () => answered++,
      (error) => (error.cause?.code === 'ECONNREFUSED' ? turnedAway++ : lost++),
    )
  const sent: Promise<unknown>[] = []
  const ended = once(hansa.app, 'exit')
  for (let number = 0; number < 600; number++) {
    if (number === 200) hansa.app.send('stop')
    sent.push(one(number))
    await wait(5)
  }
  await Promise.all(sent)
  const [code] = await ended
  const found = `${answered} answered, ${turnedAway} found nobody, ${lost} lost; exit ${code}`
  return {
    what: 'a stop at 200 a second loses nothing that was taken in',
    found,
    kept: lost === 0 && code === 0,
  }
}

/** Milliseconds of processor time that a server has used. */
async function cpu({ app }: Server): Promise<number> {
  app.send('cpu')
  const [{ user, system }] = await once(app, 'message')
  return (user + system) / 1000
}

/** Milliseconds from when it was due until the whole answer was there. */
async function ask(
  { url }: Server,
  number: number,
  due: number,
  asked: readonly string[] = QUESTIONS,
): Promise<number> {
  const response = await signed(url, form(commandFields(asked[number % asked.length] ?? '')))
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
