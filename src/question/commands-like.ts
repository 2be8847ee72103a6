import type { CommandInfo } from '../answer/answer.ts'
import { edits } from '../search/words/edits.ts'

/** Commands whose name begins so. */
export function commandsBegun<C extends Pick<CommandInfo, 'name'>>(
  word: string,
  commands: readonly C[],
): readonly C[] {
  return commands.filter(({ name }) => name.startsWith(word.toLowerCase()))
}

/** Those that are a slip or two away, and do not begin so: `twisn`. */
export function commandsNear<C extends Pick<CommandInfo, 'name'>>(
  word: string,
  commands: readonly C[],
): readonly C[] {
  const typed = word.toLowerCase()
  if (typed.length < 3) return []
  return commands.filter(
    ({ name }) => !name.startsWith(typed) && edits(typed, name, 2) <= Math.min(2, name.length - 2),
  )
}
