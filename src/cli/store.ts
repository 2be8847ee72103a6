import { readFile, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { count } from '../answer/in-words.ts'
import { oneFile, Refusal, Usage } from '../serve/arguments.ts'
import { withOwnStore, withStore } from '../serve/with-store.ts'
import { ImportProblem, linesToText, textToLines } from '../store/export-import.ts'

export const help = `npx hansa store export FILE   writes what the store holds, as JSON lines; without a file to standard output
npx hansa store import FILE   puts that into an empty store, all or nothing`

/** Moves what must survive a restart: `store export` writes it as JSON lines, `store import` puts it into an empty store. */
export async function run([move, ...args]: readonly string[]): Promise<number> {
  if (move === 'export') return exported(oneFile('store export', args))
  if (move === 'import') return imported(oneFile('store import', args))
  throw new Usage('store: say "store export [file]" or "store import [file]".')
}

async function exported(file: string | undefined): Promise<number> {
  const lines = await withStore((store) => store.export())
  if (file === undefined) {
    process.stdout.write(linesToText(lines))
    return 0
  }
  // It holds people's ids: for the eyes of whoever made it.
  await writeFile(file, linesToText(lines), { mode: 0o600 }).catch((error: Error) => {
    throw new Refusal(`${file} cannot be written (${error.message}).`)
  })
  process.stdout.write(
    lines.length === 0
      ? `The store holds nothing yet: ${file} was written, without a row.\n`
      : `Wrote ${count(lines.length, 'row')} to ${file}.\n`,
  )
  return 0
}

/** All of it or nothing. */
async function imported(file: string | undefined): Promise<number> {
  const lines = file === undefined ? text(process.stdin) : readFile(file, 'utf8').catch(cannotRead(file))
  try {
    const { rows, dropped } = await withOwnStore(async (store) => store.import(textToLines(await lines)))
    const left =
      dropped > 0
        ? ` Left out ${count(dropped, 'row')} of questions in people’s words, which are not kept any more.`
        : ''
    process.stdout.write(
      rows + dropped === 0
        ? 'Nothing was taken in: there is no row in it, as in the export of a store that holds nothing.\n'
        : `Took in ${count(rows, 'row')}.${left}\n`,
    )
    return 0
  } catch (error) {
    throw error instanceof ImportProblem ? new Refusal(error.message) : error
  }
}

function cannotRead(file: string): (error: Error) => never {
  return (error) => {
    throw new Refusal(`${file} cannot be read (${error.message}).`)
  }
}
