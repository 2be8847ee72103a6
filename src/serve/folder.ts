import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Day } from '../answer/answer.ts'
import { decidedFiles } from '../growing/folder/commit.ts'
import type { FileInput } from '../knowledge/file/text.ts'
import { KINDS } from '../knowledge/kinds/all.ts'
import { type Reader, type Reading, readKnowledge } from '../knowledge/read.ts'
import { foldersOf } from '../knowledge/role.ts'
import { DEEPEST, fileAt, reasonOf } from './folder-file.ts'
import type { Settings } from './settings.ts'

/** The folder that comes with Hansa. */
const OWN_FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url))

export function knowledgeFolder(settings: Pick<Settings, 'knowledge'>): string {
  return settings.knowledge ?? OWN_FOLDER
}

/** Today in the machine's time zone. */
export function today(): Day {
  return new Date().toLocaleDateString('sv-SE')
}

/** Reads a knowledge folder from disk and checks it as of `today`. A folder that cannot be read is a problem, too. */
export function checkFolder(folder: string, today: Day, reader: Reader = {}): Reading {
  const { problems, ...rest } = readKnowledge(filesIn(folder), today, KINDS, reader)
  const name = nameOf(folder)
  return { ...rest, problems: problems.map((problem) => ({ ...problem, file: join(name, problem.file) })) }
}

/** As one would type it from here, so that editors and pull requests find the file. */
function nameOf(folder: string): string {
  const name = relative(process.cwd(), folder)
  return name.startsWith('../..') ? folder : name
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

const MOST_FILES = 5_000

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

export function filesIn(folder: string): readonly FileInput[] {
  try {
    const root = realpathSync(folder)
    const paths = [...pathsIn(root, '').take(MOST_FILES + 1)].sort()
    if (paths.length > MOST_FILES)
      return [{ path: '', problem: `this folder holds more than ${MOST_FILES} files` }]
    const decided = decidedFiles(root)
    const all = decided.size === 0 ? paths : [...new Set([...paths, ...decided.keys()])].sort()
    return all.map((path) => decidedAt(decided.get(path), path) ?? fileAt(root, path))
  } catch (error) {
    const tip = `Name a folder that holds ${foldersOf(KINDS, 'and')}.`
    return [{ path: '', problem: `this folder cannot be read: ${reasonOf(error)}`, tip }]
  }
}

/** A change of several files that is decided is read as done, though not every file is in its place yet. */
function decidedAt(waiting: string | undefined, path: string): FileInput | undefined {
  try {
    return waiting === undefined ? undefined : { path, bytes: readFileSync(waiting) }
  } catch {
    return undefined
  }
}

/** Names that begin with a dot are none of ours. Links to folders are not followed. */
function* pathsIn(root: string, folder: string): Generator<string> {
  if (folder.split('/').length > DEEPEST) return yield folder
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.startsWith('..')) continue
    if (entry.isDirectory()) yield* pathsIn(root, path)
    else yield path
  }
}
