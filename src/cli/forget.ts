import { withStore } from './with-store.ts'

/** Forgets all questions nobody could answer. */
export async function run(): Promise<number> {
  const many = await withStore((store) => store.forget())
  process.stdout.write(`Forgot ${many} ${many === 1 ? 'question' : 'questions'}.\n`)
  return 0
}
