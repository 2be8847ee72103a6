/**
 * Each entry takes the store one version on, in SQL that both engines understand; the last one is what this program
 * knows. Entries are never changed once released, only added.
 *
 * Moments are text like `2026-11-30T09:00:00Z`, days like `2026-11-30`: both sort as they are.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
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
]
