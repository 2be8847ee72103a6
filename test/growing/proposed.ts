import { cpSync } from 'node:fs'
import type { TestContext } from 'node:test'
import type { Proposal, ProposedLink } from '../../src/answer/proposal.ts'
import { openStore } from '../../src/store/open.ts'
import { emptyFolder, FIXTURE } from './folders.ts'

export const TODAY = '2026-11-30'
export const AT = '2026-11-30T09:00:00Z'
export const BY = { workspace: 'T1', platform: 'slack', user: 'U1' }
export const LINK: ProposedLink = {
  place: 'Leeds',
  partner: 'Rouen',
  status: 'active',
  since: '1951',
  source: 'https://example.org/rouen',
}

export function folderWithKnowledge(t: TestContext): string {
  const folder = emptyFolder(t)
  cpSync(FIXTURE, folder, { recursive: true })
  return folder
}

export function aStore(t: TestContext) {
  const data = emptyFolder(t)
  const store = openStore({ data })
  t.after(() => store.close())
  return { data, store }
}

export function proposal(some: Partial<Proposal>): Proposal {
  return { ...BY, number: 1, at: AT, link: LINK, state: 'approved', told: false, ...some }
}
