import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { createDesk } from '../src/answers/desk.ts'
import { buildLibrary } from '../src/library/build.ts'
import { checkFolder } from '../src/serve/folder.ts'
import { TODAY } from './small-knowledge.ts'

/** The folder that comes with Hansa, as of a fixed day. */
export function realFolder() {
  const { knowledge, problems } = checkFolder(fileURLToPath(new URL('../knowledge', import.meta.url)), TODAY)
  assert.ok(knowledge, `the knowledge folder has problems: ${JSON.stringify(problems.slice(0, 3))}`)
  const library = buildLibrary(knowledge)
  return { knowledge, library, desk: createDesk(library, () => TODAY) }
}
