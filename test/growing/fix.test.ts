import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { allOf, emptyFolder, hansa } from './folders.ts'

const FILES: Record<string, string> = {
  'sources/a.yml':
    'references:\n  # one\n  - {id: A, type: webpage, title: A page, accessed: 2026-11-20}\n  - id: B\n    type: webpage\n    title: Another\n    author: Leeds City Council # a body\n',
  'places/a.yml':
    'places:\n  - {id: E08000035, name: Leeds, country: GB, lat: 53.8, lon: -1.5}\n  - {id: 2935517, name: Dortmund, country: DE, lat: 51.5, lon: 7.5}\n',
  'twinnings/leeds.yml':
    'place: Leeds\r\nchecked: {on: 24 November 2026, by: Ana}\r\nadded: "29 November 2026"   # as told\r\ntwinnings:\r\n  - twin: Dortmund, DE\r\n    kind: twin\r\n    since: June 1969\r\n    status: Active\r\n    on: spring 2021\r\n    source: A\r\n  - {twin: "Dortmund, DE", kind: twin, status: actve, source: B}\r\n',
}

test('check offers the line as it should be, and --fix writes what is certain and nothing else', async (t) => {
  const folder = emptyFolder(t)
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { stdout } = await hansa(folder, ['check'])
  for (const offered of [
    '→ Write "author: [{literal: Leeds City Council}]".',
    '→ Write "on: 2026-11-24".',
    '→ Write "added: 2026-11-29".',
    '→ Write "since: 1969-06".',
    '→ Write "status: active".',
    '→ Did you mean "active"?',
    '5 lines can be put right by "npx hansa check --fix".',
  ])
    assert.ok(stdout.includes(offered), `${offered}\n${stdout}`)
  const fixed = await hansa(folder, ['check', '--fix'])
  assert.match(fixed.stdout, /^Put right: 5 lines\.\n/)
  const changed = (path: string, pairs: readonly (readonly [string, string])[]) =>
    pairs.reduce((text, [from, to]) => text.replace(from, to), FILES[path] ?? '')
  assert.deepEqual(Object.fromEntries(allOf(folder)), {
    'places/a.yml': FILES['places/a.yml'],
    'sources/a.yml': changed('sources/a.yml', [
      ['author: Leeds City Council', 'author: [{literal: Leeds City Council}]'],
    ]),
    'twinnings/leeds.yml': changed('twinnings/leeds.yml', [
      ['24 November 2026', '2026-11-24'],
      ['"29 November 2026"', '2026-11-29'],
      ['June 1969', '1969-06'],
      ['Active', 'active'],
    ]),
  })
  assert.match(
    (await hansa(folder, ['check', '--fix'])).stdout,
    /^Put right: 0 lines\.\n.*on: write the date like 1969/s,
  )
})
