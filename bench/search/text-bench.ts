import { chance, shuffled } from './chance.ts'
import { type Collection, type JudgedQuestion, ndcg } from './collection.ts'
import type { Ask, Engine } from './engine.ts'
import { ENGINES } from './engines.ts'
import { built, type Times, timed } from './measure.ts'
import { carelesslyTyped } from './typing.ts'

/** nDCG@10 of each question asked, typed right and mistyped. */
export type TextRow = Times & { engine: string; right: readonly number[]; mistyped: readonly number[] }

export type TextEffort = { budget: number; least: number; seeds: number }

/** All ask in one order, drawn by lot, so that those that a slow engine comes to are like the others. */
export function textBench(
  { records, questions }: Collection,
  effort: TextEffort,
  engines: readonly Engine[] = ENGINES,
): TextRow[] {
  const mixed = shuffled(questions, chance(3))
  return engines
    .filter(({ most }) => most >= records.length)
    .map((engine) => textRow(engine.name, built(engine, records).ask, mixed, effort))
}

/** Each question is mistyped `seeds` times: among few questions, one error more or less moves the mean by half a per cent. */
function textRow(
  engine: string,
  ask: Ask,
  questions: readonly JudgedQuestion[],
  { budget, least, seeds }: TextEffort,
): TextRow {
  const right: number[] = []
  const { p50, p99, asked } = timed(questions, (one) => right.push(ndcg(ask(one.ask), one)), {
    budget,
    least,
    warm: 0,
  })
  const mistyped = Array.from({ length: seeds }, (_, seed) => chance(seed + 1)).flatMap((random) =>
    questions.slice(0, asked).map((one) => ndcg(ask(carelesslyTyped(one.ask, random)), one)),
  )
  return { engine, p50, p99, right, mistyped }
}
