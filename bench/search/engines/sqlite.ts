import { DatabaseSync } from 'node:sqlite'
import { ASKED_FOR, type Ask, type Engine, type EngineRecord } from '../engine.ts'

export const sqlite: readonly Engine[] = [
  {
    name: 'SQLite FTS5, porter',
    most: 1_000_000,
    build: (records) => fts(records, 'porter unicode61 remove_diacritics 2', words),
  },
  {
    name: 'SQLite FTS5, trigram',
    most: 1_000_000,
    build: (records) => fts(records, 'trigram remove_diacritics 1', trigrams),
  },
]

function fts(records: readonly EngineRecord[], tokenize: string, match: (query: string) => string): Ask {
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, title, aliases, text, tokenize='${tokenize}')`,
  )
  const insert = database.prepare('INSERT INTO found VALUES (?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, title, aliases = [], text = '' } of records)
    insert.run(id, title, aliases.join(' | '), text)
  database.exec('COMMIT')
  const ask = database.prepare(
    `SELECT id FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, 2, 2, 1) LIMIT ${ASKED_FOR}`,
  )
  return (query) => {
    const terms = match(query)
    return terms === '' ? [] : ask.all(terms).map(({ id }) => String(id))
  }
}

function words(query: string): string {
  return [...new Set(query.match(/[\p{L}\p{N}]+/gu))].map((word) => `"${word}"`).join(' OR ')
}

function trigrams(query: string): string {
  const letters = query.toLowerCase().replace(/"/g, ' ')
  const found = new Set(
    Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)),
  )
  return [...found].map((trigram) => `"${trigram}"`).join(' OR ')
}
