import type { Rule } from './rule.ts'
import { citingOf, statementsOf } from './statements.ts'

export const unused: Rule = {
  name: 'unused',
  why: 'A document that nothing cites is often a citation that was forgotten.',
  severity: 'warning',
  *check(folder) {
    const statements = statementsOf(folder)
    const isAllRead = !['claims', 'twinnings', 'reports'].some((one) => folder.unread.has(one))
    // What is not read may cite anything.
    if (!isAllRead || statements.some(({ value }) => value.source === undefined)) return
    const used = new Set<string | undefined>([
      ...statements.flatMap(({ value }) => [value.source, citingOf(value)]),
      ...folder.reports.map(({ value }) => value.report),
      ...folder.looked.flatMap(({ value }) => value.in ?? []),
    ])
    for (const { value, spot } of folder.sources) {
      if (used.has(value.id)) continue
      const says = `nothing cites the document "${value.id}"`
      yield { spot: spot(['id']), says, tip: 'Cite it, name it in "looked:", or delete it.' }
    }
  },
}
