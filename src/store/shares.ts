import type { Database, Row } from './engine/database.ts'
import type { Share, Shares } from './store.ts'

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
