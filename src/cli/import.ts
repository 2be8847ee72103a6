import { parseArguments, Usage } from '../serve/arguments.ts'
import { importFile } from '../serve/folder/import.ts'

export const help = `npx hansa import links.csv   links from a table; documents from CSL JSON, RIS or BibTeX

  --dry-run       says what would be written, and writes nothing
  --skip-faulty   takes in the other rows where some cannot be
  --status, --source, --kind, --on, --by   for all rows that say nothing of it themselves`

const TEXT = { type: 'string' } as const

/** Takes links from a table, or documents from what Zotero and others export, into the folder. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments('import', args, {
    status: TEXT,
    source: TEXT,
    kind: TEXT,
    on: TEXT,
    by: TEXT,
    'dry-run': { type: 'boolean', default: false },
    'skip-faulty': { type: 'boolean', default: false },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new Usage(
      'import: name one file: links as CSV, documents as CSL JSON, RIS or BibTeX. What a store holds is moved by "npx hansa store import".',
    )
  const { 'dry-run': dryRun, 'skip-faulty': skipFaulty, ...defaults } = values
  return importFile(file, { dryRun, skipFaulty, defaults })
}
