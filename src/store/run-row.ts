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
    ...given('content', row.content, (text) => JSON.parse(text)),
    ...given('postAt', row.post_at, String),
    ...given('retryAt', row.retry_at, String),
    ...given('message', row.message, String),
    ...given('why', row.why, String),
  }
}

/** What changes in a run while it is worked on, in the order: state, content, post_at, tries, retry_at, message, why. */
export function stateOf({ state, content, postAt, tries, retryAt, message, why }: Run): readonly Value[] {
  const text = content ? JSON.stringify(content) : null
  return [state, text, postAt ?? null, tries, retryAt ?? null, message ?? null, why ?? null]
}

function given<K extends string, T>(key: K, value: unknown, read: (text: string) => T): { [key in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: read(String(value)) } as { [key in K]: T })
}
