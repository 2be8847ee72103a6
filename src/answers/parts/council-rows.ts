import { AND } from '../../answer/in-words.ts'
import type { Succession } from '../../knowledge/records-on-links.ts'
import {
  type CouncilsAlike,
  datedOf,
  endingCouncils,
  isInPeriod,
  isOfTime,
  newCouncils,
  STAGES,
  type Stage,
  stageOf,
  tierOf,
} from '../../library/ends-of-councils.ts'
import type { Intent } from '../../question/query.ts'
import type { AnswerContext } from '../answer-context.ts'
import { ends, follows } from '../council.ts'
import { isIn } from './lies-in.ts'

type Councils = Extract<Intent, { is: 'councils' }>

/** A row of the list: councils of which the same is to be said. */
export type Row = {
  councils: Succession['councils']
  stage: Stage
  title: string
  says: string
  said: readonly Succession[]
}

/** How many councils the list leaves out: whose end has no day, is open yet, or is settled where what is open was asked for. */
export type Others = { undated: number; open: number; settled: number }

/** The rows that are asked for, and how many councils more there are of the other kinds. */
export function councilRows(intent: Councils, context: AnswerContext): readonly [readonly Row[], Others] {
  const all = inPlaces(intent, context)
  return intent.of.are === 'new' ? newRows(intent, all, context) : endingRows(intent, all, context)
}

/** Those in the places and of the kind that are asked for. */
function inPlaces({ of: { tier }, localities }: Councils, context: AnswerContext): readonly CouncilsAlike[] {
  return endingCouncils(context.knowledge.successors).flatMap(({ councils, said }) => {
    const left = councils.filter(
      (one) => (!tier || tierOf(one) === tier) && isIn(one, said, localities, context),
    )
    return left.length > 0 ? [{ councils: left, said }] : []
  })
}

function endingRows(
  { of }: Councils,
  all: readonly CouncilsAlike[],
  { today }: AnswerContext,
): readonly [readonly Row[], Others] {
  const rows = all.map(({ councils, said }): Row => {
    const [it, ofIt] = councils.length > 1 ? ['Each', 'each'] : ['It', 'it']
    const title = AND.format(councils.map(({ name }) => name))
    return { councils, said, title, stage: stageOf(said, today), says: ends(it, said, today, ofIt) }
  })
  const asked = ({ stage, said }: Row) => isOfTime(stage, of) && (!of.period || isInPeriod(said, of.period))
  const found = rows.filter(asked)
  const others = rows.filter((row) => !asked(row))
  const ofTime = others.filter(({ stage }) => isOfTime(stage, of))
  const [open, settled] = [true, false].map((is) =>
    manyOf(others.filter(({ stage }) => OPEN.has(stage) === is)),
  )
  const isNone = found.length === 0
  return [
    inOrder(found),
    {
      undated: of.period ? manyOf(ofTime.filter(({ said }) => datedOf(said).length === 0)) : 0,
      open: isNone || !(of.time === 'past' || of.time === 'proposed') ? (open ?? 0) : 0,
      settled: isNone || of.time === 'proposed' ? (settled ?? 0) : 0,
    },
  ]
}

/** Councils that follow; and those that end of which no source says which follows. */
function newRows(
  { of }: Councils,
  all: readonly CouncilsAlike[],
  { knowledge, today }: AnswerContext,
): readonly [readonly Row[], Others] {
  const isAsked = (said: readonly Succession[]) =>
    isOfTime(stageOf(said, today), of) && (!of.period || isInPeriod(said, of.period))
  const ids = new Set(all.flatMap(({ said }) => said.map(({ id }) => id)))
  const named = newCouncils(knowledge.successors)
    .filter(({ said }) => isAsked(said) && said.some(({ id }) => ids.has(id)))
    .map(({ name, said }): Row => {
      return {
        councils: [{ name, code: '' }],
        said,
        title: name,
        stage: stageOf(said, today),
        says: follows(name, said, today),
      }
    })
  const unnamed = all.filter(({ said }) => isAsked(said) && said.every(({ into }) => into.length === 0))
  return [inOrder(named), { undated: 0, open: 0, settled: manyOf(unnamed) }]
}

/** Nothing is decided. */
export const OPEN: ReadonlySet<Stage> = new Set<Stage>(['proposed', 'consulted'])

function inOrder(rows: readonly Row[]): readonly Row[] {
  const day = ({ said }: Row) => datedOf(said)[0]?.ends ?? ''
  return rows.toSorted(
    (a, b) =>
      STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) ||
      day(a).localeCompare(day(b)) ||
      a.title.localeCompare(b.title, 'en'),
  )
}

export function manyOf(rows: readonly { councils: readonly unknown[] }[]): number {
  return rows.reduce((sum, { councils }) => sum + councils.length, 0)
}
