import { shown } from '../file/nearest.ts'
import type { Spot } from '../file/text.ts'
import { entriesOf } from '../kinds/kind.ts'
import { reportSchema } from '../kinds/report.ts'
import type { Rule } from './rule.ts'

/** Words that already do something: commands, and other words for them. */
export const TAKEN: readonly string[] =
  `twins twin twinning twinnings twinned partners links ask gaps help hello hi
  cite reference report reports digest settings hansa map`.split(/\s+/)

/** Slack allows an app 50 commands; Hansa's own, and what it may learn yet, need some of them. */
const MOST_COMMANDS = 30

/** What becomes of a report that gives its command up. */
export const WITHOUT = 'Without a command a report is asked by its id: report nesta-2020.'

export const command: Rule = {
  name: 'command',
  why: 'A word that people type has one meaning.',
  *check(folder) {
    const reports = entriesOf(folder.entries, reportSchema)
    const taken = new Map<string, () => string>(TAKEN.map((word) => [word, () => 'Hansa itself']))
    for (const { value, spot } of reports) {
      if (value.report && value.command !== value.report)
        taken.set(value.report.toLowerCase(), () => at(spot(['report'])))
    }
    let commands = 0
    for (const { value, spot } of reports) {
      const word = value.command
      if (word === undefined) continue
      const where = () => spot(['command'])
      const owner = taken.get(word)
      if (!/^[a-z][a-z0-9-]{0,30}$/.test(word)) {
        const says = `command: write one word in small letters, 31 at most (found "${shown(word)}")`
        yield {
          spot: where(),
          says,
          tip: 'Letters a to z, digits and - can stand in it; it begins with a letter.',
        }
      } else if (owner) {
        yield {
          spot: where(),
          says: `command: "${word}" is taken by ${owner()}`,
          tip: 'Choose another word.',
        }
      } else if (++commands > MOST_COMMANDS) {
        const says = `command: "${word}" is one more than the ${MOST_COMMANDS} reports that can have a command of their own`
        yield { spot: where(), says, tip: `Delete the command of the report that is asked least. ${WITHOUT}` }
      } else {
        taken.set(word, () => at(where()))
      }
    }
  },
}

function at({ file, line, column }: Spot): string {
  return `${file}:${line}:${column}`
}
