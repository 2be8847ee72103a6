import { PROPOSED_FIELDS, type Proposal, type ProposalState, type ProposedLink } from '../answer/proposal.ts'
import type { Database, Row } from './engine/database.ts'
import type { Proposals } from './store.ts'

export function proposalsIn(database: Database): Proposals {
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
