import type { Receipt } from '../answer/receipt.ts'
import type { Database, Query, Row } from './engine/database.ts'
import { runOf } from './journals.ts'
import type { Receipts } from './store.ts'

/** Shared answers have rows of their own; what a digest said stands in its run. */
export function receiptsIn(database: Database): Receipts {
  return {
    keepReceipt: (workspace, { id, day, folder, shown }) =>
      database.atomically(async (query) => {
        await query(
          `INSERT INTO receipts (workspace, id, day, folder, shown) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (workspace, id) DO NOTHING`,
          [workspace, id, day, folder, JSON.stringify(shown)],
        )
      }),
    receipt: (id) =>
      database.atomically(async (query) => {
        const [row] = await query('SELECT id, day, folder, shown FROM receipts WHERE id = $1', [id])
        return row ? ofAnswer(row) : ofDigest(id, query)
      }),
  }
}

function ofAnswer({ id, day, folder, shown }: Row): Receipt {
  return { id: String(id), day: String(day), folder: String(folder), shown: JSON.parse(String(shown)) }
}

/** Asked for once in a while, by hand: looking through all runs is good enough. */
async function ofDigest(id: string, query: Query): Promise<Receipt | undefined> {
  const [row] = await query('SELECT * FROM runs WHERE content LIKE $1', [`%"receipt":"${id}"%`])
  if (!row) return undefined
  const { content, due, state } = runOf(row)
  if (content?.receipt !== id) return undefined
  const { answer: shown, rest, edition: folder } = content
  return { id, day: due.slice(0, 10), folder, shown, ...(rest && { rest }), became: state }
}
