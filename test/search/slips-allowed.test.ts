import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { slipsAllowedIn } from '../../src/search/words/edits.ts'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

test('the gate lets through no slip in four letters, one in five to eight, two from nine on', () => {
  const allowed = [4, 5, 8, 9, 40].map((length) => slipsAllowedIn({ length }))
  assert.deepEqual(allowed, [0, 1, 1, 2, 2])
})

test('whatever the reason, a longer word is allowed no fewer slips', () => {
  for (const reason of ['answer', 'alone', 'commands', 'texts'] as const) {
    for (let length = 0; length < 60; length++) {
      assert.ok(slipsAllowedIn({ length }, reason) <= slipsAllowedIn({ length: length + 1 }, reason))
    }
  }
})

test('no other file has a scale of slips by length of its own', () => {
  const own = globSync('**/*.ts', { cwd: SRC }).filter((file) =>
    /(?:length|letters) < \d+ \? \d+ : /.test(readFileSync(`${SRC}/${file}`, 'utf8')),
  )
  assert.deepEqual(own, [])
})
