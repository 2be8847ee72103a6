import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Day } from '../../answer/answer.ts'
import type { Reader, Reading } from '../../knowledge/read.ts'
import type { Settings } from '../settings.ts'
import { traceOf } from './folder-paths.ts'
import { keptReading } from './kept-reading.ts'

/** The folder that comes with Hansa. */
const OWN_FOLDER = fileURLToPath(new URL('../../../knowledge', import.meta.url))

export function knowledgeFolder(settings: Pick<Settings, 'knowledge'>): string {
  return settings.knowledge ?? OWN_FOLDER
}

/** Today in the machine's time zone. */
export function today(): Day {
  return new Date().toLocaleDateString('sv-SE')
}

/** Reads a knowledge folder from disk and checks it as of `today`. A folder that cannot be read is a problem, too. */
export async function checkFolder(folder: string, today: Day, reader: Reader = {}): Promise<Reading> {
  const { problems, ...rest } = await keptReading({ folder, today, ...reader }, async () => {
    // Loaded when there is something to read: what was read before needs neither YAML nor schemas.
    const { filesIn } = await import('./folder-files.ts')
    const { readKnowledge } = await import('../../knowledge/read.ts')
    const { KINDS } = await import('../../knowledge/kinds/all.ts')
    return readKnowledge(filesIn(folder), today, KINDS, reader)
  })
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
  let reading = false
  const timer = setInterval(async () => {
    if (reading) return
    const now = traceOf(folder)
    const isStill = now === last
    last = now
    if (!isStill || now === served) return
    served = now
    reading = true
    onRead(await checkFolder(folder, today()))
    reading = false
  }, every)
  timer.unref()
  return { close: () => clearInterval(timer) }
}
