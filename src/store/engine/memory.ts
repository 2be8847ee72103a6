import { forget } from '../forget.ts'
import type { Memory } from '../store.ts'
import type { Database } from './database.ts'

export function memoryIn(database: Database): Memory {
  return {
    missed: (words, day) =>
      database.atomically(async (query) => {
        // Always in the same order, so that two instances cannot wait for each other.
        for (const [one, count] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
          await query(
            `INSERT INTO gaps (words, asked, last_day) VALUES ($1, $2, $3) ON CONFLICT (words)
            DO UPDATE SET asked = gaps.asked + excluded.asked, last_day = excluded.last_day`,
            [one, count, day],
          )
        }
      }),
    gaps: (since) =>
      database.atomically(async (query) => {
        const rows = await query(
          'SELECT words, asked, last_day FROM gaps WHERE last_day >= $1 ORDER BY asked DESC, last_day DESC, words',
          [since],
        )
        return rows.map((row) => ({
          words: String(row.words),
          count: Number(row.asked),
          last: String(row.last_day),
        }))
      }),
    forget: (before) => database.atomically((query) => forget(before, query)),
    judged: (ask, helpful, day) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO judgements (ask, helpful, unhelpful, last_day) VALUES ($1, $2, $3, $4) ON CONFLICT (ask)
          DO UPDATE SET helpful = judgements.helpful + excluded.helpful,
            unhelpful = judgements.unhelpful + excluded.unhelpful, last_day = excluded.last_day`,
          [ask, Number(helpful), Number(!helpful), day],
        )
      }),
    judgements: () =>
      database.atomically(async (query) => {
        const rows = await query('SELECT * FROM judgements ORDER BY unhelpful DESC, helpful DESC, ask')
        return rows.map((row) => ({
          ask: String(row.ask),
          helpful: Number(row.helpful),
          unhelpful: Number(row.unhelpful),
          last: String(row.last_day),
        }))
      }),
    firstTime: (id, now, until) =>
      database.atomically(async (query) => {
        await query('DELETE FROM seen WHERE until < $1', [now])
        const rows = await query(
          'INSERT INTO seen (id, until) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING RETURNING id',
          [id, until],
        )
        return rows.length === 1
      }),
  }
}
