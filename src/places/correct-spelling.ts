import type { Gazetteer } from './gazetteer.ts'
import type { Who } from './meant.ts'
import type { Near } from './near.ts'
import { type Asked, asTyped } from './parse-question.ts'
import { type Reading, readCorrected } from './reading.ts'
import { decided } from './resolve-places.ts'
import { joined, type Segment } from './segment.ts'

/** Reads what was not understood as a slip of the pen: the whole of it, or else what stands beside the names. */
export function mended(asked: Asked, gazetteer: Gazetteer, near: Near): Who | undefined {
  const { question, words, readings, typed, key } = asked
  // `Lverpool City Region` is not Liverpool with words around it.
  const longer = asked.whole === key ? undefined : near.corrected(asked.whole)
  const whole = longer ?? near.corrected(key, asked.whole)
  if (whole) return decided(typed, [readCorrected(whole, typed, gazetteer)])
  if (readings.length === 0 || near.almostExists(key)) return undefined
  const mends: Reading[] = []
  for (const part of unknownRuns(asked)) {
    const found = near.corrected(part.key)
    if (!found) return undefined
    mends.push(readCorrected(found, asTyped(question, words, part.from, part.to), gazetteer, part.from))
  }
  return decided(
    typed,
    [...readings, ...mends].sort((one, other) => one.from - other.from),
  )
}

/** Words next to each other that were not understood may be one name: `Saint Petersberg Russia`. */
function unknownRuns({ words, parts }: Asked): Segment[] {
  const runs: Segment[] = []
  for (const part of parts.filter(({ is }) => is === 'unknown')) {
    const last = runs.at(-1)
    if (last?.to === part.from)
      runs[runs.length - 1] = { ...last, key: joined(words, last.from, part.to), to: part.to }
    else runs.push(part)
  }
  return runs
}
