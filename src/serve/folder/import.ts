import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { count } from '../../answer/in-words.ts'
import { commit } from '../../growing/folder/commit.ts'
import { formatOf, type Imported, importText, summary } from '../../growing/import/import-file.ts'
import { textOfTable, whyNoTable } from '../../growing/import/table.ts'
import { towns } from '../../growing/places/towns.ts'
import type { TypedTwinning } from '../../growing/records/twinning.ts'
import { lazily } from '../../search/lazily.ts'
import { progressBar } from '../../verify/lines.ts'
import { Refusal } from '../arguments.ts'
import { reasonOf } from './folder-paths.ts'
import { found, inFolder } from './grow.ts'

export type ImportOptions = {
  dryRun: boolean
  skipFaulty: boolean
  defaults: Partial<TypedTwinning>
}

/** Takes in a file of links or of documents: all of it, or nothing. */
export async function importFile(
  file: string,
  { dryRun, skipFaulty, defaults }: ImportOptions,
): Promise<number> {
  const text = textOfTable(contentOf(file))
  const wrong = whyNoTable(text)
  if (wrong) throw new Refusal(wrong)
  const format = formatOf(text)
  if (format === 'store')
    throw new Refusal(`${file} is an export of a store. "npx hansa store import ${file}" puts it back.`)
  if (format === 'unknown json')
    throw new Refusal(
      `${file} is JSON, and not a list of documents in CSL. Export from Zotero as CSL JSON, RIS or BibTeX.`,
    )
  return inFolder(async (folder, path) => {
    const name = `${
      basename(file, extname(file))
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'imported'
    }`
    const bar = lazily(() => progressBar(process.stderr, lineCount))
    let lineCount = 0
    const imported = await importText(text, format, {
      folder,
      towns,
      defaults,
      name,
      skipFaulty,
      onRow(_, of) {
        lineCount = of
        bar().step('')
      },
    })
    bar().end()
    for (const [why, alike] of Map.groupBy(imported.faulty, ({ why }) => why)) {
      const [first, ...more] = alike.map(({ row }) => row)
      const where = format === 'table' ? `${file}:${first}` : `${file}, document ${first}`
      process.stdout.write(`${where}  ${why}${more.length > 0 ? ` (The same in ${more.join(', ')}.)` : ''}\n`)
    }
    for (const line of imported.said) process.stdout.write(`${line}\n`)
    return wrote(imported, path, { dryRun, skipFaulty })
  })
}

/** That are named, of all that a table was written into: nobody reads four hundred. */
const MOST_FILES = 20

function wrote(
  imported: Imported,
  path: string,
  { dryRun, skipFaulty }: Omit<ImportOptions, 'defaults'>,
): number {
  const { changes, problems, faulty, rows } = imported
  if (problems.length > 0) throw found(problems)
  if (faulty.length > 0 && !skipFaulty) {
    process.stdout.write(
      `Nothing was written: ${faulty.length} of ${rows} rows ${faulty.length === 1 ? 'is' : 'are'} faulty. Put them right, or take in the others with --skip-faulty.\n`,
    )
    return 1
  }
  if (!dryRun) commit(path, changes)
  const files = changes.slice(0, MOST_FILES).map(({ path, lines }) => `  ${path}  ${lines.length} lines\n`)
  const more = changes.length - files.length
  const others = more > 0 ? `  and ${count(more, 'file')} more\n` : ''
  process.stdout.write(`${summary(imported, dryRun)}\n${files.join('')}${others}`)
  return 0
}

/** Bytes. A table of 10,000 links has two million. */
const LARGEST = 50_000_000

function contentOf(file: string): Uint8Array {
  try {
    const stat = statSync(file)
    const isEndless = stat.isCharacterDevice()
    if (isEndless || stat.size > LARGEST)
      throw new Refusal(
        `${file} ${isEndless ? 'is no file' : 'has more than 50 MB'}, and nothing of it was read. Save what is to be taken in as a file of its own.`,
      )
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${file} cannot be read (${reasonOf(error)}).`)
  }
}
