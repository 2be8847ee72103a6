import { ask } from './ask.ts'
import { cite } from './cite.ts'
import type { AnswerContext, Command } from './command.ts'
import { help } from './help.ts'
import { askable } from './parts/topics.ts'
import { reportCommand } from './report.ts'
import { twins } from './twins.ts'

/** Every command: ours, and one for each report that brings its own. */
export function all(context: AnswerContext): readonly Command[] {
  return [twins, ...askable(context).map(reportCommand), ask, cite, help]
}
