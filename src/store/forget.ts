import { Temporal } from 'temporal-polyfill'
import type { Day } from '../answer/answer.ts'
import { GAP_DAYS } from '../digest/items/gap.ts'
import type { Query } from './engine/database.ts'
import type { Forgotten } from './store.ts'

/** See `Memory.forget`. A digest shows questions up to `GAP_DAYS` after they were asked. */
export async function forget(workspace: string, before: Day | undefined, query: Query): Promise<Forgotten> {
  const values = before ? [workspace, before] : [workspace]
  const old = (column: string) => `workspace = $1 ${before ? `AND ${column} < $2` : ''}`
  await query(`DELETE FROM judgements WHERE ${old('last_day')}`, values)
  await query(`DELETE FROM kept_words WHERE ${old('last_day')}`, values)
  const gaps = await query(`DELETE FROM gaps WHERE ${old('day')} RETURNING asked`, values)
  const reports = await query(`DELETE FROM reports WHERE ${old('at')} RETURNING id`, values)
  await forgetInDigests(workspace, before, query)
  return { questions: gaps.reduce((sum, { asked }) => sum + Number(asked), 0), reports: reports.length }
}

/** What is still to be handed over keeps its questions until it is, unless all are to be forgotten. */
async function forgetInDigests(workspace: string, before: Day | undefined, query: Query): Promise<void> {
  if (!before) return void (await query('UPDATE runs SET questions = NULL WHERE workspace = $1', [workspace]))
  const asked = Temporal.PlainDate.from(before).add({ days: GAP_DAYS }).toString()
  await query(
    `UPDATE runs SET questions = NULL WHERE workspace = $1 AND due < $2 AND questions IS NOT NULL
      AND state NOT IN ('claimed', 'trying')`,
    [workspace, asked],
  )
}
