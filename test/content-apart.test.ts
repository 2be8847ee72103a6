import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SHIPPED = join(ROOT, 'knowledge')

/** Tests of the code, and the benches, whose numbers are to stay comparable. */
const files = globSync(['test/**/*.{ts,js}', 'bench/**/*.ts'], { cwd: ROOT })
  .filter((file) => !/^test\/(knowledge-content|fixtures|content-apart)|node_modules/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))

test('no test of the code names the folder that comes with Hansa, so an edit of it can turn none red', () => {
  assert.ok(files.length > 100)
  assert.deepEqual(
    files.flatMap(({ file, text }) => shippedIn(file, text)),
    [],
  )
})

test('nor does one start the program without saying which folder it is to read', () => {
  const starting = files.filter(({ file, text }) =>
    /^test\/.*src\/(?:bin\.js|main\.ts)'/s.test(`${file} ${text}`),
  )
  assert.ok(starting.length >= 3)
  assert.deepEqual(
    starting.filter(({ text }) => !text.includes('HANSA_KNOWLEDGE')).map(({ file }) => file),
    [],
  )
})

test('the folder is found, however it is named', () => {
  const named = (text: string) => shippedIn('test/a.test.ts', text).length > 0
  for (const text of [
    "new URL('../knowledge', import.meta.url)",
    "read('../knowledge/claims')",
    'read(`$' + '{ROOT}knowledge/a.yml`)',
    "join(ROOT, 'knowledge')",
    "new URL('knowledge/', ROOT)",
  ])
    assert.ok(named(text), text)
  for (const text of ["'fixtures/knowledge'", "'../src/knowledge/read.ts'", "'./knowledge-content/x.ts'"])
    assert.ok(!named(text), text)
})

/** Where a file names it: by a path from itself, or from a constant that holds the root. */
function shippedIn(file: string, text: string): readonly string[] {
  const relative = [...text.matchAll(/['`](\.{1,2}\/[^'`\n]*)['`]/g)]
    .map(([, path = '']) => resolve(ROOT, dirname(file), path))
    .filter((path) => path === SHIPPED || path.startsWith(`${SHIPPED}/`))
  const fromRoot = text.match(/\bROOT(?:\}\/?|, ['`]\.?\/?)knowledge\b|['`]knowledge[^'`\n]*['`], ROOT\b/g)
  return [...relative, ...(fromRoot ?? [])].map((found) => `${file} names ${found}`)
}
