import { count } from '../count.ts'
import { withStore } from './with-store.ts'
import { noWords } from './words.ts'

/** Forgets all questions nobody could answer. */
export async function run(args: readonly string[]): Promise<number> {
  noWords('forget', args)
  const many = await withStore((store) => store.forget())
  process.stdout.write(`Forgot ${count(many, 'question')}.\n`)
  return 0
}
