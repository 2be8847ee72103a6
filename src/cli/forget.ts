import { count } from '../answer/in-words.ts'
import { noArguments } from '../serve/arguments.ts'
import { withStore } from '../serve/with-store.ts'

/** Forgets all that people asked, thought of answers, and reported. */
export async function run(args: readonly string[]): Promise<number> {
  noArguments('forget', args)
  const { questions, reports } = await withStore(async (store) => {
    const forgotten = { questions: 0, reports: 0 }
    for (const workspace of await store.workspaces()) {
      const { questions, reports } = await store.forget(workspace)
      forgotten.questions += questions
      forgotten.reports += reports
    }
    return forgotten
  })
  process.stdout.write(
    `Forgot ${count(questions, 'question')}, ${count(reports, 'report')} of errors, and what people thought of answers.\n`,
  )
  return 0
}
