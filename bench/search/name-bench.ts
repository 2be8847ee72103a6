import type { Engine } from './engine.ts'
import { ENGINES } from './engines.ts'
import { built, type Times, timed } from './measure.ts'
import { KINDS, type Kind, type NameQuestion, nameQuestions } from './name-questions.ts'
import { type PlaceRecord, places } from './places.ts'

/** `right`: parts of the questions whose first result is right, in all and by kind. */
export type NameRow = Times & {
  engine: string
  size: number
  asked: number
  right: number
  kinds: Readonly<Record<Kind, number>>
  build: number
  memory: number
}

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
  ) as Record<Kind, number>
  return { engine: engine.name, size: records.length, ...times, right: part(asked), kinds, build, memory }
}
