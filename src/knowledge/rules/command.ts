import { shown } from '../file/sentences.ts'
import { entriesOf } from '../kinds/kind.ts'
import { reportSchema } from '../kinds/report.ts'
import type { Rule } from './rule.ts'

/** Words that already do something: commands, and other words for them. */
export const TAKEN: readonly string[] =
  `twins twin twinning twinnings twinned partners links ask gaps help hello hi
  cite reference digest hansa map`.split(/\s+/)

export const command: Rule = {
  name: 'command',
  why: 'A word that people type has one meaning.',
  *check(folder) {
    const taken = new Map(TAKEN.map((word) => [word, 'Hansa itself']))
    for (const { value, spot } of entriesOf(folder.entries, reportSchema)) {
      const word = value.command
      if (word === undefined) continue
      const where = spot(['command'])
      const owner = taken.get(word)
      if (!/^[a-z][a-z0-9-]{0,30}$/.test(word)) {
        const says = `command: write one word in small letters, 31 at most (found "${shown(word)}")`
        yield {
          spot: where,
          says,
          tip: 'Letters a to z, digits and - can stand in it; it begins with a letter.',
        }
      } else if (owner) {
        yield { spot: where, says: `command: "${word}" is taken by ${owner}`, tip: 'Choose another word.' }
      } else {
        taken.set(word, `${where.file}:${where.line}:${where.column}`)
      }
    }
  },
}
