import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { createDesk } from '../../../src/answers/desk.ts'
import { print } from '../../../src/chat/terminal/print.ts'
import { buildLibrary } from '../../../src/library/library.ts'
import { checkFolder } from '../../../src/serve/folder/folder.ts'
import { CLEAN, TODAY } from '../folder-of.ts'

export const PACK = (pack: string, folder = `../${pack}`) =>
  `  - {pack: ${pack}, folder: ${folder}, name: The ${pack} councils, licence: CC BY 4.0, attribution: "${pack}, 2026"}\n`

export const twinning = (words: string) =>
  CLEAN['twinnings/leeds.yml'].replace('kind: twin', `kind: twin, ${words}`)

export const SHARED = {
  ...CLEAN,
  'twinnings/leeds.yml': twinning('since: 1969, quote: since 1969, at: none'),
  'claims/a.yml':
    'claims:\n  - {id: c, says: Partners learn from each other., source: A, about: [learning], checked: {on: 2026-11-20, by: Ana}, added: 2026-11-20}\n',
}
export const OTHER = { ...CLEAN, 'twinnings/leeds.yml': twinning('since: 1970') }

export const BOTH = {
  own: { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('south')}` },
  north: SHARED,
  south: OTHER,
}

/** A folder over others, by their names; `own` is the one that is served. */
export function folders(
  t: TestContext,
  all: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  const home = mkdtempSync(join(tmpdir(), 'hansa-packs-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  for (const [name, files] of Object.entries(all))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name, path)), { recursive: true })
      writeFileSync(join(home, name, path), text)
    }
  return join(home, 'own')
}

export async function read(folder: string) {
  const { knowledge, problems } = await checkFolder(folder, TODAY)
  assert.ok(knowledge, JSON.stringify(problems))
  const desk = createDesk(buildLibrary(knowledge), () => TODAY)
  const shown = (question: string) =>
    print(desk.answer(question), { width: 10_000, colour: false, links: false, full: true })
  return { knowledge, problems, desk, shown }
}
