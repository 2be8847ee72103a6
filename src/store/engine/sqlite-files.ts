import { existsSync, renameSync, statSync } from 'node:fs'
import { StoreTrouble } from '../store.ts'

/** The two files of a store that is open: the database, and the log of what was written last. */
export type Files = {
  /**
   * Throws StoreTrouble unless the files that SQLite has open are those that have the names, and no shorter than they
   * were. SQLite itself goes on writing to a file that was deleted, without an error: what it keeps there is lost.
   */
  check(): void
  /**
   * The same once something is on disk. Before the next, the database was written when it was written last, or somebody else
   * wrote into it: with as many bytes, neither its name nor its size tells.
   */
  checkWritten(): void
  /** After SQLite itself made the files shorter: from now on they are no shorter than they are. */
  measureAnew(): void
  /** Why these files are not to be opened once more: one was cut short, and with it went what had been acknowledged. */
  cut(): StoreTrouble | undefined
  /** Whether the file of this name now is the database that was open. */
  isStill(file: string): boolean
  /** Whether the log of this name now is the one that was open. */
  hasLog(file: string): boolean
}

function logOf(file: string): string {
  return `${file}-wal`
}

/**
 * To be called before SQLite opens `file`, and `check` once it has. Looks at names only: to open the file once more and
 * close it would take SQLite's lock off it.
 */
export function filesOf(file: string): Files {
  const database = watched(file, PUT_BACK)
  let log: Watched | undefined
  let written = look(file)?.mtimeNs
  const checkBoth = () => {
    database.check()
    log ??= watched(logOf(file), 'Hansa opens the store once more by itself.')
    log.check()
  }
  return {
    check() {
      checkBoth()
      if (look(file)?.mtimeNs !== written)
        throw trouble(
          `${file} was written to by another program while Hansa had it open. Hansa opens it once more by itself.`,
        )
    },
    checkWritten() {
      checkBoth()
      written = look(file)?.mtimeNs
    },
    measureAnew() {
      database.measureAnew()
      log?.measureAnew()
      written = look(file)?.mtimeNs
    },
    cut: () => database.cut() ?? log?.cut(),
    isStill: database.is,
    hasLog: (other) => log?.is(logOf(other)) ?? false,
  }
}

type Watched = {
  check(): void
  measureAnew(): void
  cut(): StoreTrouble | undefined
  is(file: string): boolean
}

/** `mending`: what helps when the file is gone. */
function watched(file: string, mending: string): Watched {
  const opened = look(file)
  // Neither file gets shorter while it is open, but when it is cleaned, and then it is measured anew: else the log is
  // written from its start again.
  let longest = opened?.size ?? 0n
  let cut: StoreTrouble | undefined
  const is = (now: Look | undefined) => now?.dev === opened?.dev && now?.ino === opened?.ino
  return {
    is: (other) => is(look(other)),
    cut: () => cut,
    measureAnew() {
      longest = look(file)?.size ?? 0n
    },
    check() {
      const now = look(file)
      if (!now) throw gone(file, mending)
      if (!is(now))
        throw trouble(`${file} was replaced while Hansa had it open. Hansa opens the new one by itself.`)
      if (now.size < longest) {
        cut = trouble(
          `${file} was cut short while Hansa had it open. Stop Hansa, and put a copy that works in its place.`,
        )
        throw cut
      }
      longest = now.size
    },
  }
}

type Look = { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint }

function look(file: string): Look | undefined {
  try {
    return statSync(file, { bigint: true })
  } catch {
    return undefined
  }
}

/**
 * Throws StoreTrouble when what lies in the folder is not to be opened, nor to be taken for a new store. A store appears
 * whole or not at all (see `makeStore`), so an empty file was one once, and a log without its database has lost it.
 * `had`: what this process had open here before; where that is gone, nothing new is begun without a person.
 */
export function refuseRemains(file: string, had: Files | undefined): void {
  const database = look(file)
  const log = look(logOf(file))
  if (database?.size === 0n)
    throw trouble(
      `${file} is empty, which a store never is. Put a copy that works in its place, or delete it to begin anew.`,
    )
  if (!database && had) throw gone(file, PUT_BACK)
  if (!database && log && log.size > 0n)
    throw trouble(
      `${file} is missing, but ${logOf(file)} is there, with what was written last. Put the file back, or delete that one too ` +
        'to begin anew.',
    )
}

/** SQLite would write the log of the file before into the one that took its place. It is kept, under another name. */
export function setAsideLog(file: string, had: Files | undefined): void {
  if (!had || had.isStill(file) || !had.hasLog(file) || !existsSync(file)) return
  renameSync(logOf(file), `${logOf(file)}-of-replaced`)
}

const PUT_BACK = 'Put it back, or start Hansa again to begin anew.'

function gone(file: string, mending: string): StoreTrouble {
  return trouble(`${file} is gone: it was deleted or moved while Hansa had it open. ${mending}`)
}

function trouble(sentence: string): StoreTrouble {
  return new StoreTrouble(sentence, { lost: true })
}
