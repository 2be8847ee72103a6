import { randomBytes } from 'node:crypto'
import { PROPOSED_FIELDS, type Proposal, type ProposalState, type ProposedLink } from '../answer/proposal.ts'
import type { Database, Row } from './engine/database.ts'
import { type Reconnecting, reconnecting } from './engine/reconnecting.ts'
import { sqliteIn } from './engine/sqlite.ts'
import { exportImportIn } from './export-import.ts'
import { journalsIn } from './journals.ts'
import { memoryIn, reportsIn } from './memory.ts'
import { receiptsIn, sharesIn } from './shares.ts'
import type { Proposals, Store } from './store.ts'
import { addressesIn, subscriptionsIn } from './subscriptions.ts'
import { changesIn, workspacesIn } from './workspaces.ts'

export type StoreSettings = {
  /** Folder of the embedded store. */
  data: string
  /** A PostgreSQL database, used instead. */
  databaseUrl?: string
}

/**
 * The store of these settings. It opens when first used, or by `ready()`, and again by itself after any trouble; `told`
 * hears a sentence when trouble begins, and undefined when it is over.
 */
export function openStore(
  settings: StoreSettings,
  told: (trouble: string | undefined) => void = () => {},
): Store {
  const { databaseUrl, data } = settings
  const sqlite = sqliteIn(data)
  let first = true
  const database = reconnecting({
    told,
    clock: () => performance.now(),
    open: () => {
      // Waiting for SQLite's lock blocks the whole process: only at the start, where an older one may be leaving.
      const patience = first ? 1000 : 0
      first = false
      return databaseUrl ? postgres(databaseUrl) : sqlite(patience)
    },
  })
  return {
    ...subscriptionsIn(database),
    ...addressesIn(database),
    ...journalsIn(database),
    ...memoryIn(database),
    ...reportsIn(database),
    ...workspacesIn(database),
    ...changesIn(database),
    ...receiptsIn(database),
    ...sharesIn(database),
    ...proposalsIn(database),
    ...exportImportIn(database),
    trouble: database.trouble,
    ready: () => tryOut(database),
    close: database.close,
  }
}

/** Its driver is loaded where there is one. */
async function postgres(url: string): Promise<Database> {
  const { openPostgres } = await import('./engine/postgres.ts')
  return openPostgres(url)
}

/** Writes as much as was too much in the last trouble, and takes it away again. */
async function tryOut(database: Reconnecting): Promise<void> {
  // Chance, so that nothing makes it smaller on its way to the disk.
  const filling = randomBytes(Math.ceil(database.room() / 2)).toString('hex')
  await database.atomically(async (query) => {
    await query(
      'INSERT INTO seen (id, until) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET until = excluded.until',
      ['room to write', filling],
    )
  })
  await database.atomically(async (query) => {
    await query('DELETE FROM seen WHERE id = $1', ['room to write'])
  })
}

function proposalsIn(database: Database): Proposals {
  return {
    propose: ({ workspace, platform, user = null, named = null }, link, at) =>
      database.atomically(async (query) => {
        // The lock keeps two who propose at once from the same number.
        await query("UPDATE proposal_numbers SET last = last + 1 WHERE id = 'proposals'")
        const [row] = await query("SELECT last FROM proposal_numbers WHERE id = 'proposals'")
        const number = Number(row?.last)
        await query(
          `INSERT INTO proposals (number, workspace, platform, by_user, named, at, link, state, told)
          VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0)`,
          [number, workspace, platform, user, named, at, JSON.stringify(link)],
        )
        return number
      }),
    proposals: (states) =>
      database.atomically(async (query) => {
        const wanted = states.map((_, at) => `$${at + 1}`).join(', ')
        const rows = await query(`SELECT * FROM proposals WHERE state IN (${wanted}) ORDER BY number`, states)
        return rows.map(proposalOf)
      }),
    proposal: (number) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT * FROM proposals WHERE number = $1', [number])
        return row && proposalOf(row)
      }),
    changeProposal: (number, link) =>
      database.atomically(async (query) => {
        const rows = await query(
          `UPDATE proposals SET link = $2 WHERE number = $1 AND state = 'waiting' RETURNING number`,
          [number, JSON.stringify(link)],
        )
        return rows.length === 1
      }),
    decideProposal: (number, from, to, why) =>
      database.atomically(async (query) => {
        const rows = await query(
          `UPDATE proposals SET state = $3, why = $4 WHERE number = $1 AND state = $2 RETURNING *`,
          [number, from, to, why ?? null],
        )
        return rows.length === 1
      }),
    proposerTold: (number) =>
      // Who they are is of no use any more.
      database.atomically(async (query) => {
        await query('UPDATE proposals SET told = 1, by_user = NULL WHERE number = $1', [number])
      }, 'leaves no trace'),
  }
}

function proposalOf(row: Row): Proposal {
  const { by_user: user, named, why } = row
  return {
    number: Number(row.number),
    workspace: String(row.workspace),
    platform: String(row.platform),
    ...(user !== null && { user: String(user) }),
    ...(named !== null && { named: String(named) }),
    at: String(row.at),
    link: linkOf(JSON.parse(String(row.link))),
    state: row.state as ProposalState,
    ...(why !== null && { why: String(why) }),
    told: Number(row.told) === 1,
  }
}

function linkOf(kept: Readonly<Record<string, unknown>>): ProposedLink {
  const given = PROPOSED_FIELDS.flatMap((field) =>
    typeof kept[field] === 'string' ? [[field, kept[field]] as const] : [],
  )
  return { place: '', partner: '', ...Object.fromEntries(given) }
}
