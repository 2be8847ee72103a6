import type { SubjectKey } from '../../digest/items/gap.ts'
import { forget } from '../forget.ts'
import type { Memory, Miss } from '../store.ts'
import type { Database, Query, Row } from './database.ts'

export function memoryIn(database: Database): Memory {
  return {
    missed: (workspace, misses) =>
      database.atomically(async (query) => {
        // Always in the same order, so that two instances cannot wait for each other.
        for (const miss of [...misses].sort(inOrder)) await counted(workspace, miss, query)
      }),
    gaps: (workspace, since) =>
      database.atomically(async (query) => {
        const rows = await query(
          `SELECT kind, id, SUM(asked) AS asked, COUNT(*) AS days, MAX(day) AS last_day FROM gaps
          WHERE workspace = $1 AND day >= $2 GROUP BY kind, id ORDER BY 3 DESC, 5 DESC, kind, id`,
          [workspace, since],
        )
        return rows.map((row) => ({
          ...aboutOf(row),
          count: Number(row.asked),
          days: Number(row.days),
          last: String(row.last_day),
        }))
      }),
    keptWords: (workspace) =>
      database.atomically(async (query) => {
        const rows = await query(
          'SELECT * FROM kept_words WHERE workspace = $1 ORDER BY asked DESC, last_day DESC, words',
          [workspace],
        )
        return rows.map((row) => ({
          words: String(row.words),
          count: Number(row.asked),
          last: String(row.last_day),
        }))
      }),
    judged: (workspace, { about, helpful, day }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO judgements (workspace, kind, id, helpful, unhelpful, last_day)
          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace, kind, id)
          DO UPDATE SET helpful = judgements.helpful + excluded.helpful,
            unhelpful = judgements.unhelpful + excluded.unhelpful, last_day = excluded.last_day`,
          [workspace, ...keyOf(about), Number(helpful), Number(!helpful), day],
        )
      }),
    judgements: (workspace) =>
      database.atomically(async (query) => {
        const rows = await query(
          'SELECT * FROM judgements WHERE workspace = $1 ORDER BY unhelpful DESC, helpful DESC, kind, id',
          [workspace],
        )
        return rows.map((row) => ({
          ...aboutOf(row),
          helpful: Number(row.helpful),
          unhelpful: Number(row.unhelpful),
          last: String(row.last_day),
        }))
      }),
    forget: (workspace, before) =>
      database.atomically((query) => forget(workspace, before, query), 'leaves no trace'),
    forgetWords: (workspace) =>
      database.atomically(async (query) => {
        await query('DELETE FROM kept_words WHERE workspace = $1', [workspace])
      }, 'leaves no trace'),
    workspaces: () =>
      database.atomically(async (query) => {
        const rows = await query(
          `SELECT workspace FROM gaps UNION SELECT workspace FROM kept_words UNION SELECT workspace FROM judgements
          UNION SELECT workspace FROM reports UNION SELECT workspace FROM runs WHERE questions IS NOT NULL
          ORDER BY workspace`,
        )
        return rows.map(({ workspace }) => String(workspace))
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

async function counted(workspace: string, { about, day, count, words }: Miss, query: Query): Promise<void> {
  await query(
    `INSERT INTO gaps (workspace, kind, id, day, asked) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (workspace, kind, id, day) DO UPDATE SET asked = gaps.asked + excluded.asked`,
    [workspace, ...keyOf(about), day, count],
  )
  if (words === undefined) return
  await query(
    `INSERT INTO kept_words (workspace, words, asked, last_day) VALUES ($1, $2, $3, $4)
    ON CONFLICT (workspace, words) DO UPDATE SET asked = kept_words.asked + excluded.asked,
      last_day = excluded.last_day`,
    [workspace, words, count, day],
  )
}

function inOrder(one: Miss, other: Miss): number {
  return orderOf(one) < orderOf(other) ? -1 : 1
}

function orderOf({ about, day, words = '' }: Miss): string {
  return [...keyOf(about), day, words].join(' ')
}

/** What has no name here is counted under one key of its own. */
function keyOf(about: SubjectKey | undefined): readonly [kind: string, id: string] {
  return about ? [about.is, about.id] : ['other', '']
}

function aboutOf({ kind, id }: Row): { about?: SubjectKey } {
  return kind === 'place' || kind === 'topic' ? { about: { is: kind, id: String(id) } } : {}
}
