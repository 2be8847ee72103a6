import type { Receipt } from '../answer/receipt.ts'
import type { Database, Query, Row } from './engine/database.ts'
import { runOf } from './journals.ts'
import type { Receipts, Share, Shares } from './store.ts'

export function sharesIn(database: Database): Shares {
  return {
    rememberShare: ({ workspace, channel, thread, receipt, at, records }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO shares (workspace, channel, thread, receipt, at, records, told)
          VALUES ($1, $2, $3, $4, $5, $6, '[]') ON CONFLICT (workspace, channel, thread, receipt) DO NOTHING`,
          [workspace, channel, thread, receipt, at, JSON.stringify(records)],
        )
      }),
    shares: (workspace) =>
      database.atomically(async (query) =>
        (
          await query('SELECT * FROM shares WHERE workspace = $1 ORDER BY at, channel, thread', [workspace])
        ).map(shareOf),
      ),
    changeShare: ({ workspace, channel, thread, receipt, noticed, told }, after) =>
      database.atomically(async (query) => {
        const rows = await query(
          `UPDATE shares SET noticed = $5, told = $6
          WHERE workspace = $1 AND channel = $2 AND thread = $3 AND receipt = $4
            AND told = $7 AND COALESCE(noticed, '') = $8 RETURNING receipt`,
          [
            ...[workspace, channel, thread, receipt],
            ...[after.noticed ?? null, JSON.stringify(after.told)],
            ...[JSON.stringify(told), noticed ?? ''],
          ],
        )
        return rows.length === 1
      }),
    forgetShares: (before) =>
      database.atomically(async (query) => {
        await query('DELETE FROM shares WHERE at < $1', [before])
      }),
  }
}

function shareOf({ workspace, channel, thread, receipt, at, records, noticed, told }: Row): Share {
  return {
    workspace: String(workspace),
    channel: String(channel),
    thread: String(thread),
    receipt: String(receipt),
    at: String(at),
    records: JSON.parse(String(records)),
    ...(noticed !== null && { noticed: String(noticed) }),
    told: JSON.parse(String(told)),
  }
}

/** Shared answers have rows of their own; what a digest said stands in its run. */
export function receiptsIn(database: Database): Receipts {
  return {
    keepReceipt: (workspace, { id, day, folder, shown }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO receipts (workspace, id, day, folder, shown) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (workspace, id) DO NOTHING`,
          [workspace, id, day, folder, JSON.stringify(shown)],
        )
      }),
    receipt: (id) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT id, day, folder, shown FROM receipts WHERE id = $1', [id])
        return row ? ofAnswer(row) : ofDigest(id, query)
      }),
  }
}

function ofAnswer({ id, day, folder, shown }: Row): Receipt {
  return { id: String(id), day: String(day), folder: String(folder), shown: JSON.parse(String(shown)) }
}

/** Asked for once in a while, by hand: looking through all runs is good enough. */
async function ofDigest(id: string, query: Query): Promise<Receipt | undefined> {
  const [row] = await query('SELECT * FROM runs WHERE content LIKE $1', [`%"receipt":"${id}"%`])
  if (!row) return undefined
  const { content, due, state } = runOf(row)
  if (content?.receipt !== id) return undefined
  const { answer: shown, rest, edition: folder } = content
  return { id, day: due.slice(0, 10), folder, shown, ...(rest && { rest }), became: state }
}
