import type { Answer, Day, Desk } from '../answer/answer.ts'
import type { Log } from '../answer/log.ts'
import { createDesk } from '../answers/desk.ts'
import { formatProblems } from '../knowledge/format-problems.ts'
import type { Reading } from '../knowledge/read.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { buildLibrary, type Library } from '../library/library.ts'
import { prepared } from '../search/lazily.ts'
import { watchFolder } from './folder/folder.ts'

/** A desk that follows its folder: a clean edit is served at once, a bad one keeps what was served before. */
export type LiveDesk = {
  desk: Desk
  /** What an answer of this desk was made from. */
  knowledge(answer: Answer): Knowledge
  library(): Library
  close(): void
}

/** What is served beside the files: `read` gives both together, and `watch` calls back when there is something else. */
export type Overlay = { read(): Promise<Reading>; watch(changed: () => void): { close(): void } }

export function liveDesk(
  folder: string,
  first: Knowledge,
  today: () => Day,
  log: Log,
  overlay?: Overlay,
): LiveDesk {
  let now = served(first, today)
  tellLeftOut(first, log)
  const madeFrom = new WeakMap<Answer, Knowledge>()
  const show = ({ knowledge, problems }: Reading) => {
    if (knowledge) {
      now = served(knowledge, today)
      log.info({}, 'serving the edited knowledge')
      tellLeftOut(knowledge, log)
    } else {
      const shown = formatProblems(problems, { color: false, github: false })
      log.warn({ problems: problems.length }, `kept the last good knowledge: ${shown}`)
    }
  }
  const again = () =>
    overlay?.read().then(show, (err) => log.error({ err }, 'the folder could not be read anew'))
  const onRead = (reading: Reading) => void (overlay ? again() : show(reading))
  const watch = watchFolder(folder, today, onRead, { packs: first.packs })
  const changes = overlay?.watch(() => void again())
  return {
    desk: {
      answer(question) {
        const answer = now.desk.answer(question)
        madeFrom.set(answer, now.knowledge)
        return answer
      },
      commands: () => now.desk.commands(),
      suggest: (typed, k) => now.desk.suggest(typed, k),
    },
    knowledge: (answer) => madeFrom.get(answer) ?? now.knowledge,
    library: () => now.library,
    close() {
      watch.close()
      changes?.close()
    },
  }
}

/** Whoever runs it hears of a pack that is not served; whoever asks, where they ask what is held. */
function tellLeftOut({ packs }: Knowledge, log: Log): void {
  for (const { trouble } of packs) if (trouble) log.warn({}, trouble)
}

/** Whatever the first misspelled name or the first word needs is built now, and not while somebody waits for an answer. */
function served(knowledge: Knowledge, today: () => Day) {
  const ready = prepared(() => {
    const library = buildLibrary(knowledge)
    return { knowledge, library, desk: createDesk(library, today) }
  })
  // And code that has run is faster than code that has not.
  for (const question of ['twins Leedz Parva', 'ask universitys']) ready.desk.answer(question)
  return ready
}
