import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Place } from './engines.ts'

/** The tables of the store's first version, as it made them. */
const TABLES = [
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
]

/** Words that people had typed, and that the first version kept. */
export const TYPED = ['zorbamundi', 'quixleberry', 'fendragool']
const [ASKED, JUDGED, SHOWN] = TYPED

const ANSWER = {
  outcome: 'found',
  ask: 'digest show 2026-W48',
  heading: 'Weekly digest, Monday 23 November 2026',
  groups: [
    { under: 'New', title: 'Leeds – Dortmund, Germany', findings: [] },
    { under: 'Nobody could answer this month', title: `“${SHOWN} of jane” (3 times)`, findings: [] },
  ],
  suggestions: [],
  next: [{ label: 'I know this', ask: 'ask gaps' }],
  note: 'Posted on Mondays.',
}
const CONTENT = { answer: ANSWER, ifLate: 'Late.', shown: ['new leeds-dortmund'], edition: 'e1' }

/** A row or more in every table, with enough questions that SQLite needs many pages for them. */
export const ROWS: readonly (readonly [
  table: string,
  row: Readonly<Record<string, string | number | null>>,
])[] = [
  [
    'subscriptions',
    {
      workspace: 'T1',
      channel: 'C1',
      weekday: 1,
      at_time: '09:00',
      zone: 'Europe/London',
      about: 'yorkshire',
      by_user: 'U1',
      since: '2026-11-01T09:00:00Z',
      stopped_at: null,
      stopped_why: null,
      told: 0,
    },
  ],
  ['editions', { id: 'e1', records: '{}' }],
  [
    'runs',
    {
      workspace: 'T1',
      channel: 'C1',
      week: '2026-W48',
      due: '2026-11-23T09:00:00Z',
      state: 'handed',
      content: JSON.stringify(CONTENT),
      edition: 'e1',
      post_at: '2026-11-23T09:00:00Z',
      tries: 1,
      retry_at: null,
      message: 'Q1',
      why: null,
    },
  ],
  [
    'runs',
    {
      workspace: 'T1',
      channel: 'C1',
      week: '2026-W47',
      due: '2026-11-16T09:00:00Z',
      state: 'silent',
      tries: 0,
    },
  ],
  ...Array.from(
    { length: 400 },
    (_, at) =>
      ['gaps', { words: `will ${ASKED} ${at} be made redundant`, asked: 2, last_day: '2026-11-20' }] as const,
  ),
  ['judgements', { ask: `ask ${JUDGED}`, helpful: 1, unhelpful: 0, last_day: '2026-11-20' }],
  ['reports', { id: 'r1', record: 'leeds-dortmund', says: 'It was 1968.', at: '2026-11-20T10:00:00Z' }],
]

/** Makes a store as the first version left it. */
export async function leaveVersionOne({ settings }: Place): Promise<void> {
  const inserts = ROWS.map(([table, row]) => {
    const places = Object.keys(row).map((_, at) => `$${at + 1}`)
    return { sql: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`, row }
  })
  const tables = ['CREATE TABLE hansa_schema (version INTEGER NOT NULL)', ...TABLES]
  const version = 'INSERT INTO hansa_schema (version) VALUES (1)'
  if (settings.databaseUrl) {
    const client = new pg.Client({ connectionString: settings.databaseUrl })
    await client.connect()
    for (const sql of [...tables, version]) await client.query(sql)
    for (const { sql, row } of inserts) await client.query(sql, Object.values(row))
    return client.end()
  }
  const sqlite = new DatabaseSync(join(settings.data, 'hansa.db'))
  sqlite.exec('PRAGMA journal_mode = WAL')
  for (const sql of [...tables, version]) sqlite.exec(sql)
  for (const { sql, row } of inserts)
    sqlite.prepare(sql.replaceAll(/\$(\d+)/g, '?$1')).run(...Object.values(row))
  // Deleted, and still in the bytes: it was not always overwritten.
  sqlite.exec(`DELETE FROM gaps WHERE words LIKE '% 1% be%'`)
  sqlite.close()
}
