import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Day } from '../answer.ts'
import { CHECKS, checksOf, type SourceCheck } from '../knowledge/checks.ts'
import type { Knowledge } from '../knowledge/entries.ts'
import { openComparer } from './comparer.ts'
import type { Going } from './fetch/fetch-page.ts'
import { LIMITS, type Limits } from './fetch/limits.ts'
import { type Resolve, systemResolve } from './fetch/public-address.ts'
import { readRobots } from './fetch/robots.ts'
import { takeTurns } from './fetch/turns.ts'
import { linesOf, summaryOf } from './lines.ts'
import { progressBar } from './progress.ts'
import { type Quoted, quotedSources } from './quotations.ts'
import { checksFile, recorded } from './record.ts'
import { type Verified, verify } from './verify.ts'

export type Options = {
  /** A folder of saved copies, named by source id. */
  copies?: string
  links: boolean
  /** Ids of the sources to look at; all without any. */
  only: readonly string[]
  /** Pages on this machine may be fetched: for tests. */
  allowLoopback: boolean
  /** Who can be asked about our visits: an address that is part of the user agent. */
  contact?: string
}

export type Edges = {
  today: Day
  out: { write(text: string): unknown }
  err: { isTTY?: boolean; columns?: number; write(text: string): unknown }
  limits?: Partial<Limits>
  sleep?(seconds: number): Promise<void>
  resolve?: Resolve
}

/** Prints what it finds and writes `checks.yml` into `folder`. True when every quotation was found. */
export async function runVerify(
  knowledge: Knowledge,
  folder: string,
  options: Options,
  edges: Edges,
): Promise<boolean> {
  const quoted = chosen(quotedSources(knowledge), options.only)
  const total = quoted.filter(({ quotations }) => options.links || quotations.length > 0).length
  const bar = progressBar(edges.err, total)
  const comparer = openComparer()
  const { copies, links } = options
  const done = ({ id }: { id: string }) => bar.step(id)
  const verified = await verify(quoted, { copies, links, going: goingWith(options, edges), comparer, done })
  bar.end()
  await comparer.close()
  const path = join(folder, CHECKS)
  keep(path, verified, edges.today, quotedIn(knowledge))
  const lines = verified.map((one) => linesOf(one, links))
  edges.out.write([...lines, `${summaryOf(verified)} Written to ${path}.`, ''].join('\n'))
  const results = verified.flatMap(({ comparison }) => comparison.compared)
  return results.every(({ result }) => result.is === 'exact' || result.is === 'matches after normalising')
}

function chosen(quoted: readonly Quoted[], only: readonly string[]): readonly Quoted[] {
  return only.length === 0 ? quoted : quoted.filter(({ source }) => only.includes(source.id))
}

function quotedIn(knowledge: Knowledge): ReadonlySet<string> {
  const quoted = quotedSources(knowledge).filter(({ quotations }) => quotations.length > 0)
  return new Set(quoted.map(({ source }) => source.id))
}

function goingWith({ allowLoopback, contact }: Options, edges: Edges): Going {
  const limits = { ...LIMITS, ...edges.limits }
  const sleep = edges.sleep ?? ((seconds: number) => setTimeout(seconds * 1000))
  const userAgent = `Hansa-verify/1.0 (looks whether quotations match their source${contact ? `; ${contact}` : ''})`
  const asking = { userAgent, allowLoopback, resolve: edges.resolve ?? systemResolve, bytes: limits.bytes }
  const inTurn = takeTurns(sleep, limits.pause)
  return { asking, limits, inTurn, sleep, robots: readRobots(asking, limits, inTurn) }
}

/** Written beside and renamed: whoever reads the folder meanwhile sees the old file or the new one, whole. */
function keep(path: string, verified: readonly Verified[], today: Day, quoted: ReadonlySet<string>): void {
  const before: readonly SourceCheck[] = existsSync(path)
    ? checksOf(path, readFileSync(path, 'utf8')).checks
    : []
  const looks = verified
    .filter(({ source }) => quoted.has(source.id))
    .map(({ source, ...look }) => ({ ...look, source: source.id }))
  writeFileSync(`${path}~`, checksFile(recorded(before, looks, today, quoted)))
  renameSync(`${path}~`, path)
}
