import type { Desk } from '../answer/answer.ts'
import { DIGEST_COMMAND } from '../answer/query.ts'

const QUESTIONS = ['', ' now', ' on monday 09:00', ' off', ' about '].map((words) => `digest${words}`)

/** The same desk, which also knows that there is a digest, for lists of commands and completions. */
export function withDigest(desk: Desk): Desk {
  return {
    answer: (question) => desk.answer(question),
    commands: () => [...desk.commands(), DIGEST_COMMAND],
    suggest(typed, k) {
      const bare = typed.trimStart().replace(/^\//, '').toLowerCase()
      const slash = typed.trimStart().startsWith('/') ? '/' : ''
      const fitting = bare === '' ? [] : QUESTIONS.filter((question) => question.startsWith(bare))
      return [...fitting.map((question) => slash + question), ...desk.suggest(typed, k)].slice(0, k)
    },
  }
}
