import type { Database } from './engine/database.ts'
import type { Reports } from './store.ts'

export function reportsIn(database: Database): Reports {
  return {
    report: ({ id, record, says, at }) =>
      database.atomically(async (query) => {
        await query(
          'INSERT INTO reports (id, record, says, at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING',
          [id, record, says, at],
        )
      }),
    reports: () =>
      database.atomically(async (query) => {
        const rows = await query('SELECT id, record, says, at FROM reports ORDER BY at, id')
        return rows.map((row) => ({
          id: String(row.id),
          record: String(row.record),
          says: String(row.says),
          at: String(row.at),
        }))
      }),
  }
}
