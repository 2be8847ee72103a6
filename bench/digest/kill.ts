/**
 * Kills Hansa with SIGKILL at random moments while digests fall due, against a Slack that loses, delays and refuses
 * requests, answers some with junk and status 200, and has no list for minutes; counts what was shown. `--kills 200`,
 * `--instances 1`, `--postgres URL`, `--seed 1`, `--speed 20`, `--junk 0.02`, `--workspaces 1`: with more, each has a token of
 * its own and channels of the same names.
 * With more than one instance, they are also made to sleep (SIGSTOP) past their leases. Half of the digests are late: no
 * instance hears of them before they are an hour overdue. Exits 1 when a digest was shown twice, or neither shown nor
 * called doubtful, or elsewhere; and when the requests met no trouble, for then nothing was tried.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStore } from '../../src/store/open.ts'
import { chance } from '../search/chance.ts'
import { counted } from './count.ts'
import { fakeSlack } from './fake-slack.ts'
import { fastClock } from './fast-clock.ts'
import { freshStore } from './fresh-store.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    instances: { type: 'string', default: '1' },
    postgres: { type: 'string' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '20' },
    junk: { type: 'string', default: '0.02' },
    workspaces: { type: 'string', default: '1' },
  },
})
const [kills, instances, seed, speed] = [values.kills, values.instances, values.seed, values.speed].map(
  Number,
) as [number, number, number, number]
const workspaces = Array.from({ length: Number(values.workspaces) }, (_, at) => `T${at + 1}`)

/** Monday 30 November 2026, eight in the morning, in London. */
const FROM = Date.UTC(2026, 10, 30, 8) / 1000
/** Digests of a workspace in each minute of the fast clock; the second half of them is late. */
const A_MINUTE = workspaces.length > 1 ? 2 : 4
/** Seconds of the fast clock from the moment a process works until it is killed, on average: about one tick. */
const LIFE = 32

const { settings, clean } = await freshStore(values.postgres)
const starting = await timeToStart()
const minutes = Math.ceil((kills * (LIFE + starting * speed)) / instances / 60)
const random = chance(seed)
const started = Date.now()
const clock = fastClock(FROM, started, speed)
const slack = await fakeSlack(clock, random, Number(values.junk))
await subscribe()

const children: (ChildProcess | undefined)[] = []
/** Fulfils when a process has begun to work. */
const atWork: Promise<unknown>[] = []
let killed = 0
let paused = 0
for (let at = 0; at < instances; at++) children[at] = born(at)
while (killed < kills) {
  const at = Math.floor(random() * instances)
  await atWork[at]
  await wait((LIFE * 2 * random() * 1000) / speed / instances)
  if (instances > 1 && random() < 0.2) await pause(at)
  else kill(at)
  if (killed % 20 === 0)
    process.stderr.write(`\r${killed} kills, ${Math.round((clock.seconds() - FROM) / 60)} minutes`)
}
slack.calm()
// The longest patience after a refusal is nineteen minutes, and a late digest waits five more.
const end = Math.max(clock.seconds(), FROM + minutes * 60) + 35 * 60
await until(() => clock.seconds() > end)
for (const child of children) child?.kill('SIGKILL')
await wait(500)
const good = await counted(settings, slack, { workspaces, instances, kills: killed, pauses: paused })
process.exitCode = good ? 0 : 1
slack.close()
await clean()

/** Real seconds until a process works, on this machine as busy as it is. */
async function timeToStart(): Promise<number> {
  const now = Date.now()
  const child = worker({
    from: FROM - 86_400,
    started: now,
    speed: 1,
    url: 'http://127.0.0.1:9/',
    name: 'first',
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('a process cannot even start')))
  child.stderr.pipe(process.stderr)
  await Promise.race([once(child.stdout, 'data'), ended])
  ended.catch(() => {})
  child.kill('SIGKILL')
  return (Date.now() - now) / 1000
}

function born(at: number): ChildProcess {
  const child = worker({ from: FROM, started, speed, url: slack.url, name: randomUUID() })
  atWork[at] = Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  child.stderr?.on('data', (text) => {
    if (!/in use by another process/.test(String(text))) process.stderr.write(`[${at}] ${text}`)
  })
  return child
}

function worker(given: { from: number; started: number; speed: number; url: string; name: string }) {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url))
  const args = [file, JSON.stringify({ ...given, store: settings, workspaces })]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
}

function kill(at: number): void {
  children[at]?.kill('SIGKILL')
  killed++
  children[at] = born(at)
}

/** Sleeps for up to twice a lease. */
async function pause(at: number): Promise<void> {
  const child = children[at]
  child?.kill('SIGSTOP')
  paused++
  await wait((random() * 90 * 1000) / speed)
  child?.kill('SIGCONT')
}

async function subscribe(): Promise<void> {
  const store = openStore(settings)
  for (let minute = 0; minute < minutes; minute++) {
    for (let one = 0; one < A_MINUTE; one++) {
      const late = one >= A_MINUTE / 2
      const due = FROM + (minute + 8) * 60 - (late ? 3600 : 0)
      const at = new Date(due * 1000).toISOString().slice(11, 16)
      for (const workspace of workspaces)
        await store.subscribe({
          workspace,
          channel: `${late ? 'L' : 'C'}${minute}X${one}`,
          weekly: { weekday: 1, time: at, zone: 'Europe/London' },
          about: '',
          by: 'U1',
          since: '2026-11-29T00:00:00Z',
        })
    }
  }
  await store.close()
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await wait(200)
}
