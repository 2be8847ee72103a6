import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { count } from '../answer/in-words.ts'
import { oneFile } from '../serve/arguments.ts'
import { Refusal } from '../serve/refusal.ts'
import { withOwnStore } from '../serve/with-store.ts'
import { ImportProblem, textToLines } from '../store/export-import.ts'

/** Puts an export into an empty store, from a file or from standard input: all of it or nothing. */
export async function run(args: readonly string[]): Promise<number> {
  const file = oneFile('import', args)
  const lines = file === undefined ? text(process.stdin) : readFile(file, 'utf8').catch(cannotRead(file))
  try {
    const { rows, dropped } = await withOwnStore(async (store) => store.import(textToLines(await lines)))
    const left =
      dropped > 0
        ? ` Left out ${count(dropped, 'row')} of questions in people’s words, which are not kept any more.`
        : ''
    process.stdout.write(`Took in ${count(rows, 'row')}.${left}\n`)
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
