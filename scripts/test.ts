import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { byThemselves } from '../test/together/tests.ts'

/**
 * All tests in one run of Node's own runner: `node scripts/test.ts`; with `code`, those of the code alone, which ask
 * another folder than the one that comes with Hansa; with `coverage`, all, and whether they reach as much of src/ as they did.
 */
const isCodeAlone = process.argv[2] === 'code'
const isCoverage = process.argv[2] === 'coverage'
const together = ['pages', 'growing', 'chats', 'rooms', 'words', 'files', ...(isCodeAlone ? [] : ['content'])]
const alone = byThemselves.filter((file) => !isCodeAlone || !file.startsWith('knowledge-content/'))

/** What the tests reached when this floor was set, in percent, rounded down. */
const COVERAGE = [
  '--experimental-test-coverage',
  '--test-coverage-include=src/**/*.ts',
  '--test-coverage-lines=98',
  '--test-coverage-branches=93',
  '--test-coverage-functions=97',
]
const options = [
  '--import',
  './test/compile-cache.js',
  '--test',
  '--test-concurrency=3',
  '--test-reporter=spec',
  ...(isCoverage ? COVERAGE : []),
]
const files = [
  ...together.map((group) => `test/together/${group}.ts`),
  ...alone.map((file) => `test/${file}`),
]
module.enableCompileCache()
const inMemory = memoryFolder()
const env = {
  ...process.env,
  // What was compiled, and the browser, stay from one run to the next, where all else that is written does not.
  HANSA_TESTS_KEPT: tmpdir(),
  NODE_COMPILE_CACHE: module.getCompileCacheDir(),
  ...(inMemory && { TMPDIR: inMemory }),
  // V8 counts nothing in code that was kept compiled.
  ...(isCoverage && { NODE_DISABLE_COMPILE_CACHE: '1' }),
}
try {
  const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit', env })
  process.exitCode = status ?? 1
} finally {
  if (inMemory) rmSync(inMemory, { recursive: true, force: true })
}

/** Each store that a test makes is written to the disk for good, and thrown away: a folder in memory, where there is room. */
function memoryFolder(): string | undefined {
  const memory = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > 4e9 ? mkdtempSync(`${memory}/hansa-tests-`) : undefined
  } catch {
    return undefined
  }
}
