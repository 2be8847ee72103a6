import type { Gazetteer } from '../gazetteer.ts'
import type { Who } from '../meant.ts'
import type { Near } from './near.ts'
import { asTyped, type ParsedQuestion, type Run } from './parse-question.ts'
import { type NameReading, readCorrected } from './reading.ts'
import { resolvePlaces } from './resolve-places.ts'
import { joined, type Segment } from './segment.ts'

/** Reads what was not understood as a slip of the pen: the whole of it, or else what stands beside the names. */
export function correctSpelling(
  parsed: ParsedQuestion,
  around: Run | undefined,
  gazetteer: Gazetteer,
  near: Near,
): Who | undefined {
  const { question, words, readings, typed, key, whole } = parsed
  // `Lverpool City Region` is not Liverpool with words around it.
  const wider = [
    around,
    whole === key ? undefined : { key: whole, typed: asTyped(question, words, 0, words.length) },
  ]
  for (const run of [...wider, { key, typed }]) {
    const found = run && near.corrected(run.key, run.key === key ? whole : run.key)
    if (found) return resolvePlaces(typed, [readCorrected(found, run.typed, gazetteer)])
  }
  if (readings.length === 0 || near.almostExists(key)) return undefined
  const corrected: NameReading[] = []
  for (const run of unknownRuns(parsed)) {
    const found = near.corrected(run.key)
    if (!found) return undefined
    corrected.push(readCorrected(found, run.typed, gazetteer, run.from))
  }
  return resolvePlaces(
    typed,
    [...readings, ...corrected].sort((one, other) => one.from - other.from),
  )
}

/** Words next to each other that were not understood may be one name: `Saint Petersberg Russia`. */
export function unknownRuns({ question, words, parts }: ParsedQuestion): (Run & Segment)[] {
  const runs: Segment[] = []
  for (const part of parts.filter(({ is }) => is === 'unknown')) {
    const last = runs.at(-1)
    if (last?.to === part.from)
      runs[runs.length - 1] = { ...last, key: joined(words, last.from, part.to), to: part.to }
    else runs.push(part)
  }
  return runs.map((run) => ({ ...run, typed: asTyped(question, words, run.from, run.to) }))
}
