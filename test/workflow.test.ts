import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

test('every action that a workflow uses is pinned by commit, and says its version beside it', () => {
  const used = globSync('.github/workflows/*.yml', { cwd: ROOT })
    .flatMap((file) => readFileSync(`${ROOT}/${file}`, 'utf8').split('\n'))
    .filter((line) => /\buses:/.test(line))
  assert.notEqual(used.length, 0)
  assert.deepEqual(
    used.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    [],
  )
})

test('the lockfile names packages and their checksums, and not where they were fetched', () => {
  assert.doesNotMatch(readFileSync(`${ROOT}/package-lock.json`, 'utf8'), /"resolved":/)
})
