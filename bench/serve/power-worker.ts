import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/open.ts'

/** Sets digests, changes and deletes some, and says so of each once it is acknowledged; see power.ts. */
const [data = '', count = '0'] = process.argv.slice(2)
const store = openStore({ data })
for (let at = 0; at < Number(count); at++) {
  await store.subscribe({
    workspace: `T${at % 3}`,
    channel: `C${at}`,
    weekly: { weekday: 1, time: '09:00', zone: 'Europe/London' },
    about: '',
    by: 'U1',
    since: '2026-11-30T09:00:00Z',
  })
  writeSync(1, `on C${at}\n`)
  // Emptied, and taken out of the file and its log: another way of writing.
  if (at % 50 === 49) await store.deleteWorkspace('T9')
}
process.kill(process.pid, 'SIGKILL')
