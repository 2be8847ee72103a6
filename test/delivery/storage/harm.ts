import assert from 'node:assert/strict'
import { copyFileSync, cpSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Subscription } from '../../../src/digest/schedule/subscription.ts'
import { openStore } from '../../../src/store/open.ts'
import type { OnDisk } from './on-disk.ts'

/** What people in chat are told of any of it: where the file lies is for whoever runs Hansa. */
export const TOLD = 'Hansa’s store is in trouble; whoever runs Hansa finds in its log what is wrong.'

/** What happens to `hansa.db` while Hansa has it open, and the sentence that says so. */
export const HARM: Readonly<Record<string, { does: (data: string) => unknown; says: RegExp }>> = {
  'the folder is deleted': {
    does: (data) => rmSync(data, { recursive: true }),
    says: /^\S+hansa\.db is gone: it was deleted or moved while Hansa had it open\. Put it back, or start Hansa again to begin anew\.$/,
  },
  'the folder is moved': {
    does: (data) => renameSync(data, `${data}-moved`),
    says: /^\S+hansa\.db is gone: it was deleted or moved/,
  },
  'the file is deleted': {
    does: (data) => rmSync(`${data}/hansa.db`),
    says: /^\S+hansa\.db is gone: it was deleted or moved/,
  },
  'the file is replaced by another store': {
    does: (data) => renameSync(anotherStore(data), `${data}/hansa.db`),
    says: /^\S+hansa\.db was replaced while Hansa had it open\. Hansa opens the new one by itself\.$/,
  },
  'the file is replaced by something else': {
    does(data) {
      writeFileSync(`${data}/list`, 'no database, but a shopping list '.repeat(500))
      renameSync(`${data}/list`, `${data}/hansa.db`)
    },
    says: /^\S+hansa\.db (was replaced while Hansa had it open|is damaged)/,
  },
  'the file is emptied': {
    does: (data) => truncateSync(`${data}/hansa.db`, 0),
    says: /^\S+hansa\.db was cut short while Hansa had it open\. Stop Hansa, and put a copy that works in its place\.$/,
  },
  'the file is deleted and an empty one made': {
    does(data) {
      writeFileSync(`${data}/empty`, '')
      renameSync(`${data}/empty`, `${data}/hansa.db`)
    },
    says: /^\S+hansa\.db was replaced while/,
  },
  'the file is cut': {
    does: (data) => truncateSync(`${data}/hansa.db`, 5000),
    says: /^\S+hansa\.db was cut short while/,
  },
  'the log is deleted': {
    does: (data) => rmSync(`${data}/hansa.db-wal`),
    says: /^\S+hansa\.db-wal is gone: it was deleted or moved while Hansa had it open\. Hansa opens the store once more by itself\.$/,
  },
  'the log is emptied': {
    does: (data) => truncateSync(`${data}/hansa.db-wal`, 0),
    says: /^\S+hansa\.db-wal was cut short while/,
  },
}

/** The closed file of a store of another time: one subscription, of the channel CX. */
export function anotherStore(data: string): string {
  const file = `${data}/other.db`
  copyFileSync(`${data}/hansa.db`, file)
  const sqlite = new DatabaseSync(file)
  sqlite.exec('DELETE FROM subscriptions')
  sqlite.exec(
    `INSERT INTO subscriptions (workspace, channel, weekday, at_time, zone, about, by_user, since)
    VALUES ('T1', 'CX', 1, '09:00', 'Europe/London', '', 'U9', '2026-11-01T00:00:00Z')`,
  )
  sqlite.exec('PRAGMA journal_mode = DELETE')
  sqlite.close()
  return file
}

/** Whatever was acknowledged is found by whoever opens a copy of the folder, as after a crash at this moment. */
export async function assertKept({ data }: OnDisk, heading: string, what?: string): Promise<void> {
  if (heading === 'What Hansa keeps cannot be reached at the moment') return
  const copy = `${data}-copy-${Math.random()}`
  cpSync(data, copy, { recursive: true, filter: (name) => !name.endsWith('.sock') })
  const store = openStore({ data: copy })
  const found: Subscription | undefined = (await store.subscriptions()).find(
    ({ channel }) => channel === 'C1',
  )
  await store.close()
  rmSync(copy, { recursive: true })
  const day = { 5: 'Fridays', 2: 'Tuesdays' }[Number(found?.weekly.weekday)]
  if (heading.startsWith('The weekly digest comes on')) assert.ok(day && heading.includes(day), what)
  else {
    assert.match(heading, /There (is|was) no weekly digest here/)
    assert.equal(found, undefined, what)
  }
}
