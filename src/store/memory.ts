import { Temporal } from 'temporal-polyfill'
import type { Day } from '../answer/answer.ts'
import { GAP_DAYS, type SubjectKey } from '../digest/items/gap.ts'
import type { Database, Query, Row } from './engine/database.ts'
import type { Forgotten, Memory, Miss, Reports } from './store.ts'

export function memoryIn(database: Database): Memory {
  return {
    recordGaps: (workspace, misses) =>
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
    recordJudgement: (workspace, { about, helpful, day }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO judgements (workspace, kind, id, helpful, unhelpful, last_day)
          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (workspace, kind, id)
          DO UPDATE SET helpful = judgements.helpful + excluded.helpful,
            unhelpful = judgements.unhelpful + excluded.unhelpful, last_day = excluded.last_day`,
          [workspace, ...keyOf(about), Number(helpful), Number(!helpful), day],
        )
      }),
    takeBackJudgement: (workspace, { about, helpful }) =>
      database.atomically(async (query) => {
        const which = helpful ? 'helpful' : 'unhelpful'
        const of = [workspace, ...keyOf(about)]
        const one = 'workspace = $1 AND kind = $2 AND id = $3'
        await query(
          `UPDATE judgements SET ${which} = judgements.${which} - 1 WHERE ${one} AND judgements.${which} > 0`,
          of,
        )
        await query(`DELETE FROM judgements WHERE ${one} AND helpful = 0 AND unhelpful = 0`, of)
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
          UNION SELECT workspace FROM changes UNION SELECT workspace FROM proposals WHERE state IN ('rejected', 'written')
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
    seenUntil: (id, until) =>
      database.atomically(async (query) => {
        await query(
          'INSERT INTO seen (id, until) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET until = excluded.until',
          [id, until],
        )
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

/** See `Memory.forget`. A digest shows questions up to `GAP_DAYS` after they were asked. */
async function forget(workspace: string, before: Day | undefined, query: Query): Promise<Forgotten> {
  const values = before ? [workspace, before] : [workspace]
  const old = (column: string) => `workspace = $1 ${before ? `AND ${column} < $2` : ''}`
  await query(`DELETE FROM judgements WHERE ${old('last_day')}`, values)
  await query(`DELETE FROM kept_words WHERE ${old('last_day')}`, values)
  const gaps = await query(`DELETE FROM gaps WHERE ${old('day')} RETURNING asked`, values)
  const reports = await query(`DELETE FROM reports WHERE ${old('at')} RETURNING id`, values)
  // Those that wait, or are served, are still needed.
  await query(`DELETE FROM proposals WHERE ${old('at')} AND state IN ('rejected', 'written')`, values)
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
