/** What is killed: approves a proposal and writes it, or takes in a file; says when it begins and when it is done. */
import { importFile } from '../../src/serve/folder/import.ts'
import { proposalDesk, writeApproved } from '../../src/serve/proposals.ts'
import { openStore } from '../../src/store/open.ts'

const [what = '', folder = '', given = ''] = process.argv.slice(2)
process.env.HANSA_KNOWLEDGE = folder

if (what === 'approve') {
  const store = openStore({ data: given })
  await store.ready()
  process.send?.('begins')
  const desk = proposalDesk(folder, store, () => {
    throw new Error('nothing is proposed here')
  })
  await desk.decide(1, 'approved', { workspace: 'T1' })
  await writeApproved(folder, store, { fetch: false })
  await store.close()
} else {
  process.send?.('begins')
  await importFile(given, { dryRun: false, skipFaulty: false, defaults: {} })
}
process.send?.('done')
process.disconnect?.()
