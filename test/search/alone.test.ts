import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test('the folder of search works alone, with nothing of ours beside it', async (t) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hansa-search-'))
  t.after(() => rmSync(elsewhere, { recursive: true, force: true }))
  cpSync(join(ROOT, 'src/search'), join(elsewhere, 'search'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction')
  writeFileSync(join(elsewhere, 'package.json'), '{ "type": "module" }')
  const { createSearch } = await import(pathToFileURL(join(elsewhere, 'search/create-search.ts')).href)
  const search = createSearch([
    { id: 'leeds', title: 'Leeds', aliases: ['Loidis'] },
    { id: 'hull', title: 'Kingston upon Hull', text: 'A port on the Humber.' },
  ])
  const first = (query: string) => search.search(query, 1)[0]?.id
  assert.deepEqual(['leds', 'loidis', 'humber'].map(first), ['leeds', 'leeds', 'hull'])
})
