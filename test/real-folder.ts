import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { createDesk } from '../src/answers/desk.ts'
import { buildLibrary } from '../src/library/library.ts'
import { checkFolder } from '../src/serve/folder/folder.ts'
import { TODAY } from './small-knowledge.ts'

/**
 * The folder that goldens and tests of the code ask: the knowledge of the first release, which stays as it was. The one
 * that comes with Hansa grows by other hands, and is tested in `knowledge-content/`. Its list of places that exist is a
 * copy, too, though a program made it: which places are on it depends on which the folder holds.
 */
export const REAL_FOLDER = fileURLToPath(new URL('fixtures/knowledge', import.meta.url))

export type OpenedFolder = Awaited<ReturnType<typeof opened>>

const first = await opened(REAL_FOLDER, TODAY)

/** That folder as of a fixed day: read once for each process, and changed by nobody. */
export const realFolder = (): OpenedFolder => first

export async function opened(folder: string, today: string) {
  const { knowledge, problems } = await checkFolder(folder, today)
  assert.ok(knowledge, `the knowledge folder has problems: ${JSON.stringify(problems.slice(0, 3))}`)
  const library = buildLibrary(knowledge)
  return { knowledge, library, desk: createDesk(library, () => today) }
}
