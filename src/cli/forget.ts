import { count } from '../answer/count.ts'
import { withStore } from '../serve/with-store.ts'
import { noWords } from './words.ts'

/** Forgets all questions nobody could answer, and what people thought of answers. */
export async function run(args: readonly string[]): Promise<number> {
  noWords('forget', args)
  const many = await withStore((store) => store.forget())
  process.stdout.write(`Forgot ${count(many, 'question')}, and what people thought of answers.\n`)
  return 0
}
