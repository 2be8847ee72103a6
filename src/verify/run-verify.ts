import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stringify } from 'yaml'
import type { Day } from '../answer/answer.ts'
import { count } from '../answer/in-words.ts'
import { CHECKS, checksOf, type QuotationCheck, type SourceCheck } from '../knowledge/checks.ts'
import type { Knowledge } from '../knowledge/records.ts'
import type { Compared, Comparison } from './compare.ts'
import { openComparer } from './comparer.ts'
import type { Going } from './fetch/fetch-page.ts'
import { LIMITS, type Limits, takeTurns } from './fetch/limits.ts'
import { type Resolve, systemResolve } from './fetch/public-address.ts'
import { readRobots } from './fetch/robots.ts'
import { linesOf, progressBar, summaryOf } from './lines.ts'
import { type Quoted, quotedSources, type Verified, verify } from './verify.ts'

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
  /** Ctrl-C: nothing more is asked for, and what is done is printed and kept. */
  stop?: AbortSignal
}

/** Prints what it finds, then writes `checks.yml` into `folder`. True when every quotation was found. */
export async function runVerify(
  knowledge: Knowledge,
  folder: string,
  options: Options,
  edges: Edges,
): Promise<boolean> {
  const quoted = chosen(quotedSources(knowledge), options.only)
  const total = quoted.filter(({ quotations }) => options.links || quotations.length > 0).length
  const bar = progressBar(edges.err, total)
  const { copies, links } = options
  const { stop } = edges
  const comparer = openComparer({ stop })
  const done = ({ id }: { id: string }) => bar.step(id)
  const going = goingWith(options, edges)
  const verified = await verify(quoted, { copies, links, going, comparer, done, stop })
  bar.end()
  await comparer.close()
  const stopped =
    verified.length < total ? ` Stopped after ${verified.length} of ${count(total, 'source')}.` : ''
  const lines = verified.map((one) => linesOf(one, links))
  edges.out.write([...lines, `${summaryOf(verified)}${stopped}`].join('\n'))
  edges.out.write(` ${keep(join(folder, CHECKS), verified, edges.today, quotedIn(knowledge))}\n`)
  const results = verified.flatMap(({ comparison }) => comparison.compared)
  return (
    results.every(({ result }) => result.is === 'exact' || result.is === 'matches after normalising') &&
    !stopped
  )
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
  const { stop } = edges
  const sleep = edges.sleep ?? ((seconds: number) => setTimeout(seconds * 1000, undefined, { signal: stop }))
  const userAgent = `Hansa-verify/1.0 (looks whether quotations match their source${contact ? `; ${contact}` : ''})`
  const resolve = edges.resolve ?? systemResolve
  const asking = { userAgent, allowLoopback, resolve, bytes: limits.bytes, stop }
  const inTurn = takeTurns(sleep, limits.pause)
  return { asking, limits, inTurn, sleep, robots: readRobots(asking, limits, inTurn) }
}

/**
 * Written beside and renamed: whoever reads the folder meanwhile sees the old file or the new one, whole. Gives the
 * sentence on where it is: what was found has been printed before, so a folder that cannot be written loses nothing.
 */
function keep(path: string, verified: readonly Verified[], today: Day, quoted: ReadonlySet<string>): string {
  const looks = verified
    .filter(({ source }) => quoted.has(source.id))
    .map(({ source, ...look }) => ({ ...look, source: source.id }))
  try {
    const before = existsSync(path) ? checksOf(path, readFileSync(path, 'utf8')).checks : []
    writeFileSync(`${path}~`, checksFile(recorded(before, looks, today, quoted)))
    renameSync(`${path}~`, path)
    return `Written to ${path}.`
  } catch (error) {
    return `${path} could not be written (${(error as NodeJS.ErrnoException).code}), so answers will not tell of this look.`
  }
}

/** What one look at a source gave. `from` is `copy` or the address. */
type Look = { source: string; from: string; comparison: Comparison }

/**
 * The file with these looks in it, and without sources that are no longer `quoted`. A look that failed leaves an earlier
 * result standing, with its own day.
 */
function recorded(
  before: readonly SourceCheck[],
  looks: readonly Look[],
  on: Day,
  quoted: ReadonlySet<string>,
): readonly SourceCheck[] {
  const checks = new Map(
    before.filter(({ source }) => quoted.has(source)).map((check) => [check.source, check]),
  )
  for (const look of looks) {
    if ('why' in look.comparison && look.comparison.absent) continue
    checks.set(look.source, checkOf(look, on, checks.get(look.source)))
  }
  return [...checks.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
}

export function checksFile(checks: readonly SourceCheck[]): string {
  return HEAD + stringify({ checks }, { lineWidth: 0 })
}

const HEAD = `# Written by "npx hansa verify": which quotations stood in our copy of their source, and when we looked.
# It does not say that a statement is true.

`

function checkOf({ source, from, comparison }: Look, on: Day, before: SourceCheck | undefined): SourceCheck {
  if ('why' in comparison && before && before.text !== undefined)
    return { ...before, tried: { on, why: comparison.why } }
  const hash = 'hash' in comparison ? { text: `sha256 ${comparison.hash}` } : {}
  return { source, on, from, ...hash, quotations: comparison.compared.map(quotationCheck) }
}

function quotationCheck({ quotation: { id, quote }, result }: Compared): QuotationCheck {
  switch (result.is) {
    case 'exact':
      return { id, quote, result: result.is, ...result.spot }
    case 'matches after normalising':
      return { id, quote, result: result.is, why: result.normalised.join(', '), ...result.spot }
    case 'changed':
      return { id, quote, result: result.is, why: result.differences.join('; ') }
    case 'not found':
      return { id, quote, result: result.is }
    case 'could not be read':
      return { id, quote, result: result.is, why: result.why }
  }
}
