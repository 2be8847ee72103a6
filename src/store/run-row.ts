import type { Run, RunState } from '../digest/schedule/run.ts'
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
      ...JSON.parse(text),
      ...given('questions', row.questions, (group) => JSON.parse(group)),
    })),
    ...given('postAt', row.post_at, String),
    ...given('retryAt', row.retry_at, String),
    ...given('message', row.message, String),
    ...given('why', row.why, String),
  }
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
