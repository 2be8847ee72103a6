import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Moment } from '../digest/schedule/moment.ts'

/** A workspace said that it leaves, at `left`. */
type Goodbye = { workspace: string; left: Moment }

/**
 * Goodbyes that are not followed yet, a file each beside the store: the store may be away in the very moment, and the
 * process may end before it is back.
 */
export function goodbyesIn(data: string) {
  const folder = join(data, 'goodbyes')
  const fileOf = (workspace: string) => join(folder, `${encodeURIComponent(workspace)}.json`)
  return {
    /** Throws where it cannot be written down. */
    note(goodbye: Goodbye): void {
      const file = fileOf(goodbye.workspace)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(goodbye), { mode: 0o600, flush: true })
      renameSync(`${file}.${process.pid}`, file)
    },
    /** All that were noted and not followed yet, by whichever process. */
    noted(): readonly Goodbye[] {
      const files = namesIn(folder).filter((name) => name.endsWith('.json'))
      return files.flatMap((name) => goodbyeIn(join(folder, name)) ?? [])
    },
    followed(goodbye: Goodbye): void {
      const file = fileOf(goodbye.workspace)
      // Meanwhile it may have come back, and left again.
      if (goodbyeIn(file)?.left === goodbye.left) rmSync(file, { force: true })
    },
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Undefined where another process has followed it meanwhile, or the file is none of ours. */
function goodbyeIn(file: string): Goodbye | undefined {
  try {
    const { workspace, left } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof workspace === 'string' && typeof left === 'string' ? { workspace, left } : undefined
  } catch {
    return undefined
  }
}
