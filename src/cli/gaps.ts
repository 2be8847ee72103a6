import { gapInWords } from '../digest/items/gap.ts'
import { withStore } from '../serve/with-store.ts'
import { noWords } from './words.ts'

/** Questions nobody could answer, most asked first. */
export async function run(args: readonly string[]): Promise<number> {
  noWords('gaps', args)
  const gaps = await withStore((store) => store.gaps(''))
  const lines = gaps.map((gap) => `${gapInWords(gap)}, last on ${gap.last}`)
  process.stdout.write(`${lines.join('\n') || 'No question is open.'}\n`)
  return 0
}
