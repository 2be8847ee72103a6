import { writeFile } from 'node:fs/promises'
import { count } from '../answer/in-words.ts'
import { oneFile } from '../serve/arguments.ts'
import { Refusal } from '../serve/refusal.ts'
import { withStore } from '../serve/with-store.ts'
import { linesToText } from '../store/export-import.ts'

/** Writes all that the store holds, as JSON lines, to a file or to standard output. */
export async function run(args: readonly string[]): Promise<number> {
  const file = oneFile('export', args)
  const lines = await withStore((store) => store.export())
  if (file === undefined) {
    process.stdout.write(linesToText(lines))
    return 0
  }
  // It holds people's ids: for the eyes of whoever made it.
  await writeFile(file, linesToText(lines), { mode: 0o600 }).catch((error: Error) => {
    throw new Refusal(`${file} cannot be written (${error.message}).`)
  })
  process.stdout.write(`Wrote ${count(lines.length, 'row')} to ${file}.\n`)
  return 0
}
