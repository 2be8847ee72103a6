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
import { asker, commandOf } from './asker.ts'

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
const PLACES = [...realFolder().knowledge.places.values()].map(({ name }) => name)
/** Hansa keeps the answers that were wanted last: of these, each asked once, none is kept. */
const NEVER_ASKED = Array.from({ length: 3000 }, (_, number) => {
  const years = Math.floor(number / PLACES.length)
  return `${PLACES[number % PLACES.length]} since ${1960 + years}`
})
const SECONDS = 20
const LOAD = loadavg()[0] ?? 0

type Server = {
  app: ChildProcess
  url: string
  channel: string
  isDead(): boolean
  ask(command: Buffer): Promise<void>
}
/** `kept` is not said of what was never promised. */
type Result = { what: string; found: string; kept?: boolean }

const hansa = await started('./app.ts')
const bolt = await started('./bare-bolt.ts')
// The first questions of each kind build what later ones only look up.
for (const command of commandsOf(QUESTIONS, 2000)) for (const one of [hansa, bolt]) await one.ask(command)

const results = [
  await besideBolt(200),
  await noneLate(400),
  await throughput(QUESTIONS, { most: 60 }),
  await throughput(PLACES, { most: 60 }),
  await throughput(NEVER_ASKED),
  await whileSomeDawdle(250),
  await oddBodies(25_000),
  await underStop(),
]
const MARKS: Readonly<Record<string, string>> = { true: '✓', false: '✗', undefined: '' }
const rows = results
  .map(({ what, found, kept }) => `| ${MARKS[String(kept)]} | ${what} | ${found} |\n`)
  .join('')
writeFileSync(
  new URL('../results/load.md', import.meta.url),
  `# Under load\n\nWritten by \`npx node bench/serve/serve.ts\`: slash commands of ${QUESTIONS.length} kinds, signed as Slack signs them, over HTTP on one machine. ` +
    `The load of the machine was ${LOAD.toFixed(1)} at the start, of others than this bench; it has ${navigator.hardwareConcurrency} cores, which those who ask share.\n\n` +
    `| | promise | found |\n| --- | --- | --- |\n${rows}`,
)
process.stdout.write(rows)
bolt.app.kill()
process.exitCode = results.every(({ kept }) => kept !== false) ? 0 : 1

async function started(file: string): Promise<Server> {
  const app = fork(fileURLToPath(new URL(file, import.meta.url)))
  const [{ url, channel }] = await once(app, 'message')
  let dead = false
  app.on('exit', () => {
    dead = true
  })
  return { app, url, channel, isDead: () => dead, ask: asker(url).ask }
}

function commandsOf(asked: readonly string[], count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, number) => commandOf(asked[number % asked.length] ?? ''))
}

/** In turns, so that both meet the same machine; of the pairs, the one in the middle counts. */
async function besideBolt(perSecond: number): Promise<Result> {
  const times: { hansa: number[]; bolt: number[] } = { hansa: [], bolt: [] }
  const ratios: number[] = []
  for (let turn = 0; turn < 7; turn++) {
    const alone = await atRate(bolt, perSecond, SECONDS / 2)
    const ours = await atRate(hansa, perSecond, SECONDS / 2)
    times.bolt.push(...alone)
    times.hansa.push(...ours)
    ratios.push(percentile(ours, 99) / percentile(alone, 99))
  }
  const [least, median, most] = [0, 50, 100].map((percent) => percentile(ratios, percent).toFixed(2))
  const found = `${shown(times.hansa)}; Bolt alone ${shown(times.bolt)}: ${median} times in the middle of seven pairs (${least} to ${most})`
  return {
    what: `${perSecond} a second: p99 within 1.5 times that of Bolt alone`,
    found,
    kept: Number(median) <= 1.5,
  }
}

async function noneLate(perSecond: number): Promise<Result> {
  const alone = await atRate(bolt, perSecond, SECONDS)
  const times = await atRate(hansa, perSecond, SECONDS)
  const what = `${perSecond} a second for ${SECONDS} s: no answer later than 100 ms`
  return { what, found: `${shown(times)}; Bolt alone ${shown(alone)}`, kept: percentile(times, 100) <= 100 }
}

/** Commands at fixed moments, whether or not the ones before are answered: milliseconds from when each was due. */
async function atRate(server: Server, perSecond: number, seconds: number): Promise<number[]> {
  const commands = commandsOf(QUESTIONS, perSecond * seconds)
  const start = performance.now()
  const times: number[] = []
  const sent: Promise<unknown>[] = []
  for (const [number, command] of commands.entries()) {
    const due = start + (number * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    sent.push(server.ask(command).then(() => times.push(performance.now() - due)))
  }
  await Promise.all(sent)
  return times
}

/** In turns as well. `most`: the part of what Bolt alone does that is promised. */
async function throughput(
  asked: readonly string[],
  { count = 3000, atOnce = 50, most }: { count?: number; atOnce?: number; most?: number } = {},
): Promise<Result> {
  const isOnce = asked.length >= count
  const turns = isOnce ? 1 : 5
  const pairs: { alone: Speed; ours: Speed; share: number }[] = []
  for (let turn = 0; turn < turns; turn++) {
    const alone = await asFastAsPossible(bolt, commandsOf(asked, count), atOnce)
    const ours = await asFastAsPossible(hansa, commandsOf(asked, count), atOnce)
    pairs.push({ alone, ours, share: Math.round((ours.perSecond / alone.perSecond) * 100) })
  }
  pairs.sort((one, other) => one.share - other.share)
  const [first, middle, last] = [pairs[0], pairs[Math.floor(turns / 2)], pairs[turns - 1]]
  if (!first || !middle || !last) throw new Error('nothing was asked')
  const range = turns > 1 ? ` in the middle of ${turns} pairs (${first.share} to ${last.share})` : ''
  const found = `${told(middle.ours)}; Bolt alone ${told(middle.alone)}: ${middle.share} %${range}`
  const kinds = isOnce ? 'each asked for the first time' : `of ${asked.length} questions in turn`
  const promise = most === undefined ? '' : `: at least ${most} % of Bolt alone`
  return {
    what: `${count} commands, ${atOnce} at once, ${kinds}${promise}`,
    found,
    ...(most !== undefined && { kept: middle.share >= most }),
  }
}

type Speed = { perSecond: number; each: number }

function told({ perSecond, each }: Speed): string {
  return `${perSecond} a second, ${each.toFixed(2)} ms of processor time each`
}

async function asFastAsPossible(server: Server, commands: readonly Buffer[], atOnce: number): Promise<Speed> {
  const waiting = [...commands]
  const before = await cpu(server)
  const start = performance.now()
  const lane = async () => {
    for (let command = waiting.pop(); command; command = waiting.pop()) await server.ask(command)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const perSecond = Math.round((commands.length * 1000) / (performance.now() - start))
  return { perSecond, each: ((await cpu(server)) - before) / commands.length }
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
  const one = async (number: number) => {
    try {
      const fields = commandFields(QUESTIONS[number % QUESTIONS.length] ?? '')
      const { blocks } = (await (await signed(hansa.url, form(fields))).json()) as { blocks?: object[] }
      if (blocks?.length) answered++
      else lost++
    } catch (error) {
      if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED') turnedAway++
      else lost++
    }
  }
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

function shown(times: readonly number[]): string {
  const [p50, p99, worst] = [50, 99, 100].map((percent) => percentile(times, percent).toFixed(1))
  return `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}
