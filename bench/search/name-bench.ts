import { createSearch } from '../../src/search/create-search.ts'
import type { Engine } from './engine.ts'
import { hansa } from './engines/hansa.ts'
import { ENGINES } from './engines.ts'
import { built, type Times, timed } from './measure.ts'
import { KINDS, type NameQuestion, nameQuestions, wordQuestions } from './name-questions.ts'
import { type PlaceRecord, places } from './places.ts'

/** `right`: parts of the questions whose first result is right, in all and by kind. */
export type NameRow = Times & {
  engine: string
  size: number
  asked: number
  right: number
  kinds: Readonly<Record<(typeof KINDS)[number], number>>
  build: number
  memory: number
}

/** Ours alone: names by kind, one word of a longer name, and how often the gate lets a wrong name be the answer. */
export type OursRow = { names: NameRow; words: Counted; gate: Counted }
export type Counted = { found: number; of: number }

export type Effort = { questions: number; budget: number; least: number }

export function nameBench(size: number, effort: Effort, onRow: (row: NameRow) => void): void {
  const records = places(size)
  const questions = nameQuestions(records, effort.questions, 7)
  for (const engine of ENGINES) if (engine.most >= size) onRow(measured(engine, records, questions, effort))
}

function measured(
  engine: Engine,
  records: readonly PlaceRecord[],
  questions: readonly NameQuestion[],
  effort: Effort,
): NameRow {
  const { ask, build, memory } = built(engine, records)
  const first = new Map<NameQuestion, boolean>()
  const times = timed(
    questions,
    (question) => first.set(question, question.right.has(ask(question.typed)[0] ?? '')),
    effort,
  )
  const asked = questions.slice(0, times.asked)
  const part = (of: readonly NameQuestion[]) =>
    of.filter((one) => first.get(one)).length / Math.max(1, of.length)
  const kinds = Object.fromEntries(
    KINDS.map((kind) => [kind, part(asked.filter((one) => one.kind === kind))]),
  ) as Record<(typeof KINDS)[number], number>
  return { engine: engine.name, size: records.length, ...times, right: part(asked), kinds, build, memory }
}

export function oursBench(size: number, effort: Effort): OursRow {
  const records = places(size)
  const questions = nameQuestions(records, effort.questions, 7)
  const names = measured(hansa, records, questions, { ...effort, budget: Number.POSITIVE_INFINITY })
  const { search, answer } = createSearch(records)
  const words = wordQuestions(records, WORDS, 11)
  const isRight = ({ right }: NameQuestion, id: string | undefined) => right.has(id ?? '')
  const isWrongAnswer = (question: NameQuestion) => {
    const { strength, results } = answer(question.typed)
    return strength === 'answer' && !isRight(question, results[0]?.id)
  }
  return {
    names,
    words: { found: words.filter((one) => isRight(one, search(one.typed)[0]?.id)).length, of: words.length },
    gate: { found: questions.filter(isWrongAnswer).length, of: questions.length },
  }
}

const WORDS = 500
