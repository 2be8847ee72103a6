import type { Answer } from '../answer/answer.ts'
import { later } from '../digest/schedule/moment.ts'
import { type Content, type Run, type RunState, wasShown } from '../digest/schedule/run.ts'
import type { Database, Query, Row, Value } from './engine/database.ts'
import type { Claimed, Journals, RunKey } from './store.ts'

const LIGHT = 'workspace, channel, week, due, state, post_at, tries, retry_at, message, why'
/** No lease is as long: one that ends so many seconds after ours was written by a clock that ran ahead. */
const LONGEST_LEASE = 600
const KEY = 'workspace = $1 AND channel = $2 AND week = $3'

export function journalsIn(database: Database): Journals {
  return {
    runs: (since) =>
      database.atomically(async (query) => {
        const rows = await query(`SELECT ${LIGHT} FROM runs WHERE due >= $1 ORDER BY due, channel`, [since])
        return rows.map(runOf)
      }),
    told: ({ workspace, channel }) => database.atomically((query) => toldTo(workspace, channel, query)),
    run: (key) =>
      database.atomically(async (query) => {
        const [row] = await query(`SELECT * FROM runs WHERE ${KEY}`, keyOf(key))
        return row && runOf(row)
      }),
    claim: (run, also) => database.atomically((query) => claim(run, also, query)),
    hold: (key, { name, now, until }) =>
      database.atomically(async (query) => {
        const [row] = await query(
          `UPDATE runs SET holder = $4, held_until = $5 WHERE ${KEY} AND state IN ('claimed', 'trying')
            AND (holder IS NULL OR holder = $4 OR held_until < $6 OR held_until > $7) RETURNING *`,
          [...keyOf(key), name, until, now, later(until, LONGEST_LEASE)],
        )
        return row && runOf(row)
      }),
    record: (run, { name, until }) =>
      database.atomically(async (query) => {
        // What it says was fixed when it was claimed. Written again, it would bring back what was forgotten meanwhile.
        const [state, , ...rest] = stateOf(run)
        const held = run.state === 'claimed' || run.state === 'trying'
        const rows = await query(
          `UPDATE runs SET state = $5, post_at = $6, tries = $7, retry_at = $8, message = $9, why = $10,
            holder = $11, held_until = $12 WHERE ${KEY} AND holder = $4 RETURNING week`,
          [...keyOf(run), name, state ?? null, ...rest, held ? name : null, held ? until : null],
        )
        return rows.length === 1
      }),
    turn: (key, from, to) =>
      database.atomically(async (query) => {
        const states = from.map((_, at) => `$${at + 5}`).join(', ')
        const [row] = await query(
          `UPDATE runs SET state = $4, holder = NULL, held_until = NULL, retry_at = NULL WHERE ${KEY}
            AND state IN (${states}) RETURNING *`,
          [...keyOf(key), to, ...from],
        )
        return row && runOf(row)
      }),
  }
}

async function toldTo(workspace: string, channel: string, query: Query) {
  const rows = await query('SELECT * FROM runs WHERE workspace = $1 AND channel = $2 ORDER BY due', [
    workspace,
    channel,
  ])
  const runs = rows.map(runOf).filter(wasShown)
  const last = runs.at(-1)?.content?.edition
  const [edition] = last ? await query('SELECT id, records FROM editions WHERE id = $1', [last]) : []
  return {
    runs,
    edition: edition && { id: String(edition.id), records: JSON.parse(String(edition.records)) },
  }
}

function keyOf({ workspace, channel, week }: RunKey): readonly string[] {
  return [workspace, channel, week]
}

/** See `Journals.claim`. The database's unique key decides between instances. */
async function claim(run: Run, { holder, edition, missed }: Claimed, query: Query): Promise<boolean> {
  const channel = [run.workspace, run.channel] as const
  const [wanted] = await query(
    `SELECT channel FROM subscriptions WHERE workspace = $1 AND channel = $2 AND stopped_at IS NULL FOR UPDATE`,
    channel,
  )
  if (!wanted) return false
  if (edition) {
    await query('INSERT INTO editions (id, records) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
      edition.id,
      JSON.stringify(edition.records),
    ])
  }
  if (!(await insert(run, holder, edition?.id, query))) return false
  await query(
    `UPDATE runs SET state = CASE state WHEN 'trying' THEN 'doubtful' ELSE 'skipped' END, holder = NULL,
      held_until = NULL WHERE workspace = $1 AND channel = $2 AND due < $3 AND state IN ('claimed', 'trying')`,
    [...channel, run.due],
  )
  for (const { week, due } of missed) {
    await query(
      `INSERT INTO runs (workspace, channel, week, due, state) VALUES ($1, $2, $3, $4, 'skipped')
      ON CONFLICT (workspace, channel, week) DO NOTHING`,
      [...channel, week, due],
    )
  }
  return true
}

/** A week whose digest was withdrawn can be claimed once more; any other is taken for good. */
async function insert(
  run: Run,
  holder: Claimed['holder'],
  edition: string | undefined,
  query: Query,
): Promise<boolean> {
  const held = run.state === 'claimed'
  const rows = await query(
    `INSERT INTO runs (workspace, channel, week, due, state, content, post_at, tries, retry_at, message, why,
      holder, held_until, edition, questions)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (workspace, channel, week) DO UPDATE SET due = excluded.due, state = excluded.state,
      content = excluded.content, post_at = excluded.post_at, tries = excluded.tries, retry_at = NULL,
      message = NULL, why = NULL, holder = excluded.holder, held_until = excluded.held_until,
      edition = excluded.edition, questions = excluded.questions WHERE runs.state = 'withdrawn' RETURNING week`,
    [
      run.workspace,
      run.channel,
      run.week,
      run.due,
      ...stateOf(run),
      held ? holder.name : null,
      held ? holder.until : null,
      edition ?? null,
      questionsOf(run),
    ],
  )
  return rows.length === 1
}

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
function questionsOf({ content }: Run): Value {
  return content?.questions ? JSON.stringify(content.questions) : null
}

/** What changes in a run while it is worked on, in the order: state, content, post_at, tries, retry_at, message, why. */
function stateOf({ state, content, postAt, tries, retryAt, message, why }: Run): readonly Value[] {
  const text = content ? JSON.stringify({ ...content, questions: undefined }) : null
  return [state, text, postAt ?? null, tries, retryAt ?? null, message ?? null, why ?? null]
}

function given<K extends string, T>(key: K, value: unknown, read: (text: string) => T): { [key in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: read(String(value)) } as { [key in K]: T })
}
