import { realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Day, Desk } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import { showsColour } from '../../chat/terminal/shows-colour.ts'
import { overPack, packOf } from '../../knowledge/over-pack.ts'
import { PACKS, type Pack } from '../../knowledge/pack.ts'
import type { Problem, Reading } from '../../knowledge/read.ts'
import type { Knowledge } from '../../knowledge/records.ts'
import { Refusal } from '../arguments.ts'
import type { Settings } from '../settings.ts'
import { ended, startAside } from './aside.ts'
import { type Content, OWN_FOLDER, traceOf } from './folder-paths.ts'
import { keptFolder } from './kept.ts'
import { type Checking, keptReading } from './kept-reading.ts'

export function knowledgeFolder(settings: Pick<Settings, 'knowledge'>): string {
  return settings.knowledge ?? OWN_FOLDER
}

/** Today in the machine's time zone. */
export function today(): Day {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}

/**
 * Reads a knowledge folder from disk, with those that it stands on, and checks all of them as of `today`. A folder that
 * cannot be read is a problem, too; a pack with problems is left out, and the rest is knowledge all the same. `onlyProblems` holds of
 * a folder that stands on none: what is wrong between two is seen in what both give.
 */
export async function checkFolder(folder: string, today: Day, how: Checking = {}): Promise<Reading> {
  const own = await readFolder(folder, today, how)
  if (own.packs.length === 0) return own
  const whole = { ...how, onlyProblems: false }
  return overPacks(folder, how.onlyProblems ? await readFolder(folder, today, whole) : own, today, whole)
}

/** A folder that was read, over those that it stands on. */
export async function overPacks(
  folder: string,
  own: Reading,
  today: Day,
  how: Checking = {},
): Promise<Reading> {
  let reading = own
  const taken = new Map([[realOf(folder), 'this folder itself']])
  for (const pack of own.packs) {
    const path = packFolder(folder, pack)
    const theirs = await readFolder(path, today, how)
    const before = taken.get(realOf(path))
    taken.set(realOf(path), before ?? `that of “${pack.name}” as well`)
    reading = overPack(reading, pack, theirs, before)
    const problems = apart(pack, theirs, reading.knowledge)
    const file = join(nameOf(folder), PACKS)
    reading = { ...reading, problems: [...reading.problems, ...problems.map((one) => ({ ...one, file }))] }
  }
  return reading
}

/** What is wrong between a folder and a pack that is right by itself, and so with neither of their files. */
function apart(pack: Pack, theirs: Reading, both: Knowledge | undefined): readonly Omit<Problem, 'file'>[] {
  const at = { line: 1, column: 1, rule: 'packs' }
  if (!theirs.knowledge || !both) return []
  const trouble = both.packs.at(-1)?.trouble
  if (trouble) return [{ ...at, severity: 'error', says: trouble }]
  const more = {
    says: `“${pack.name}” stands on ${count(theirs.packs.length, 'folder')} more, and packs of a pack are not followed`,
    tip: 'Name here what you want of them.',
  }
  const taken = both.reports
    .filter(({ report, taken }) => taken !== undefined && packOf(report, [pack]))
    .map(({ taken = '', word }) => ({
      says: `"${taken}" asks ${whoseReport(taken, both)}, and that of “${pack.name}” as well would have this command`,
      tip: `There it is asked by: report ${word}.`,
    }))
  return [...(theirs.packs.length > 0 ? [more] : []), ...taken].map((one) => ({
    ...at,
    ...one,
    severity: 'warning',
  }))
}

function whoseReport(command: string, { reports, sources }: Knowledge): string {
  const report = reports.find((one) => one.command === command || one.word === command)
  const whose = sources.get(report?.report ?? '')?.heldIn?.name
  return whose === undefined ? 'a report of this folder' : `the report of “${whose}”`
}

function packFolder(folder: string, pack: { folder: string }): string {
  return resolve(folder, pack.folder)
}

/** Whatever links lead to it. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}

async function readFolder(folder: string, today: Day, how: Checking): Promise<Reading> {
  const read = async (bytes?: Content['bytes']) => {
    // Loaded when there is something to read: what was read before needs neither YAML nor schemas.
    const { filesIn } = await import('./folder-files.ts')
    const { readingFiles } = await import('./kept-files.ts')
    const { readKnowledge } = await import('../../knowledge/read.ts')
    const { KINDS } = await import('../../knowledge/kinds/all.ts')
    const more = how.thorough ? await import('../../knowledge/rules/thorough/all.ts') : undefined
    const reader = { thorough: more?.THOROUGH ?? [], onlyProblems: how.onlyProblems ?? false }
    const files = filesIn(folder, bytes)
    return readingFiles(
      { files, folder, today },
      () => readKnowledge(files, today, KINDS, reader),
      ({ problems }) => problems.every(({ severity }) => severity === 'warning'),
    )
  }
  const aside = how.aside ? () => readAside(folder, today, 'waits') : undefined
  const { problems, ...rest } = await keptReading({ folder, today, ...how }, read, keptFolder(), aside)
  const name = nameOf(folder)
  return { ...rest, problems: problems.map((problem) => ({ ...problem, file: join(name, problem.file) })) }
}

/** As one would type it from here, so that editors and pull requests find the file. */
export function nameOf(folder: string): string {
  const name = relative(process.cwd(), folder)
  return name.startsWith('../..') ? folder : name
}

/**
 * Calls back with the folder read anew each time it has changed and then been still for `every` milliseconds, so that
 * a save of several files is one change; so for `packs`, the folders that it stands on. It looks instead of listening, which also works on network disks and mounts.
 * What fails, `onRead` included, is told once and tried again.
 */
export function watchFolder(
  folder: string,
  today: () => Day,
  onRead: (reading: Reading) => void | Promise<void>,
  { every = 2_000, packs = [], onFailed = () => {} }: Watching = {},
): { close(): void } {
  let under = packs
  const trace = () => [folder, ...under.map((pack) => packFolder(folder, pack))].map(traceOf).join('\n\n')
  let served = trace()
  let last = served
  let reading = false
  let failed = ''
  const timer = setInterval(async () => {
    if (reading) return
    const now = trace()
    const isStill = now === last
    last = now
    if (!isStill || now === served) return
    reading = true
    try {
      await readAside(folder, today(), 'watches')
      const read = await checkFolder(folder, today())
      // Where others are named now, it looks once more than it had to.
      under = read.packs
      await onRead(read)
      served = now
      failed = ''
    } catch (error) {
      if (failed !== String(error)) onFailed(error)
      failed = String(error)
    } finally {
      reading = false
    }
  }, every)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

type Watching = {
  every?: number
  packs?: readonly { folder: string }[]
  onFailed?: (error: unknown) => void
}

/**
 * Has the folder read and kept by a process of its own, so that nobody who asks meanwhile waits for it. Where nothing is kept, or
 * that process ends badly, it is read here: that costs time and nothing else.
 */
async function readAside(folder: string, today: Day, how: 'waits' | 'watches'): Promise<void> {
  const child = startAside('reading-child', [folder, today])
  // Nothing else may keep a process alive that has only begun.
  if (how === 'waits') child?.ref()
  if (child) await ended(child)
}

/** A clean folder, or a refusal that lists what is wrong with it: nothing is served from a broken one. */
export async function openKnowledge(
  settings: Settings,
  how: Pick<Checking, 'asNeeded' | 'aside'> = {},
): Promise<Knowledge> {
  const folder = knowledgeFolder(settings)
  const { knowledge, problems } = await checkFolder(folder, today(), how)
  if (knowledge) return knowledge
  const { formatProblems } = await import('../../knowledge/format-problems.ts')
  throw new Refusal(formatProblems(problems, { color: showsColour(process.stderr), github: false }).trimEnd())
}

export async function openDesk(settings: Settings): Promise<Desk> {
  // Loaded for who asks: most who read a folder only check it.
  const { createDesk } = await import('../../answers/desk.ts')
  const { towns } = await import('../../growing/places/towns.ts')
  const { buildLibrary } = await import('../../library/library.ts')
  return createDesk(buildLibrary(await openKnowledge(settings)), today, { exists: towns })
}
