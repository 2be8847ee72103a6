import { randomUUID } from 'node:crypto'
import type { Change } from '../answer/change.ts'
import type { Database, Row } from './engine/database.ts'
import { OF_A_WORKSPACE } from './engine/schema.ts'
import type { Changes, Installation, Workspaces } from './store.ts'

export function workspacesIn(database: Database): Workspaces {
  return {
    install: ({ workspace, platform, sealed, since }) =>
      // What it replaces is a token as well.
      database.atomically(async (query) => {
        await query(
          `INSERT INTO installations (workspace, platform, sealed, since) VALUES ($1, $2, $3, $4)
          ON CONFLICT (workspace) DO UPDATE SET platform = excluded.platform, sealed = excluded.sealed,
            since = excluded.since`,
          [workspace, platform, sealed, since],
        )
      }, 'leaves no trace'),
    resealed: ({ workspace, sealed: before }, sealed) =>
      database.atomically(async (query) => {
        await query('UPDATE installations SET sealed = $3 WHERE workspace = $1 AND sealed = $2', [
          workspace,
          before,
          sealed,
        ])
      }, 'leaves no trace'),
    installation: (workspace) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT * FROM installations WHERE workspace = $1', [workspace])
        return row && installationOf(row)
      }),
    installations: () =>
      database.atomically(async (query) =>
        (await query('SELECT * FROM installations ORDER BY workspace')).map(installationOf),
      ),
    deleteWorkspace: (workspace, left) =>
      database.atomically(async (query) => {
        const [anew] = left
          ? await query('SELECT since FROM installations WHERE workspace = $1 AND since > $2', [
              workspace,
              left,
            ])
          : []
        if (anew) return false
        for (const table of OF_A_WORKSPACE)
          await query(`DELETE FROM ${table} WHERE workspace = $1`, [workspace])
        return true
      }, 'leaves no trace'),
  }
}

function installationOf({ workspace, platform, sealed, since }: Row): Installation {
  return {
    workspace: String(workspace),
    platform: String(platform),
    sealed: String(sealed),
    since: String(since),
  }
}

export function changesIn(database: Database): Changes {
  return {
    recordChange: ({ workspace, at, channel = null, who = null, did, what }) =>
      database.atomically(async (query) => {
        await query(
          'INSERT INTO changes (id, workspace, at, channel, who, did, what) VALUES ($1, $2, $3, $4, $5, $6, $7)',
          [idInOrder(), workspace, at, channel, who, did, what],
        )
      }),
    changes: (workspace) =>
      database.atomically(async (query) => {
        const rows = await query('SELECT * FROM changes WHERE workspace = $1 ORDER BY at, id', [workspace])
        return rows.map(changeOf)
      }),
    forgetChanges: (before) =>
      database.atomically(async (query) => {
        await query('DELETE FROM changes WHERE at < $1', [before])
      }, 'leaves no trace'),
  }
}

let made = 0

/** Sorts as it was made: several changes may stand in one second. */
function idInOrder(): string {
  made += 1
  const parts = [Date.now(), made].map((number) => number.toString(16).padStart(12, '0'))
  return [...parts, randomUUID()].join('-')
}

function changeOf({ workspace, at, channel, who, did, what }: Row): Change {
  return {
    workspace: String(workspace),
    at: String(at),
    ...(channel !== null && { channel: String(channel) }),
    ...(who !== null && { who: String(who) }),
    did: did as Change['did'],
    what: String(what),
  }
}
