import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Day } from './answer.ts'
import type { FileInput } from './knowledge/file/file-input.ts'
import { type Reading, readKnowledge } from './knowledge/read.ts'
import { roleOf } from './knowledge/role.ts'

/** Reads a knowledge folder from disk and checks it as of `today`. A folder that cannot be read is a problem, too. */
export function checkFolder(folder: string, today: Day): Reading {
  const { problems, ...rest } = readKnowledge(filesIn(folder), today)
  const name = nameOf(folder)
  return { ...rest, problems: problems.map((problem) => ({ ...problem, file: join(name, problem.file) })) }
}

/** As one would type it from here, so that editors and pull requests find the file. */
function nameOf(folder: string): string {
  const name = relative(process.cwd(), folder)
  return name.startsWith('..') ? folder : name
}

/**
 * Calls back with the folder read anew each time it has changed and then been still for `every` milliseconds, so that
 * a save of several files is one change. It looks instead of listening, which also works on network disks and mounts.
 */
export function watchFolder(
  folder: string,
  today: () => Day,
  onRead: (reading: Reading) => void,
  { every = 2_000 }: { every?: number } = {},
): { close(): void } {
  let served = traceOf(folder)
  let last = served
  const timer = setInterval(() => {
    const now = traceOf(folder)
    const isStill = now === last
    last = now
    if (!isStill || now === served) return
    served = now
    onRead(checkFolder(folder, today()))
  }, every)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

/** Bytes. Entries this long were not written by a person; the other lists are made by programs. */
const LARGEST = { entries: 1_000_000, exists: 16_000_000, checks: 4_000_000 }
const MOST_FILES = 5_000
const DEEPEST = 8

/** Changes whenever a file comes, goes or is written. */
function traceOf(folder: string): string {
  try {
    const root = realpathSync(folder)
    const traces = [...pathsIn(root, '').take(MOST_FILES)].map((path) => {
      const stat = statSync(join(root, path), { throwIfNoEntry: false })
      return `${path} ${stat?.size} ${stat?.mtimeMs} ${stat?.ino}`
    })
    return traces.join('\n')
  } catch (error) {
    return reasonOf(error)
  }
}

function filesIn(folder: string): readonly FileInput[] {
  try {
    const root = realpathSync(folder)
    const paths = [...pathsIn(root, '').take(MOST_FILES + 1)].sort()
    if (paths.length > MOST_FILES)
      return [{ path: '', problem: `this folder holds more than ${MOST_FILES} files` }]
    return paths.map((path) => fileAt(root, path))
  } catch (error) {
    const tip = 'Name a folder that holds sources/, claims/, twinnings/, reports/ and places/.'
    return [{ path: '', problem: `this folder cannot be read: ${reasonOf(error)}`, tip }]
  }
}

/** Names that begin with a dot are none of ours. Links to folders are not followed. */
function* pathsIn(root: string, folder: string): Generator<string> {
  if (folder.split('/').length > DEEPEST) return yield folder
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* pathsIn(root, path)
    else yield path
  }
}

/** Only regular files are read, and only under the real path of the folder: no link leads out of it. */
function fileAt(root: string, path: string): FileInput {
  const role = roleOf(path)
  if (role.is === 'other' || role.is === 'unknown') return { path, bytes: new Uint8Array() }
  try {
    const real = realpathSync(join(root, path))
    if (!real.startsWith(root + sep)) {
      return {
        path,
        problem: 'this is a link that leads out of the folder',
        tip: 'Put the file itself here.',
      }
    }
    return { path, ...contentOf(real, LARGEST[role.is]) }
  } catch (error) {
    return { path, problem: `this file cannot be read: ${reasonOf(error)}` }
  }
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

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}
