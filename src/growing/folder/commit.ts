import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * Several files of a folder change at once or not at all, whenever the process dies. They are written whole into a
 * hidden folder beside them; then one rename makes the list of them `decided`; then each is renamed to its place. Who
 * reads the folder in between reads what is decided, and who writes next finishes it.
 */
const HIDDEN = '.hansa-change'
const DECIDED = 'decided.json'
const OWNER = 'owner.json'

/** The folder is somebody else’s just now. */
export class FolderInUse extends Error {}

/** Files that are decided and not yet in their place: path in the folder → where the new text is. */
export function decidedFiles(folder: string): ReadonlyMap<string, string> {
  try {
    const paths = JSON.parse(readFileSync(join(folder, HIDDEN, DECIDED), 'utf8')) as string[]
    const waiting = paths.map((path, index) => [path, join(folder, HIDDEN, String(index))] as const)
    return new Map(waiting.filter(([, from]) => existsSync(from)))
  } catch {
    return new Map()
  }
}

/** Works as the only writer of the folder; what a writer that died had decided is finished first. */
export async function alone<T>(folder: string, work: () => T | Promise<T>, wait = 10_000): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const until = Date.now() + wait
  while (!taken(folder)) {
    if (Date.now() > until)
      throw new FolderInUse(`Another process is writing to ${folder}. Wait until it is done, and try again.`)
    await setTimeout(50)
  }
  try {
    return await work()
  } finally {
    finish(folder)
  }
}

/** All of these files, or none. Only inside `alone`. */
export function commit(folder: string, changes: readonly { path: string; text: string }[]): void {
  if (changes.length === 0) return
  const hidden = join(folder, HIDDEN)
  for (const [index, { text }] of changes.entries()) written(join(hidden, String(index)), text)
  const list = join(hidden, `${DECIDED}~`)
  written(list, JSON.stringify(changes.map(({ path }) => path)))
  renameSync(list, join(hidden, DECIDED))
  synced(hidden)
  inPlace(folder)
}

function inPlace(folder: string): void {
  for (const [path, from] of decidedFiles(folder)) {
    const to = join(folder, path)
    mkdirSync(dirname(to), { recursive: true })
    // Another process may be finishing the same.
    if (existsSync(from)) renameSync(from, to)
  }
}

/** Puts in place what is decided, and leaves nothing behind. */
function finish(folder: string): void {
  inPlace(folder)
  rmSync(join(folder, HIDDEN), { recursive: true, force: true })
}

function taken(folder: string): boolean {
  const hidden = join(folder, HIDDEN)
  try {
    mkdirSync(hidden)
    writeFileSync(join(hidden, OWNER), JSON.stringify({ pid: process.pid, host: hostname() }))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (isLeft(hidden)) finish(folder)
    return false
  }
}

/** Whether its owner died: on this machine that can be seen, of another it is assumed after a while. */
function isLeft(hidden: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(join(hidden, OWNER), 'utf8')) as {
      pid: number
      host: string
    }
    if (host === hostname()) return !isRunning(pid)
  } catch {
    // Not written yet, or never to be.
  }
  const age = Date.now() - (statSync(hidden, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  return age > LEFT
}

/** Milliseconds after which nobody is still writing. */
const LEFT = 5_000

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function written(path: string, text: string): void {
  const file = openSync(path, 'w')
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Not every system lets a folder be opened. */
function synced(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  } catch {}
}
