import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { checksOf } from '../../src/knowledge/checks.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { type Edges, type Options, runVerify } from '../../src/verify/run-verify.ts'
import { smallKnowledge, TODAY } from '../small-knowledge.ts'
import { LIMIT } from '../until.ts'

export const CLAIMS = [
  { id: 'closed', says: 'They closed.', quote: "the town's mills closed one by one", source: 'mills' },
  { id: 'winter', says: 'In winter.', quote: 'in the hard winter', source: 'mills' },
  { id: 'dug', says: 'Dug.', quote: 'dug by hand', source: 'canals' },
  { id: 'coal', says: 'For coal.', quote: 'built for coal', source: 'rails' },
]
export const WORLD = { sources: [{ id: 'mills' }, { id: 'canals' }, { id: 'rails' }], claims: CLAIMS }
export const KNOWLEDGE = smallKnowledge(WORLD)

export function aFolder(t: TestContext, files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-verify-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Runs the command and gives what it printed, whether all was found, and what it wrote. */
export async function run(
  folder: string,
  said: Partial<Options>,
  knowledge: Knowledge = KNOWLEDGE,
  today = TODAY,
) {
  const { printed, allFound } = await print(folder, said, knowledge, { today })
  const { checks, faults } = checksOf('checks.yml', readFileSync(join(folder, 'checks.yml'), 'utf8'))
  assert.deepEqual(faults, [])
  return { printed, allFound, checks }
}

export async function print(
  folder: string,
  said: Partial<Options>,
  knowledge: Knowledge,
  more: Partial<Edges> = {},
) {
  let printed = ''
  const out = { write: (text: string) => (printed += text) }
  const options = { links: false, only: [], allowLoopback: true, ...said }
  const edges = {
    today: TODAY,
    out,
    err: { write: () => undefined },
    sleep: async () => undefined,
    limits: { seconds: LIMIT / 1000 },
    ...more,
  }
  const allFound = await runVerify(knowledge, folder, options, edges)
  return { printed: printed.replaceAll(folder, 'FOLDER'), allFound }
}
