import type { Finding } from '../../answer/answer.ts'
import { assertionFinding, claimFinding, reportFinding } from '../../library/finding.ts'
import type { AnswerContext } from '../command.ts'

/** The finding of that id, whatever its kind; ids are unique over the folder. */
export function recordOf(id: string, { library: { knowledge }, today }: AnswerContext): Finding | undefined {
  const claim = knowledge.claims.find((one) => one.id === id)
  if (claim) return claimFinding(claim, knowledge, today)
  const assertion = knowledge.assertions.find((one) => one.id === id)
  if (assertion) return assertionFinding(assertion, knowledge, today)
  const finding = knowledge.reports.flatMap(({ findings }) => findings).find((one) => one.id === id)
  return finding && reportFinding(finding, knowledge, today)
}
