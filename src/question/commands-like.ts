import type { Command } from '../answers/command.ts'
import { edits } from '../search/words/edits.ts'

/** Commands whose name begins so. */
export function commandsBegun(word: string, commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ name }) => name.startsWith(word.toLowerCase()))
}

/** Those that are a slip or two away, and do not begin so: `twisn`. */
export function commandsNear(word: string, commands: readonly Command[]): readonly Command[] {
  const typed = word.toLowerCase()
  if (typed.length < 3) return []
  return commands.filter(
    ({ name }) => !name.startsWith(typed) && edits(typed, name, 2) <= Math.min(2, name.length - 2),
  )
}
