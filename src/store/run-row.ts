import type { Answer } from '../answer/answer.ts'
import type { Content, Run, RunState } from '../digest/schedule/run.ts'
import type { Row, Value } from './engine/database.ts'

export function runOf(row: Row): Run {
  return {
    workspace: String(row.workspace),
    channel: String(row.channel),
    week: String(row.week),
    due: String(row.due),
    state: row.state as RunState,
    tries: Number(row.tries),
    ...given('content', row.content, (text) => ({
      ...contentOf(text),
      ...given('questions', row.questions, (group) => JSON.parse(group)),
    })),
    ...given('postAt', row.post_at, String),
    ...given('retryAt', row.retry_at, String),
    ...given('message', row.message, String),
    ...given('why', row.why, String),
  }
}

/** Digests that an earlier release made say less of themselves: what they are, and that their links tell how they stand. */
function contentOf(text: string): Content {
  const content: Content = JSON.parse(text)
  return { ...content, answer: told(content.answer), ...(content.rest && { rest: told(content.rest) }) }
}

function told(answer: Answer | (Omit<Answer, 'kind' | 'command'> & { kind?: undefined })): Answer {
  if (answer.kind !== undefined) return answer
  const groups = answer.groups.map((group) => ({
    ...group,
    findings: group.findings.map((finding) => ({
      ...finding,
      ...(finding.status && { saysStatus: true as const }),
    })),
  }))
  return { ...answer, kind: 'digest', command: 'digest', groups }
}

/** The questions in it have a column of their own, so that they can be forgotten. */
export function questionsOf({ content }: Run): Value {
  return content?.questions ? JSON.stringify(content.questions) : null
}

/** What changes in a run while it is worked on, in the order: state, content, post_at, tries, retry_at, message, why. */
export function stateOf({ state, content, postAt, tries, retryAt, message, why }: Run): readonly Value[] {
  const text = content ? JSON.stringify({ ...content, questions: undefined }) : null
  return [state, text, postAt ?? null, tries, retryAt ?? null, message ?? null, why ?? null]
}

function given<K extends string, T>(key: K, value: unknown, read: (text: string) => T): { [key in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: read(String(value)) } as { [key in K]: T })
}
