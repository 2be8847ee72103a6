import { existsSync, mkdirSync } from 'node:fs'
import type { Day } from '../../answer/answer.ts'
import { count } from '../../answer/in-words.ts'
import { showsColour } from '../../chat/terminal/shows-colour.ts'
import { Unclear } from '../../growing/asking.ts'
import type { Addition, Change } from '../../growing/folder/addition.ts'
import { alone, commit, FolderInUse } from '../../growing/folder/commit.ts'
import { type OpenFolder, openFolder } from '../../growing/folder/open-folder.ts'
import type { FileInput } from '../../knowledge/file/text.ts'
import { formatProblems, mended } from '../../knowledge/format-problems.ts'
import { type Problem, readKnowledge } from '../../knowledge/read.ts'
import { Refusal, settingsOrRefuse } from '../arguments.ts'
import { knowledgeFolder, today } from './folder.ts'
import { filesIn } from './folder-files.ts'
import { reasonOf } from './folder-paths.ts'
import { keepRight, readingFiles } from './kept-files.ts'

/** Entries to write and sentences on how they came about; none where the folder has it already. */
export type MadeEntries = { additions: readonly Addition[]; said: readonly string[]; isThere?: boolean }

/**
 * Opens the folder, makes the entries, checks the whole on a copy, writes, and shows the new lines. Others can write while
 * somebody is asked or a page is read: where they did, the entries are made once more, of the same answers.
 */
export async function addTo(
  dryRun: boolean,
  make: (folder: OpenFolder) => Promise<MadeEntries>,
): Promise<number> {
  const path = knowledgeFolder(settingsOrRefuse())
  return orRefused(path, async () => {
    // Who only tries it finds nothing made afterwards, neither a folder nor a mark that somebody writes.
    if (!dryRun) mkdirSync(path, { recursive: true })
    const before = existsSync(path) ? filesIn(path) : []
    const first = opened(before, path)
    const made = await make(first)
    if (dryRun) return written(made, first, path, dryRun)
    return alone(path, async () => {
      const files = unchanged(before, filesIn(path))
      const isSame = files.length === before.length && files.every((file, at) => file === before[at])
      const folder = isSame ? first : opened(files, path)
      return written(isSame ? made : await make(folder), folder, path, dryRun)
    })
  })
}

function written(
  { additions, said, isThere }: MadeEntries,
  folder: OpenFolder,
  path: string,
  dryRun: boolean,
): number {
  if (isThere) {
    process.stdout.write('This is in the folder already; nothing was written.\n')
    return 0
  }
  const { changes, after, problems } = folder.planned(additions)
  if (problems.length > 0) throw found(problems)
  if (!dryRun) commit(path, changes)
  if (!dryRun) keepRight({ files: after, folder: path, today: folder.today })
  process.stdout.write(said.map((line) => `${line}\n`).join(''))
  process.stdout.write(`${dryRun ? 'Would write' : 'Wrote'}:\n\n${changes.map(shown).join('\n')}`)
  return 0
}

/** The files as they are now; those with the same bytes are the ones that were read before. */
function unchanged(before: readonly FileInput[], now: readonly FileInput[]): readonly FileInput[] {
  const byPath = new Map(before.map((file) => [file.path, file]))
  return now.map((file) => {
    const old = byPath.get(file.path)
    const isSame = old && 'bytes' in old && 'bytes' in file && Buffer.compare(old.bytes, file.bytes) === 0
    return isSame ? old : file
  })
}

/** Writes what is certain to be meant, all of it at once, and says how many lines that were. */
export async function fixFolder(path: string, day: Day): Promise<string> {
  return alone(path, () => {
    const files = filesIn(path)
    const byFile = Map.groupBy(readKnowledge(files, day).problems, ({ file }) => file)
    const changes = files.flatMap((file) => {
      const problems = byFile.get(file.path) ?? []
      if (!('bytes' in file) || problems.length === 0) return []
      const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
      const { text, count } = mended(raw, problems)
      return count > 0 ? [{ path: file.path, text, count }] : []
    })
    commit(path, changes)
    return `Put right: ${count(
      changes.reduce((sum, { count }) => sum + count, 0),
      'line',
    )}.`
  })
}

/** Works on the folder as its only writer. */
export async function inFolder(work: (folder: OpenFolder, path: string) => Promise<number>): Promise<number> {
  const path = knowledgeFolder(settingsOrRefuse())
  return orRefused(path, () => alone(path, () => work(opened(filesIn(path), path), path)))
}

function opened(files: readonly FileInput[], folder: string): OpenFolder {
  const day = today()
  const read = readingFiles(
    { files, folder, today: day },
    (isRight) => openFolder(files, day, isRight),
    (opened) => 'folder' in opened,
  )
  if ('folder' in read) return read.folder
  throw new Refusal(
    `The folder has mistakes, and nothing is added before they are put right:\n${asText(read.problems)}`,
  )
}

async function orRefused(path: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unclear) throw new Refusal(error.message, error.isMissing ? 2 : 1)
    if (error instanceof FolderInUse) throw new Refusal(error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new Refusal(`${path} is a file, and knowledge is a folder. Name a folder in HANSA_KNOWLEDGE.`)
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOSPC')
      throw new Refusal(`Nothing was written to ${path}: ${reasonOf(error)}.`)
    throw error
  }
}

/** What a check would find of entries that are not written for that. */
export function found(problems: readonly Problem[]): Refusal {
  return new Refusal(`Nothing was written, since the check would find:\n${asText(problems)}`)
}

function asText(problems: readonly Problem[]): string {
  return formatProblems(problems, { color: showsColour(process.stderr), github: false }).trimEnd()
}

function shown({ path, lines }: Change): string {
  return `${path}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`
}
