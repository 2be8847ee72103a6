import { buildLibrary } from '../../src/library/build.ts'
import { chance } from './chance.ts'
import type { Ask } from './engine.ts'
import { ENGINES } from './engines.ts'
import { type FolderQuestion, folder, folderQuestions, folderRecords, ndcg } from './folder.ts'
import { built, timed } from './measure.ts'
import { carelesslyTyped } from './typing.ts'

/** nDCG@10 on the folder's own questions. */
export type FolderRow = { engine: string; right: number; mistyped: number; p50: number; p99: number }

/** Typing errors are averaged over `seeds`, as one more or less moves the mean by half a per cent. */
export function folderBench(seeds: number): { rows: FolderRow[]; questions: number; records: number } {
  const knowledge = folder()
  const records = folderRecords(knowledge)
  const { questions } = folderQuestions()
  const { said } = buildLibrary(knowledge)
  const product: Ask = (query) => said(query).hits.map(({ id }) => id)
  const rows = [
    row('Hansa (the product)', product, questions, seeds),
    ...ENGINES.map((engine) => row(engine.name, built(engine, records).ask, questions, seeds)),
  ]
  return { rows, questions: questions.length, records: records.length }
}

/** Milliseconds. */
const SLOW = 10

function row(engine: string, ask: Ask, questions: readonly FolderQuestion[], seeds: number): FolderRow {
  let right = 0
  const { p50, p99 } = timed(
    questions,
    (one) => {
      right += ndcg(ask(one.ask), one.gains) / questions.length
    },
    { budget: Number.POSITIVE_INFINITY, least: questions.length, warm: 0 },
  )
  // Some engines take a minute for what others do in a blink; a sample of the mistyped questions will do for them.
  const sample = questions.filter((_, at) => p50 < SLOW || at % 4 === 0)
  let mistyped = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const random = chance(seed)
    for (const { ask: question, gains } of sample) {
      mistyped += ndcg(ask(carelesslyTyped(question, random)), gains) / sample.length / seeds
    }
  }
  return { engine, right, mistyped, p50, p99 }
}
