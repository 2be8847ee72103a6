import type { EngineRecord } from './engine.ts'

/** A question and what each record that should come is worth; more is better. */
export type JudgedQuestion = {
  ask: string
  gains: ReadonlyMap<string, number>
  /** The record that the question was taken from, where it was. It does not count among those found. */
  itself?: string
}

/** Texts, and questions whose answers among them somebody judged. */
export type Collection = {
  name: string
  records: readonly EngineRecord[]
  questions: readonly JudgedQuestion[]
}

/** How near the order of the first ten is to the best one could do, 0 to 1. */
export function ndcg(found: readonly string[], { gains, itself }: JudgedQuestion): number {
  const sum = (list: readonly number[]) =>
    list.slice(0, 10).reduce((all, gain, place) => all + gain / Math.log2(place + 2), 0)
  const others = found.filter((id) => id !== itself)
  return (
    sum(others.map((id) => gains.get(id) ?? 0)) / sum([...gains.values()].sort((one, other) => other - one))
  )
}
