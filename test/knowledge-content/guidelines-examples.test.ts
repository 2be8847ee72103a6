import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'

const GUIDELINES = readFileSync(new URL('../../knowledge/GUIDELINES.md', import.meta.url), 'utf8')
const TODAY = '2026-11-30'

/** Examples that begin at the margin and name the list of their kind are whole files. */
const WHOLE = [...GUIDELINES.matchAll(/^```yaml\n(\S[^`]*)```/gm)].flatMap(([, text = ''], index) => {
  const kind = KINDS.find(({ schema }) =>
    Object.keys(schema.shape).some(
      (key) =>
        !['looked', 'areas', 'informal', 'asking', 'source', 'checked', 'added', 'place'].includes(key) &&
        new RegExp(`^${key}:`, 'm').test(text),
    ),
  )
  return kind ? [{ path: `${kind.folder}/${index}.yml`, text, kind }] : []
})

test('there is a whole example of each kind', () => {
  assert.deepEqual(new Set(WHOLE.map(({ kind }) => kind.folder)), new Set(KINDS.map(({ folder }) => folder)))
})

test('the examples, pasted into an empty folder, are a folder without mistakes', () => {
  const files = WHOLE.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
  const errors = readKnowledge(files, TODAY).problems.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
})

test('no example and no command has dots where something is to be written', () => {
  const pasted = [...GUIDELINES.matchAll(/^```yaml\n([^`]*)```|`(npx hansa [^`]+)`/gm)]
  assert.deepEqual(
    pasted.map(([, example, command]) => example ?? command ?? '').filter((text) => text.includes('…')),
    [],
  )
})
