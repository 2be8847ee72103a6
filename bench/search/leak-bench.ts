import { createSearch } from '../../src/search/create-search.ts'
import { held, timed } from './measure.ts'
import { nameQuestions } from './name-questions.ts'
import { places } from './places.ts'

/** What a million questions leave behind. Milliseconds and megabytes, before and after. */
export type Leak = {
  asked: number
  memory: [before: number, after: number]
  p50: [before: number, after: number]
}

/** Half of the questions go to names, half to texts made of them. */
export function leakBench(million: number): Leak {
  const records = places(1_000)
  const engines = [
    createSearch(records),
    createSearch(records.map(({ id, title, aliases }) => ({ id, title, text: aliases.join(' ') }))),
  ]
  const questions = nameQuestions(records, 2_000, 9).map(({ typed }) => typed)
  const askAll = (times: number) => {
    for (let at = 0; at < times; at++) {
      for (const { search } of engines) search(questions[at % questions.length] as string)
    }
  }
  const median = () => timed(questions, askOne, { budget: 5_000, least: 1_000 }).p50
  const askOne = (typed: string) => engines[0]?.search(typed)
  askAll(20_000)
  const [memory, p50] = [held() / 1e6, median()]
  askAll(million / engines.length)
  return { asked: million, memory: [memory, held() / 1e6], p50: [p50, median()] }
}
