import { fold } from '../../search/words/fold.ts'
import type { Fault, Path, Spot } from '../file/text.ts'
import { entriesOf } from '../kinds/kind.ts'
import { askingSchema, asksSchema, sameSchema } from '../kinds/words.ts'
import type { Rule } from './rule.ts'

export const wordsOnce: Rule = {
  name: 'words-once',
  why: 'A word in two groups would make one thing of both; one alone is the same as nothing.',
  *check({ entries }) {
    for (const { value, spot } of entriesOf(entries, sameSchema)) {
      if (value.words?.length !== 1) continue
      const says = `"${value.words[0]}" is alone in its group`
      yield {
        spot: spot(['words']),
        says,
        tip: 'Add what people say for the same thing, or delete the group.',
      }
    }
    // A word may be the same as another, and ask for a record.
    yield* twice([...entriesOf(entries, sameSchema), ...entriesOf(entries, askingSchema)])
    yield* twice([...entriesOf(entries, asksSchema)])
  },
}

type Words = { value: { words?: readonly string[] | undefined }; spot: (path?: Path) => Spot }

function* twice(entries: readonly Words[]): Generator<Fault> {
  const first = new Map<string, () => Spot>()
  for (const { value, spot } of entries) {
    for (const [at, word] of (value.words ?? []).entries()) {
      const here = () => spot(['words', at])
      const other = first.get(fold(word))
      first.set(fold(word), other ?? here)
      if (!other) continue
      const { file, line, column } = other()
      const where = `${file}:${line}:${column}`
      yield {
        spot: here(),
        says: `"${word}" stands in ${where} already`,
        tip: 'Keep it in one of the two.',
      }
    }
  }
}
