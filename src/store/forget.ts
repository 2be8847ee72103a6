import { Temporal } from 'temporal-polyfill'
import type { Day } from '../answer/answer.ts'
import { GAP_DAYS, UNANSWERED, withoutQuestions } from '../digest/items/gap.ts'
import type { Query } from './engine/database.ts'

/**
 * Forgets questions and what people thought of answers, wherever their words are kept: also in digests that showed them,
 * up to `GAP_DAYS` after they were asked. Says how many questions.
 */
export async function forget(before: Day | undefined, query: Query): Promise<number> {
  const last = before ? [before] : []
  const old = before ? 'WHERE last_day < $1' : ''
  await query(`DELETE FROM judgements ${old}`, last)
  const gone = await query(`DELETE FROM gaps ${old} RETURNING words`, last)
  await forgetInDigests(before, query)
  return gone.length
}

/** What is still to be handed over keeps its words until it is, unless all are to be forgotten. */
async function forgetInDigests(before: Day | undefined, query: Query): Promise<void> {
  const asked = before && Temporal.PlainDate.from(before).add({ days: GAP_DAYS }).toString()
  const rows = await query(
    `SELECT workspace, channel, week, content FROM runs WHERE content LIKE $1
      ${asked ? "AND due < $2 AND state NOT IN ('claimed', 'trying')" : ''}`,
    [`%${UNANSWERED}%`, ...(asked ? [asked] : [])],
  )
  for (const { workspace, channel, week, content } of rows) {
    const kept = JSON.stringify(withoutQuestions(JSON.parse(String(content))))
    await query('UPDATE runs SET content = $4 WHERE workspace = $1 AND channel = $2 AND week = $3', [
      String(workspace),
      String(channel),
      String(week),
      kept,
    ])
  }
}
