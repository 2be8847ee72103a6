import { findingsOf } from '../../../answer/answer.ts'
import { may, outsideInWords } from '../../../answer/rights.ts'
import { evidenceOf } from '../../core/evidence.ts'
import { line, words } from '../cards/elements.ts'
import { reportCard } from '../cards/forms.ts'
import { message } from '../cards/to-cards.ts'
import type { Deps } from './deps.ts'
import { type Acts, draws, says as said, showing } from './pressed.ts'
import { tellCurators } from './propose.ts'

/** Anything that can be seen. */
const VISIBLE = /[^\s\p{C}\p{DI}\u2800]/u

/** Asks which statement of an answer is wrong, and how; keeps it, and tells the curators. */
export function reportActs(deps: Deps): Acts<'report' | 'reported'> {
  const { ask, digest } = deps
  const show = showing(deps)
  return {
    report: async ({ ask: question, view, page }, asker) => {
      if (!may(asker, 'report')) return said('report', outsideInWords(asker))
      const answer = await ask(question, asker)
      const findings = findingsOf(view ? evidenceOf(answer, view) : answer)
      if (findings.length === 0) return said('report', 'That answer has changed meanwhile: please ask again.')
      return draws('report', reportCard(findings, question, page))
    },
    reported: async ({ ask: question, record, says = '' }, asker, press) => {
      if (!may(asker, 'report')) return said('report', outsideInWords(asker))
      if (!record) return said('report', 'Choose the statement that is wrong, or “Something is missing”.')
      if (!VISIBLE.test(says)) return said('report', 'Write a few words: what is wrong, or missing?')
      if (!digest) return said('report', 'There is nowhere to keep it here.')
      const words_ = says.slice(0, 2000)
      const { sentence } = await digest.desk.report(record, words_, asker)
      const told = message('Somebody reported a mistake', [
        ...line(words('Mistake reported in ', { weight: 'Bolder' }), words(record)),
        ...line(words(`“${words_}”`, { italic: true })),
      ])
      await tellCurators(deps, asker, press, told)
      if (question === '') return said('report', sentence)
      const { shows } = show(await ask(question, asker), question, asker, { over: sentence })
      return { shows, done: { command: 'report', outcome: 'shown' } }
    },
  }
}
