import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { folder } from './engines.ts'

/** 800 kB that one can fill; undefined where this user may not mount. */
export function smallDisk(t: TestContext): string | undefined {
  let mounted: string | undefined
  // Before the folder's own: what is registered first is done first.
  t.after(() => mounted && execFileSync('umount', ['-l', mounted]))
  const disk = join(folder(t), 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=800k', 'tmpfs', disk], { stdio: 'ignore' })
    mounted = disk
  } catch {}
  return mounted
}

/** Leaves room for a write of about so many bytes only. */
export function fillUp(file: string, room = 12_288): void {
  try {
    for (;;) appendFileSync(file, 'x'.repeat(4096))
  } catch {
    truncateSync(file, statSync(file).size - room)
  }
}
