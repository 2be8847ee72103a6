import { once } from 'node:events'
import { setPriority } from 'node:os'
import { promisify } from 'node:util'
import { readWithApproved, whyNot } from '../proposals.ts'
import type { AskedAside } from '../proposals-aside.ts'
import { linesOf } from './kept-reading.ts'

// Reads a folder with what is approved for it, or tries a proposal on it, for the process that started this one.

// Whoever asks comes first.
setPriority(5)
const [asked] = (await once(process, 'message')) as [AskedAside]
for (const line of await answer(asked)) await promisify(process.send?.bind(process) as Send)(line)
process.disconnect()

type Send = (line: string, sent: (error: Error | null) => void) => void

async function answer({ folder, approved, proposal }: AskedAside): Promise<readonly string[]> {
  if (proposal) return [JSON.stringify({ why: await whyNot(proposal, approved, folder) })]
  const told: string[] = []
  const reading = await readWithApproved(folder, approved, (sentence) => told.push(sentence))
  return [JSON.stringify(told), ...linesOf(reading)]
}
