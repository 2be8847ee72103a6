import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../answer/change.ts'
import type { Moment } from '../digest/schedule/moment.ts'
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

/** A workspace said that it leaves, at `left`. */
type Goodbye = { workspace: string; left: Moment }

/**
 * Goodbyes that are not followed yet, a file each beside the store: the store may be away in the very moment, and the
 * process may end before it is back.
 */
export function goodbyesIn(data: string) {
  const folder = join(data, 'goodbyes')
  const fileOf = (workspace: string) => join(folder, `${encodeURIComponent(workspace)}.json`)
  return {
    /** Throws where it cannot be written down. */
    note(goodbye: Goodbye): void {
      const file = fileOf(goodbye.workspace)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(goodbye), { mode: 0o600, flush: true })
      renameSync(`${file}.${process.pid}`, file)
    },
    /** All that were noted and not followed yet, by whichever process. */
    noted(): readonly Goodbye[] {
      const files = namesIn(folder).filter((name) => name.endsWith('.json'))
      return files.flatMap((name) => goodbyeIn(join(folder, name)) ?? [])
    },
    followed(goodbye: Goodbye): void {
      const file = fileOf(goodbye.workspace)
      // Meanwhile it may have come back, and left again.
      if (goodbyeIn(file)?.left === goodbye.left) rmSync(file, { force: true })
    },
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Undefined where another process has followed it meanwhile, or the file is none of ours. */
function goodbyeIn(file: string): Goodbye | undefined {
  try {
    const { workspace, left } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof workspace === 'string' && typeof left === 'string' ? { workspace, left } : undefined
  } catch {
    return undefined
  }
}
