import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import type { FileInput } from '../knowledge/file/text.ts'
import { roleOf } from '../knowledge/role.ts'

/** Bytes. Entries this long were not written by a person; the other lists are made by programs. */
const LARGEST = { entries: 1_000_000, exists: 16_000_000, leads: 16_000_000, checks: 4_000_000 }

/** Folders within folders. */
export const DEEPEST = 8

/** Only regular files are read, and only under the real path of the folder: no link leads out of it. */
export function fileAt(root: string, path: string): FileInput {
  const role = roleOf(path)
  if (role.is === 'other') return { path, bytes: new Uint8Array() }
  try {
    const here = join(root, path)
    if (lstatSync(here).isDirectory()) return { path, ...TOO_DEEP }
    const real = realpathSync(here)
    if (!real.startsWith(root + sep)) return { path, ...LEADS_OUT }
    if (statSync(real).isDirectory()) return { path, ...TO_A_FOLDER }
    return {
      path,
      ...(role.is === 'unknown' ? { bytes: new Uint8Array() } : contentOf(real, LARGEST[role.is])),
    }
  } catch (error) {
    return { path, problem: `this file cannot be read: ${reasonOf(error)}` }
  }
}

const TOO_DEEP = {
  problem: 'these folders are nested too deep',
  tip: `Move what is in them up: ${DEEPEST} levels are the most.`,
}
const LEADS_OUT = {
  problem: 'this is a link that leads out of the folder',
  tip: 'Put what it leads to here.',
}
const TO_A_FOLDER = {
  problem: 'this is a link to a folder, and those are not followed',
  tip: 'Put the folder itself here.',
}

/** Opened without waiting: a pipe has nobody at its other end. */
function contentOf(path: string, largest: number): { bytes: Uint8Array } | { problem: string; tip?: string } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return { problem: 'this is not a regular file', tip: 'Put the file itself here.' }
    if (stat.size <= largest) return { bytes: readFileSync(file) }
    const [size, most] = [stat.size, largest].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`)
    return { problem: `this file is ${size} long; ${most} is the most`, tip: 'Split it into several files.' }
  } finally {
    closeSync(file)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it',
  ELOOP: 'its links lead round in a circle',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not a folder',
}

/** Why the system did not give it, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}
