import { StoreTrouble } from '../store.ts'
import { emptyShownQuestions } from '../typed-questions.ts'
import type { Database, Query } from './database.ts'

/**
 * Brings the store to the version this program knows, all steps or none. `lock` keeps a second instance waiting that
 * starts at the same moment. Throws StoreTrouble when a newer program has been here.
 */
export async function migrate(database: Database, lock: (query: Query) => Promise<void>): Promise<void> {
  await database.atomically(async (query) => {
    await lock(query)
    await query('CREATE TABLE IF NOT EXISTS hansa_schema (version INTEGER NOT NULL)')
    const [row] = await query('SELECT version FROM hansa_schema')
    const version = Number(row?.version ?? 0)
    if (version > MIGRATIONS.length) throw newer(version)
    for (const step of MIGRATIONS.slice(version).flat()) {
      await (typeof step === 'string' ? query(step) : step(query))
    }
    if (version === MIGRATIONS.length) return
    await query('DELETE FROM hansa_schema')
    await query('INSERT INTO hansa_schema (version) VALUES ($1)', [MIGRATIONS.length])
  })
}

function newer(version: number): StoreTrouble {
  return new StoreTrouble(
    `The store was written by a newer Hansa (version ${version} of its tables; this one knows ` +
      `${MIGRATIONS.length}). Update Hansa, or point it to another store.`,
    { lost: true },
  )
}

/** SQL that both engines understand, or work that no SQL can do. */
type Step = string | ((query: Query) => Promise<void>)

/**
 * Each entry takes the store one version on; the last one is what this program knows. Entries are never changed once
 * released, only added.
 *
 * Moments are text like `2026-11-30T09:00:00Z`, days like `2026-11-30`: both sort as they are.
 */
export const MIGRATIONS: readonly (readonly Step[])[] = [
  [
    `CREATE TABLE subscriptions (
      workspace TEXT NOT NULL,
      channel TEXT NOT NULL,
      weekday INTEGER NOT NULL,
      at_time TEXT NOT NULL,
      zone TEXT NOT NULL,
      about TEXT NOT NULL,
      by_user TEXT NOT NULL,
      since TEXT NOT NULL,
      stopped_at TEXT,
      stopped_why TEXT,
      told INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (workspace, channel)
    )`,
    `CREATE TABLE editions (
      id TEXT PRIMARY KEY,
      records TEXT NOT NULL
    )`,
    `CREATE TABLE runs (
      workspace TEXT NOT NULL,
      channel TEXT NOT NULL,
      week TEXT NOT NULL,
      due TEXT NOT NULL,
      state TEXT NOT NULL,
      content TEXT,
      edition TEXT REFERENCES editions (id),
      post_at TEXT,
      tries INTEGER NOT NULL DEFAULT 0,
      retry_at TEXT,
      message TEXT,
      why TEXT,
      holder TEXT,
      held_until TEXT,
      PRIMARY KEY (workspace, channel, week)
    )`,
    'CREATE INDEX runs_by_due ON runs (due)',
    `CREATE TABLE gaps (
      words TEXT PRIMARY KEY,
      asked INTEGER NOT NULL,
      last_day TEXT NOT NULL
    )`,
    `CREATE TABLE judgements (
      ask TEXT PRIMARY KEY,
      helpful INTEGER NOT NULL,
      unhelpful INTEGER NOT NULL,
      last_day TEXT NOT NULL
    )`,
    `CREATE TABLE reports (
      id TEXT PRIMARY KEY,
      record TEXT NOT NULL,
      says TEXT NOT NULL,
      at TEXT NOT NULL
    )`,
    `CREATE TABLE seen (
      id TEXT PRIMARY KEY,
      until TEXT NOT NULL
    )`,
  ],
  // What people typed is not kept: the words of questions and judgements go, and what stays belongs to a workspace.
  [
    'DROP TABLE gaps',
    `CREATE TABLE gaps (
      workspace TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      day TEXT NOT NULL,
      asked INTEGER NOT NULL,
      PRIMARY KEY (workspace, kind, id, day)
    )`,
    `CREATE TABLE kept_words (
      workspace TEXT NOT NULL,
      words TEXT NOT NULL,
      asked INTEGER NOT NULL,
      last_day TEXT NOT NULL,
      PRIMARY KEY (workspace, words)
    )`,
    'DROP TABLE judgements',
    `CREATE TABLE judgements (
      workspace TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      helpful INTEGER NOT NULL,
      unhelpful INTEGER NOT NULL,
      last_day TEXT NOT NULL,
      PRIMARY KEY (workspace, kind, id)
    )`,
    // Nobody knows where the older ones came from: they are shown in no workspace, only in the terminal.
    `ALTER TABLE reports ADD COLUMN workspace TEXT NOT NULL DEFAULT ''`,
    'ALTER TABLE runs ADD COLUMN questions TEXT',
    emptyShownQuestions,
  ],
  // Several workspaces in one store: their tokens (sealed), what they set for a channel, who changed what.
  [
    `CREATE TABLE installations (
      workspace TEXT PRIMARY KEY,
      platform TEXT NOT NULL,
      sealed TEXT NOT NULL,
      since TEXT NOT NULL
    )`,
    `CREATE TABLE channel_settings (
      workspace TEXT NOT NULL,
      channel TEXT NOT NULL,
      home TEXT NOT NULL,
      map INTEGER NOT NULL,
      editors TEXT NOT NULL,
      holidays TEXT NOT NULL,
      PRIMARY KEY (workspace, channel)
    )`,
    `CREATE TABLE changes (
      id TEXT PRIMARY KEY,
      workspace TEXT NOT NULL,
      at TEXT NOT NULL,
      channel TEXT,
      who TEXT,
      did TEXT NOT NULL,
      what TEXT NOT NULL
    )`,
    'CREATE INDEX changes_by_workspace ON changes (workspace, at)',
    'CREATE INDEX runs_by_workspace ON runs (workspace, due)',
  ],
  // What was shared with a channel, as it was shown.
  [
    `CREATE TABLE receipts (
      workspace TEXT NOT NULL,
      id TEXT NOT NULL,
      day TEXT NOT NULL,
      folder TEXT NOT NULL,
      shown TEXT NOT NULL,
      PRIMARY KEY (workspace, id)
    )`,
    'CREATE INDEX receipts_by_id ON receipts (id)',
  ],
  // What people propose for the folder. Numbers are never given twice, whatever was deleted.
  [
    `CREATE TABLE IF NOT EXISTS proposals (
      number INTEGER NOT NULL,
      workspace TEXT NOT NULL,
      platform TEXT NOT NULL,
      by_user TEXT,
      named TEXT,
      at TEXT NOT NULL,
      link TEXT NOT NULL,
      state TEXT NOT NULL,
      why TEXT,
      told INTEGER NOT NULL,
      PRIMARY KEY (workspace, number)
    )`,
    `CREATE TABLE IF NOT EXISTS proposal_numbers (
      id TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    )`,
    "INSERT INTO proposal_numbers (id, last) VALUES ('proposals', 0) ON CONFLICT (id) DO NOTHING",
  ],
  // Where a platform that tells no address of its own is called to write into a conversation.
  [
    `CREATE TABLE addresses (
      workspace TEXT NOT NULL,
      channel TEXT NOT NULL,
      address TEXT NOT NULL,
      PRIMARY KEY (workspace, channel)
    )`,
  ],
  // Where an answer was shared, so that its thread is told once of what is corrected later.
  [
    `CREATE TABLE IF NOT EXISTS shares (
      workspace TEXT NOT NULL,
      channel TEXT NOT NULL,
      thread TEXT NOT NULL,
      receipt TEXT NOT NULL,
      at TEXT NOT NULL,
      records TEXT NOT NULL,
      noticed TEXT,
      told TEXT NOT NULL,
      PRIMARY KEY (workspace, channel, thread, receipt)
    )`,
  ],
]

/**
 * Every table whose rows belong to a workspace has a column `workspace`, and stands here: when a workspace leaves, all of
 * its rows go. A new table that stands neither here nor in `OF_NO_WORKSPACE` fails a test that reads the store itself.
 */
export const OF_A_WORKSPACE = [
  'subscriptions',
  'runs',
  'gaps',
  'kept_words',
  'judgements',
  'reports',
  'installations',
  'channel_settings',
  'changes',
  'receipts',
  'shares',
  'proposals',
  'addresses',
] as const

/** Public knowledge, ids of deliveries that are forgotten within minutes, and the version of these tables. */
export const OF_NO_WORKSPACE = ['editions', 'seen', 'proposal_numbers', 'hansa_schema'] as const
