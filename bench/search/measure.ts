import type { Ask, Engine, EngineRecord } from './engine.ts'

/** Milliseconds, and megabytes held after a forced collection. */
export type Built = { ask: Ask; build: number; memory: number }

export function built(engine: Engine, records: readonly EngineRecord[]): Built {
  const before = held()
  const start = performance.now()
  const ask = engine.build(records)
  const build = performance.now() - start
  return { ask, build, memory: (held() - before) / 1e6 }
}

/** Bytes in use, strings and typed arrays alike. */
export function held(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

export type Times = { p50: number; p99: number }

/**
 * Asks the questions in turn until `budget` milliseconds are used up, but at least `least` of them: some engines take a
 * second for one. A first few go unmeasured, as code is slow when it first runs.
 */
export function timed<Q>(
  questions: readonly Q[],
  ask: (question: Q) => void,
  { budget, least, warm = 8 }: { budget: number; least: number; warm?: number },
): Times & { asked: number } {
  for (const question of questions.slice(0, Math.min(least, warm))) ask(question)
  const times: number[] = []
  const start = performance.now()
  for (const question of questions) {
    if (times.length >= least && performance.now() - start > budget) break
    const before = performance.now()
    ask(question)
    times.push(performance.now() - before)
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] as number
  return { p50: at(0.5), p99: at(0.99), asked: times.length }
}
