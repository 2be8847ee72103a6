import { spawnSync } from 'node:child_process'
import { byThemselves } from '../test/together/tests.ts'

/**
 * All tests in one run of Node's own runner: `node scripts/test.ts`; with `code`, those of the code alone, which ask
 * another folder than the one that comes with Hansa.
 */
const isCodeAlone = process.argv[2] === 'code'
const together = ['pages', 'growing', 'chats', 'rooms', 'words', 'files', ...(isCodeAlone ? [] : ['content'])]
const alone = byThemselves.filter((file) => !isCodeAlone || !file.startsWith('knowledge-content/'))

const options = [
  '--import',
  './test/compile-cache.js',
  '--test',
  '--test-concurrency=3',
  '--test-reporter=spec',
]
const files = [
  ...together.map((group) => `test/together/${group}.ts`),
  ...alone.map((file) => `test/${file}`),
]
const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit' })
process.exitCode = status ?? 1
