import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../percentile.ts'
import { type Both, commandsOf, QUESTIONS, type Result, type Server } from './servers.ts'

const SECONDS = 20

/** In turns, so that both meet the same machine; of the pairs, the one in the middle counts. */
export async function besideBolt({ hansa, bolt }: Both, perSecond: number): Promise<Result> {
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

export async function noneLate({ hansa, bolt }: Both, perSecond: number): Promise<Result> {
  const alone = await atRate(bolt, perSecond, SECONDS)
  const times = await atRate(hansa, perSecond, SECONDS)
  const what = `${perSecond} a second for ${SECONDS} s: no answer later than 100 ms`
  return { what, found: `${shown(times)}; Bolt alone ${shown(alone)}`, kept: percentile(times, 100) <= 100 }
}

/** Commands at fixed moments, whether or not the ones before are answered: milliseconds from when each was due. */
export async function atRate(server: Server, perSecond: number, seconds: number): Promise<number[]> {
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
export async function throughput(
  { hansa, bolt }: Both,
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

/** Milliseconds of processor time that a server has used. */
async function cpu({ app }: Server): Promise<number> {
  app.send('cpu')
  const [{ user, system }] = await once(app, 'message')
  return (user + system) / 1000
}

export function shown(times: readonly number[]): string {
  const [p50, p99, worst] = [50, 99, 100].map((percent) => percentile(times, percent).toFixed(1))
  return `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`
}
