import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandFields, form, pressBody, signed } from '../../test/chat/slack/pretend/signed.ts'
import type { Shown } from './maps-app.ts'
import { percentile } from './percentile.ts'
import { type Memory, memoryOf, threadTime, watchMemory } from './process.ts'

/**
 * 200 people press Map at once: `npx node bench/serve/maps.ts`. The heap is the one that Node gives itself in 256 MB (half
 * of it, and a young generation of 1 MB; the second run, as a server, finds its code compiled and its folder read). The
 * bound is set by looking: every 20 ms what both processes hold of their own is added up, and beyond 256 MB the server is
 * killed, as a kernel would. Exit 1 when a promise is not kept: alive, no map failed, none under another answer or another
 * person's, each of the others told that theirs is left out, and p99 of text answers under 50 ms while maps are drawn:
 * counted is what the serving thread worked from a question until its answer, in milliseconds of its processor, which is
 * the same on a machine that others use as well; the time on the clock stands beside it.
 */
const HEAP = ['--max-old-space-size=112', '--max-semi-space-size=1']
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

const questions: readonly [string, (at: number) => string][] = [
  ['/twins England', () => 'England'],
  ['different maps', (at) => places[at % places.length]],
]
let kept = true
// The first answers load what the others only use.
for (let at = 0; at < 20; at++) await timeOf(`Xyzzy ${at}`)
const undisturbed: Time[] = []
for (let at = 0; at < 300; at++) {
  undisturbed.push(await timeOf(`ask universities ${at}`))
  await wait(20)
}
console.log(`text answers while no map is drawn: ${percentiles(undisturbed)}`)
console.log(`before: ${inWords(memoryOf(pid))}; others load this machine by ${loadavg()[0]?.toFixed(1)}`)

for (const [what, questionOf] of questions) {
  const askers = Array.from({ length: ASKERS }, (_, at) => `U${1000 + at}`)
  const answers: Answer[] = []
  for (const at of askers.keys()) answers.push(await ask(questionOf(at)))
  const buttons = answers.map(mapButton)
  const asked = askers.filter((_, at) => buttons[at] !== undefined)
  const addresses: string[] = await tell({ users: askers })
  const memory = watchMemory(pid, LIMIT)
  const start = performance.now()
  const pressed = askers.map((user, at) => press(user, buttons[at], addresses[at] ?? ''))
  const among = await timeOf('ask universities')
  await Promise.all(pressed)
  // Text answers at a steady rate, for as long as maps are drawn.
  const times: Time[] = []
  const shown: Shown[] = []
  for (let underway = 1; underway > 0 && !died; ) {
    times.push(await timeOf(`ask universities ${times.length}`))
    await wait(20)
    if (times.length % 10 > 0) continue
    const told: { shown: Shown[]; underway: number } = await tell('shown')
    shown.push(...told.shown)
    underway = told.underway
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const most = memory.stop()
  const late = percentile(
    times.map(({ worked }) => worked),
    99,
  )
  const headings = new Map(askers.map((user, at) => [user, headingOf(answers[at])]))
  const maps = shown.filter(({ map }) => map !== undefined)
  const under = ({ user, heading, map }: Shown) =>
    map === `Map of ${heading}` && heading === headings.get(user)
  const wrong = maps.filter((one) => !under(one))
  const leftOut = shown.filter(({ says }) => says?.includes('the map is left out: many'))
  const failed = shown.filter(({ says }) => says?.includes('left out: it could not be drawn'))
  const silent = asked.filter((user) => ![...maps, ...leftOut].some((one) => one.user === user))
  kept &&= !died && late < 50 && maps.length > 0 && wrong.length + failed.length + silent.length === 0
  console.log(`${asked.length} × ${what} at once: ${died ? 'DEAD' : 'alive'}, done after ${seconds} s`)
  console.log(
    `  ${maps.length} maps, ${wrong.length} of them under another answer; ${leftOut.length} told that theirs is left`,
  )
  console.log(
    `  out, ${failed.length} failed, ${silent.length} not told; such as ${wrong[0] && JSON.stringify(wrong[0])}`,
  )
  console.log(`  ${times.length} text answers while maps were drawn: ${percentiles(times)}`)
  console.log(`  one asked in the moment of the ${asked.length} presses: ${percentiles([among])}`)
  console.log(`  most memory: ${inWords(most)}; others load this machine by ${loadavg()[0]?.toFixed(1)}`)
}
await wait(31_000)
console.log(`half a minute later: ${inWords(memoryOf(pid))}`)
app.send('stop')
process.exitCode = kept && !died ? 0 : 1

type Answer = { blocks: readonly { type: string; text?: { text: string }; elements?: readonly Element[] }[] }
type Element = { action_id?: string; value?: string }

async function ask(text: string): Promise<Answer> {
  const sent = form(commandFields(text))
  // A connection that was kept may be closed in the moment in which it is used again.
  const response = await signed(url, sent).catch(() => signed(url, sent))
  const body = await response.text()
  // Who has no answer within two seconds gets it later, elsewhere.
  return body === '' ? { blocks: [] } : JSON.parse(body)
}

/** Milliseconds: on the clock, and those that the serving thread worked. */
type Time = { clock: number; worked: number }

async function timeOf(text: string): Promise<Time> {
  const [start, before] = [performance.now(), threadTime(pid)]
  await ask(text)
  return { clock: performance.now() - start, worked: threadTime(pid) - before }
}

/** What the button Map of an answer says when it is pressed; nothing where there is none, as there is no map. */
function mapButton({ blocks }: Answer): string | undefined {
  return blocks.flatMap(({ elements = [] }) => elements).find(({ action_id }) => action_id === 'map:0')?.value
}

function headingOf(answer: Answer | undefined): string | undefined {
  return answer?.blocks.find(({ type }) => type === 'header')?.text?.text
}

async function press(user: string, value: string | undefined, response_url: string): Promise<void> {
  if (value === undefined) return
  const body = { ...pressBody(value, 'C1', 'map:0'), user: { id: user, team_id: 'T0PRETEND' }, response_url }
  await signed(url, form({ payload: JSON.stringify(body) }))
}

async function tell(what: 'shown' | { users: readonly string[] }) {
  app.send(what)
  const [message] = await once(app, 'message')
  return message
}

function inWords({ serving, drawing, total }: Memory): string {
  const [all, one, two] = [total, serving, drawing].map((megabytes) => Math.round(megabytes))
  return `${all} MB (serving ${one}, drawing ${two})`
}

function percentiles(times: readonly Time[]): string {
  const said = (of: readonly number[]) =>
    [50, 99, 100].map((percent) => percentile(of, percent).toFixed(1)).join(' / ')
  const [worked, clock] = [times.map((time) => time.worked), times.map((time) => time.clock)]
  return `p50 / p99 / worst ${said(worked)} ms of the serving thread, ${said(clock)} ms on the clock`
}
