import { isAllCitingRead, statementsOf } from '../draft.ts'
import { entriesOf } from '../kinds/kind.ts'
import { sourceSchema } from '../kinds/source.ts'
import { mentionsOf, type Rule } from './rule.ts'

export const unused: Rule = {
  name: 'unused',
  why: 'A document that nothing cites is often a citation that was forgotten.',
  severity: 'warning',
  *check(folder) {
    // What is not read may cite anything.
    if (!isAllCitingRead(folder)) return
    if (statementsOf(folder).some(({ value }) => value.source === undefined)) return
    const used = new Set(mentionsOf(folder, 'source').map(({ text }) => text))
    for (const { value, spot } of entriesOf(folder.entries, sourceSchema)) {
      if (value.id === undefined || used.has(value.id)) continue
      const says = `nothing cites the document "${value.id}"`
      yield { spot: spot(['id']), says, tip: 'Cite it, name it in "looked:", or delete it.' }
    }
  },
}
