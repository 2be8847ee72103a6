import { setImmediate as turn } from 'node:timers/promises'
import type { Answer, Day, Desk } from '../answer/answer.ts'
import type { Log } from '../answer/log.ts'
import { createDesk } from '../answers/desk.ts'
import { towns } from '../growing/places/towns.ts'
import { onDay } from '../knowledge/dates.ts'
import { formatProblems } from '../knowledge/format-problems.ts'
import type { Reading } from '../knowledge/read.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { buildLibrary, type Library } from '../library/library.ts'
import { prepared, preparedInTurns } from '../search/lazily.ts'
import { watchFolder } from './folder/folder.ts'
import { lostSince, shrinking } from './folder/shrinking.ts'

/**
 * A desk that follows its folder: a clean edit is served at once, a bad one keeps what was served before. It follows the
 * calendar as well: from the day on which a council passes to another, its links are that one's.
 */
export type LiveDesk = {
  desk: Desk
  /** What an answer of this desk was made from. */
  knowledge(answer: Answer): Knowledge
  library(): Library
  /** Why the folder as it is on disk is not what is served, in a sentence. */
  waits(): string | undefined
  close(): void
}

/** What is served beside the files: `read` gives both together, of the files as they were just read where it is given that, and `watch` calls back when there is something else. */
export type Overlay = {
  read(files?: Reading): Promise<Reading>
  watch(changed: () => void): { close(): void }
}

export function liveDesk(
  folder: string,
  first: Knowledge,
  today: () => Day,
  log: Log,
  overlay?: Overlay,
  stand = STAND,
): LiveDesk {
  let now = served(prepared(library(onDay(first, today()), today)))
  tellLeftOut(first, log)
  const madeFrom = new WeakMap<Answer, Knowledge>()
  let day = today()
  /** The day comes with the question. On nearly every one nothing passes, and nothing is made anew. */
  const onToday = () => {
    if (today() === day) return now
    day = today()
    const passed = onDay(now.knowledge, day)
    if (passed !== now.knowledge) now = served(prepared(library(passed, today)))
    return now
  }
  let last = 0
  let held: NodeJS.Timeout | undefined
  let waits: string | undefined
  const shrunk = shrinking(first, stand * 1000, () => performance.now())
  const lost = lostSince(folder, first)
  if (lost) log.warn({}, `${lost} It held that much when it was last served here.`)
  const serveAnew = async (knowledge: Knowledge, mine: number) => {
    // It may have been read on the day before.
    const next = await preparedInTurns(library(onDay(knowledge, today()), today), turn)
    // What was read later comes first.
    if (mine !== last) return
    now = served(next)
    waits = undefined
    shrunk.serves(knowledge)
    lostSince(folder, knowledge)
    log.info({}, 'serving the edited knowledge')
    tellLeftOut(knowledge, log)
  }
  const failed = (err: unknown) => {
    waits = 'The folder could not be read anew: it is tried again.'
    log.error({ err }, 'the folder could not be read anew')
  }
  const show = async ({ knowledge, problems }: Reading) => {
    last += 1
    const mine = last
    clearTimeout(held)
    if (!knowledge) {
      waits = 'The folder has errors: what was read before them is served.'
      const shown = formatProblems(problems, { color: false, github: false })
      log.warn({ problems: problems.length }, `kept the last good knowledge: ${shown}`)
      return
    }
    const verdict = shrunk.judge(knowledge)
    if (!verdict) return serveAnew(knowledge, mine)
    const seconds = Math.max(0, Math.ceil(verdict.in / 1000))
    waits = `${verdict.lost} That may be a file cut short: it is served once it stood for ${stand} seconds.`
    if (verdict.isNew)
      log.warn(
        {},
        `${verdict.lost} That may be a file cut short: it is served in ${seconds} seconds, if it stays so. Put the file right, or restart Hansa to serve it at once.`,
      )
    held = setTimeout(() => serveAnew(knowledge, mine).catch(failed), verdict.in)
    held.unref()
  }
  const again = () => overlay?.read().then(show).catch(failed)
  // What fails is tried again.
  const onRead = async (reading: Reading) => show(overlay ? await overlay.read(reading) : reading)
  const watch = watchFolder(folder, today, onRead, { packs: first.packs, onFailed: failed })
  const changes = overlay?.watch(() => void again())
  return {
    desk: {
      answer(question) {
        const { desk, knowledge } = onToday()
        const answer = desk.answer(question)
        madeFrom.set(answer, knowledge)
        return answer
      },
      commands: () => onToday().desk.commands(),
      suggest: (typed, k) => onToday().desk.suggest(typed, k),
    },
    knowledge: (answer) => madeFrom.get(answer) ?? onToday().knowledge,
    library: () => onToday().library,
    waits: () => waits,
    close() {
      last += 1
      clearTimeout(held)
      watch.close()
      changes?.close()
    },
  }
}

/** Whoever runs it hears of a pack that is not served; whoever asks, where they ask what is held. */
function tellLeftOut({ packs }: Knowledge, log: Log): void {
  for (const { trouble } of packs) if (trouble) log.warn({}, trouble)
}

/** Seconds for which a folder that lost much has to stand before it is served. */
const STAND = 60
/** Whatever the first misspelled name or the first word needs is built when it is prepared, and not while somebody waits for an answer. */
function library(knowledge: Knowledge, today: () => Day) {
  return () => {
    const library = buildLibrary(knowledge)
    return { knowledge, library, desk: createDesk(library, today, { exists: towns }) }
  }
}

/** Code that has run is faster than code that has not. */
function served<T extends { desk: Desk }>(ready: T): T {
  for (const question of ['twins Leedz Parva', 'ask universitys']) ready.desk.answer(question)
  return ready
}
