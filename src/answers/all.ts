import { ask } from './ask.ts'
import { cite } from './cite.ts'
import type { Command, Shelf } from './command.ts'
import { help } from './help.ts'
import { reportCommand } from './report.ts'
import { askable } from './topics.ts'
import { twins } from './twins.ts'

/** Every command: ours, and one for each report that brings its own. */
export function all(shelf: Shelf): readonly Command[] {
  return [twins, ...askable(shelf).map(reportCommand), ask, cite, help]
}
