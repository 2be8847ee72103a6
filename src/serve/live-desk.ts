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

/**
 * A desk that follows its folder: a clean edit is served at once, a bad one keeps what was served before. It follows the
 * calendar as well: from the day on which a council passes to another, its links are that one's.
 */
export type LiveDesk = {
  desk: Desk
  /** What an answer of this desk was made from. */
  knowledge(answer: Answer): Knowledge
  library(): Library
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
  const serveAnew = async (knowledge: Knowledge, mine: number) => {
    // It may have been read on the day before.
    const next = await preparedInTurns(library(onDay(knowledge, today()), today), turn)
    // What was read later comes first.
    if (mine !== last) return
    now = served(next)
    log.info({}, 'serving the edited knowledge')
    tellLeftOut(knowledge, log)
  }
  const failed = (err: unknown) => log.error({ err }, 'the folder could not be read anew')
  const show = async ({ knowledge, problems }: Reading) => {
    last += 1
    const mine = last
    clearTimeout(held)
    if (!knowledge) {
      const shown = formatProblems(problems, { color: false, github: false })
      log.warn({ problems: problems.length }, `kept the last good knowledge: ${shown}`)
      return
    }
    const lost = shrunk(now.knowledge, knowledge)
    if (!lost) return serveAnew(knowledge, mine)
    log.warn(
      {},
      `${lost} That may be a file cut short: it is served in ${stand} seconds, if it stays so. Put the file right, or restart Hansa to serve it at once.`,
    )
    held = setTimeout(() => serveAnew(knowledge, mine).catch(failed), stand * 1000)
    held.unref()
  }
  const again = (files?: Reading) => overlay?.read(files).then(show).catch(failed)
  const onRead = (reading: Reading) => void (overlay ? again(reading) : show(reading).catch(failed))
  const watch = watchFolder(folder, today, onRead, { packs: first.packs })
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
/** The part of all statements, and of those on the links of one place, that is much. */
const MUCH = { ofAll: 0.1, ofPlace: 0.5, fromLinks: 4 }

/** In a sentence, whether an edit took away more than people do at once: a file that is cut at an entry's end is still a good one. */
function shrunk(before: Knowledge, after: Knowledge): string | undefined {
  const [had, has] = [before.statements.size, after.statements.size]
  if (has < had * (1 - MUCH.ofAll)) return `The folder fell from ${had} statements to ${has} in one edit.`
  const left = linksByPlace(after)
  for (const [place, of] of linksByPlace(before)) {
    const stay = left.get(place) ?? 0
    if (of >= MUCH.fromLinks && stay < of * (1 - MUCH.ofPlace))
      return `${before.places.get(place)?.name} fell from ${of} statements on its links to ${stay} in one edit.`
  }
  return undefined
}

function linksByPlace({ assertions }: Knowledge): ReadonlyMap<string, number> {
  const many = new Map<string, number>()
  for (const { place } of assertions) many.set(place, (many.get(place) ?? 0) + 1)
  return many
}

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
