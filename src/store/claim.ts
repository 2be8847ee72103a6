import type { Run } from '../digest/schedule/run.ts'
import type { Query } from './engine/database.ts'
import { questionsOf, stateOf } from './run-row.ts'
import type { Claimed } from './store.ts'

/** See `Journals.claim`. The database's unique key decides between instances. */
export async function claim(run: Run, { holder, edition, missed }: Claimed, query: Query): Promise<boolean> {
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
