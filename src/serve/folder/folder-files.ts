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
import { decidedFiles } from '../../growing/folder/commit.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { KINDS } from '../../knowledge/kinds/all.ts'
import { foldersOf, roleOf } from '../../knowledge/role.ts'
import { DEEPEST, isPassing, MOST_FILES, pathsIn, reasonOf } from './folder-paths.ts'

/** Bytes. Entries this long were not written by a person; the other lists are made by programs. */
const LARGEST = {
  entries: 1_000_000,
  exists: 16_000_000,
  leads: 16_000_000,
  checks: 4_000_000,
  packs: 100_000,
}

/**
 * All files of a knowledge folder, as they are read; a folder that cannot be read is one with a problem. Throws where the system is
 * short of something. `read`: bytes of regular files that were read already.
 */
export function filesIn(
  folder: string,
  read: ReadonlyMap<string, Uint8Array> = new Map(),
): readonly FileInput[] {
  try {
    const root = realpathSync(folder)
    const paths = [...pathsIn(root).take(MOST_FILES + 1)].sort()
    if (paths.length > MOST_FILES)
      return [{ path: '', problem: `this folder holds more than ${MOST_FILES} files` }]
    const decided = decidedFiles(root)
    const all = decided.size === 0 ? paths : [...new Set([...paths, ...decided.keys()])].sort()
    return all
      .filter(isShown)
      .map((path) => decidedAt(decided.get(path), path) ?? fileAt(root, path, read.get(path)))
  } catch (error) {
    if (isPassing(error)) throw error
    const tip = `Name a folder that holds ${foldersOf(KINDS, 'and')}.`
    return [{ path: '', problem: `this folder cannot be read: ${reasonOf(error)}`, tip }]
  }
}

/** Not where those who write to the folder keep what is under way: it comes and goes, and is no part of what is read. */
function isShown(path: string): boolean {
  return !path.split('/').some((part) => part.startsWith('.'))
}

/** A change of several files that is decided is read as done, though not every file is in its place yet. */
function decidedAt(waiting: string | undefined, path: string): FileInput | undefined {
  try {
    return waiting === undefined ? undefined : { path, bytes: readFileSync(waiting) }
  } catch {
    return undefined
  }
}

/** Only regular files are read, and only under the real path of the folder: no link leads out of it. */
function fileAt(root: string, path: string, read: Uint8Array | undefined): FileInput {
  const role = roleOf(path)
  if (role.is === 'other') return { path, bytes: new Uint8Array() }
  if (read && role.is !== 'unknown') return { path, ...sized(read.length, LARGEST[role.is], () => read) }
  try {
    const here = join(root, path)
    const stat = lstatSync(here)
    if (stat.isDirectory()) return { path, ...TOO_DEEP }
    // No folder on the way is a link: those are not followed.
    const real = stat.isSymbolicLink() ? realpathSync(here) : here
    if (!real.startsWith(root + sep)) return { path, ...LEADS_OUT }
    if (real !== here && statSync(real).isDirectory()) return { path, ...TO_A_FOLDER }
    return {
      path,
      ...(role.is === 'unknown' ? { bytes: new Uint8Array() } : contentOf(real, LARGEST[role.is])),
    }
  } catch (error) {
    if (isPassing(error)) throw error
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

type Content = { bytes: Uint8Array } | { problem: string; tip?: string }

/** Opened without waiting: a pipe has nobody at its other end. */
function contentOf(path: string, largest: number): Content {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return { problem: 'this is not a regular file', tip: 'Put the file itself here.' }
    return sized(stat.size, largest, () => readFileSync(file))
  } finally {
    closeSync(file)
  }
}

function sized(size: number, largest: number, bytes: () => Uint8Array): Content {
  if (size <= largest) return { bytes: bytes() }
  const [long, most] = [size, largest].map((number) => `${(number / 1e6).toFixed(1)} MB`)
  return { problem: `this file is ${long} long; ${most} is the most`, tip: 'Split it into several files.' }
}
