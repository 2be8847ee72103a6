import { globSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const TEST = fileURLToPath(new URL('..', import.meta.url))

/** Every file of tests, by its path in test/. */
const all = globSync('**/*.test.ts', { cwd: TEST }).sort()

export type Group = 'rooms' | 'words' | 'files' | 'chats' | 'content' | 'growing' | 'pages'

/**
 * Tests that set nothing for the whole process share one: of what they read and compile, most is the same. What stands here
 * in no group runs by itself.
 */
const GROUPS: Readonly<Record<Group, RegExp>> = {
  rooms:
    /^(answers|digest|formats|knowledge|library|map|places|question|search)\/|^(complete|rights|stamp|golden)\./,
  chats: /^chat\/(core|slack|teams|terminal|mcp)\/|^chat\/[^/]+$|^delivery\//,
  words: /^(reading|reference|scripts)\/|^(architecture|content-apart|workflow|wrong-towns)\./,
  files: /^(store|verify|serve)\//,
  growing: /^(growing|cli)\//,
  pages: /^chat\/web\//,
  content: /^knowledge-content\//,
}

/** They set something for the whole process, or look at what one loads, and so run by themselves all the same. */
const ALONE = [
  'chat/mcp/transports.test.ts',
  'chat/slack/install/setup.test.ts',
  'cli/receipts.test.ts',
  'delivery/storage/full-disk.test.ts',
  'delivery/storage/lost.test.ts',
  'delivery/storage/new.test.ts',
  'knowledge-content/an-edit.test.ts',
  'knowledge/wrong-folder.test.ts',
  'reference/jump-in-browser.test.ts',
  'search/alone.test.ts',
  'serve/edges.test.ts',
  'serve/map-process.test.ts',
]

export const byThemselves = all.filter((file) => groupOf(file) === undefined)

/** Loads the files of a group; none of their tests begins before all that stands in its file is there. */
export async function loaded(group: Group): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  test(`the tests of ${group} are loaded`, () => promise)
  try {
    for (const file of all.filter((file) => groupOf(file) === group)) await import(`../${file}`)
  } finally {
    resolve()
  }
}

function groupOf(file: string): string | undefined {
  if (ALONE.includes(file)) return undefined
  return Object.entries(GROUPS).find(([, has]) => has.test(file))?.[0]
}
