import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandFields, form, signed } from '../../test/chat/slack/signed.ts'
import { type Memory, memoryOf, watchMemory } from './memory.ts'

/**
 * 200 people ask for maps at once: `npx node bench/serve/maps.ts`. The heap is the one that Node gives itself in 256 MB
 * (half of it, and a young generation of 1 MB; the second run, as a server, finds its code compiled). Exit 1 when a promise is not kept: alive, no map failed, less than 256 MB
 * of their own, and p99 of text answers under 50 ms while maps are drawn.
 */
const HEAP = ['--max-old-space-size=128', '--max-semi-space-size=1']
const LIMIT = 256
const ASKERS = 200

// As the Dockerfile sets it.
const env = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  ...process.env,
  NODE_COMPILE_CACHE: join(tmpdir(), 'hansa-bench'),
}
const app = fork(fileURLToPath(new URL('./maps-app.ts', import.meta.url)), { execArgv: HEAP, env })
const pid = app.pid ?? 0
const [{ url, places }] = await once(app, 'message')
let died = false
app.on('exit', () => {
  died = true
})
const addresses: string[] = await reply('addresses', 'addresses')

const questions: readonly [string, (at: number) => string][] = [
  ['/twins England', () => 'England'],
  ['different maps', (at) => places[at % places.length]],
]
let kept = true
// The first answer loads what the others only use.
for (let at = 0; at < 20; at++) await ask('Xyzzy', performance.now())
const undisturbed: number[] = []
for (let at = 0; at < 300; at++) undisturbed.push(await ask('Xyzzy', performance.now()), await wait(20, 0))
console.log(`text answers while no map is drawn: ${percentiles(undisturbed.filter((ms) => ms > 0))}`)
console.log(`before: ${shown(memoryOf(pid))}; others load this machine by ${loadavg()[0]?.toFixed(1)}`)

for (const [what, questionOf] of questions) {
  const memory = watchMemory(pid)
  const start = performance.now()
  const asked = Array.from({ length: ASKERS }, (_, at) => ask(questionOf(at), performance.now()))
  const firsts = await Promise.all(asked)
  // Text answers at a steady rate, for as long as maps are drawn.
  const times: number[] = []
  let left = await counts()
  const drawn = { ...left }
  while (left.underway > 0 && !died) {
    const due = performance.now()
    const one = ask('Xyzzy', due)
    await wait(20)
    times.push(await one)
    if (times.length % 25 > 0) continue
    left = await counts()
    for (const key of ['maps', 'leftOut', 'failed'] as const) drawn[key] += left[key]
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const most = memory.stop()
  const late = percentile(times, 99)
  kept &&= !died && late < 50 && most.total < LIMIT && drawn.maps > 0 && drawn.failed === 0
  console.log(`${ASKERS} × ${what} at once: ${died ? 'DEAD' : 'alive'}, done after ${seconds} s`)
  console.log(`  ${drawn.maps} maps, ${drawn.leftOut} told that theirs is left out, ${drawn.failed} failed`)
  console.log(`  the ${ASKERS} answers themselves: ${percentiles(firsts)}`)
  console.log(`  ${times.length} text answers while maps were drawn: ${percentiles(times)}`)
  console.log(`  most memory: ${shown(most)}; others load this machine by ${loadavg()[0]?.toFixed(1)}`)
}
await wait(31_000)
console.log(`half a minute later: ${shown(memoryOf(pid))}`)
app.send('stop')
process.exitCode = kept && !died ? 0 : 1

async function ask(text: string, due: number): Promise<number> {
  const fields = { ...commandFields(text), response_url: addresses.pop() ?? '' }
  const response = await signed(url, form(fields))
  const { blocks } = (await response.json()) as { blocks?: object[] }
  if (!blocks?.length) throw new Error('no answer')
  return performance.now() - due
}

type Counts = { maps: number; leftOut: number; failed: number; underway: number }

async function counts(): Promise<Counts> {
  app.send('counts')
  const [message] = await once(app, 'message')
  return message
}

async function reply(what: string, key: string) {
  app.send(what)
  const [message] = await once(app, 'message')
  return message[key]
}

function shown({ serving, drawing, total }: Memory): string {
  const [all, one, two] = [total, serving, drawing].map((megabytes) => Math.round(megabytes))
  return `${all} MB (serving ${one}, drawing ${two})`
}

function percentiles(times: readonly number[]): string {
  const [p50, p99, worst] = [50, 99, 100].map((percent) => percentile(times, percent).toFixed(1))
  return `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}
