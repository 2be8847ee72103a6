import { spawnSync } from 'node:child_process'
import { byThemselves } from '../test/together/tests.ts'

/**
 * All tests in one run of Node's own runner: `node scripts/test.ts`; with `code`, those of the code alone, which ask
 * another folder than the one that comes with Hansa.
 */
const TOGETHER = ['test/together/rooms.ts', 'test/together/chats.ts']

const alone = byThemselves
  .filter((file) => process.argv[2] !== 'code' || !file.startsWith('knowledge-content/'))
  .map((file) => `test/${file}`)

const options = [
  '--import',
  './test/compile-cache.js',
  '--test',
  '--test-concurrency=2',
  '--test-reporter=spec',
]
const { status } = spawnSync(process.execPath, [...options, ...TOGETHER, ...alone], { stdio: 'inherit' })
process.exitCode = status ?? 1
