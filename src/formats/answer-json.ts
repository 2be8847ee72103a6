import { type Answer, findingsOf } from '../answer/answer.ts'
import { stampOf } from '../answer/stamp.ts'

/** The Answer as scripts read it: its findings in one list, and how they are grouped by their ids. Keys are stable. */
export function answerJson(answer: Answer): object {
  const { outcome, ask, heading, lead, groups, suggestions, next, more, note } = answer
  return {
    outcome,
    ask,
    heading,
    lead,
    findings: findingsOf(answer).map(({ cite, saysStatus: _forFrontEnds, ...finding }) => ({
      ...finding,
      cite: { ...cite, overdue: cite.overdue ?? null },
    })),
    groups: groups.map(({ findings, ...group }) => ({ ...group, findings: findings.map(({ id }) => id) })),
    suggestions,
    next,
    more,
    note,
    stamp: stampOf(answer),
  }
}
