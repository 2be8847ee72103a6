import type { Database } from './engine/database.ts'
import type { Reports } from './store.ts'

export function reportsIn(database: Database): Reports {
  return {
    report: (workspace, { id, record, says, at }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO reports (workspace, id, record, says, at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (id) DO NOTHING`,
          [workspace, id, record, says, at],
        )
      }),
    reports: (workspace) =>
      database.atomically(async (query) => {
        const rows = await query(
          'SELECT id, record, says, at FROM reports WHERE workspace = $1 ORDER BY at, id',
          [workspace],
        )
        return rows.map((row) => ({
          id: String(row.id),
          record: String(row.record),
          says: String(row.says),
          at: String(row.at),
        }))
      }),
  }
}
