import type { Proposal } from '../answer/proposal.ts'
import type { Reading } from '../knowledge/read.ts'
import { ended, startAside } from './folder/aside.ts'
import { readingFrom } from './folder/kept-reading.ts'
import { readWithApproved, whyNot } from './proposals.ts'

/** What a process of its own is asked: whether a proposal goes into the folder beside what is approved, or what all of that reads as. */
export type AskedAside = { folder: string; approved: readonly Proposal[]; proposal?: Proposal }

/** `readWithApproved` without holding up whoever asks: a folder takes a second of one’s time, or several. */
export async function readWithApprovedAside(
  folder: string,
  approved: readonly Proposal[],
  told: (sentence: string) => void,
): Promise<Reading> {
  const [sentences, ...lines] = (await answered({ folder, approved })) ?? []
  const reading = lines.length > 0 ? await readingFrom(lines) : undefined
  if (!sentences || !reading) return readWithApproved(folder, approved, told)
  for (const sentence of JSON.parse(sentences) as readonly string[]) told(sentence)
  return reading
}

/** `whyNot` in the same way. */
export async function whyNotAside(
  proposal: Proposal,
  others: readonly Proposal[],
  folder: string,
): Promise<string | undefined> {
  const [said] = (await answered({ folder, approved: others, proposal })) ?? []
  return said ? (JSON.parse(said) as { why?: string }).why : whyNot(proposal, others, folder)
}

/** Its lines, or nothing where it could not be started or did not come to an end. */
async function answered(asked: AskedAside): Promise<readonly string[] | undefined> {
  const child = startAside('approved-child')
  if (!child) return undefined
  const lines: string[] = []
  child.on('message', (line: string) => lines.push(line))
  child.send(asked)
  return (await ended(child)) ? lines : undefined
}
