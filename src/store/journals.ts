import { later } from '../digest/schedule/moment.ts'
import { wasShown } from '../digest/schedule/run.ts'
import { claim } from './claim.ts'
import type { Database, Query } from './engine/database.ts'
import { runOf, stateOf } from './run-row.ts'
import type { Journals, RunKey } from './store.ts'

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
