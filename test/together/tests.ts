import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const TEST = fileURLToPath(new URL('..', import.meta.url))

/** Every file of tests, by its path in test/. */
const all = globSync('**/*.test.ts', { cwd: TEST }).sort()

/**
 * Tests that start no process, open no port and set nothing for the whole process share one: of what they read and
 * compile, most is the same. Two such processes keep two cores busy; those of the shipped folder share its reading. What stands here in no group runs by itself.
 */
const GROUPS: Readonly<Record<'rooms' | 'chats' | 'content', RegExp>> = {
  rooms:
    /^(answers|digest|formats|knowledge|library|map|places|question|search)\/|^(complete|rights|stamp|golden)\./,
  chats: /^chat\/(core|slack|teams|terminal|mcp)\/|^chat\/[^/]+$|^delivery\//,
  content: /^knowledge-content\//,
}

/** They start processes or open ports, or are long, and so run by themselves all the same. */
const ALONE = [
  'chat/mcp/transports.test.ts',
  'chat/slack/setup.test.ts',
  'delivery/lost-storage.test.ts',
  'knowledge-content/an-edit.test.ts',
  'delivery/new-storage.test.ts',
  'knowledge/wrong-folder.test.ts',
  'search/alone.test.ts',
]

export const byThemselves = all.filter((file) => groupOf(file) === undefined)

export function together(group: keyof typeof GROUPS): readonly string[] {
  return all.filter((file) => groupOf(file) === group)
}

function groupOf(file: string): string | undefined {
  if (ALONE.includes(file)) return undefined
  return Object.entries(GROUPS).find(([, has]) => has.test(file))?.[0]
}
