import type { FileInput } from '../../src/knowledge/file/text.ts'
import { formatProblems } from '../../src/knowledge/format-problems.ts'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { type Reader, type Reading, readKnowledge } from '../../src/knowledge/read.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'

export const TODAY = '2026-11-24'

/** Files by their path, as text. */
export function filesOf(files: Readonly<Record<string, string>>): readonly FileInput[] {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
}

/** A folder of a few lines that is clean, so that a test adds the one thing it is about. */
export const CLEAN = {
  'sources/a.yml': 'references:\n  - {id: A, type: webpage, title: A page}\n',
  'places/a.yml': [
    'places:',
    '  - {id: E08000035, name: Leeds, country: GB, lat: 53.8, lon: -1.5}',
    '  - {id: 2935517, name: Dortmund, country: DE, lat: 51.5, lon: 7.5}',
    '',
  ].join('\n'),
  'twinnings/leeds.yml': [
    'place: Leeds',
    'checked: {on: 2026-11-20, by: Ana}',
    'added: 2026-11-20',
    'twinnings:',
    '  - {twin: "Dortmund, DE", kind: twin, status: active, source: A}',
    '',
  ].join('\n'),
}

export function read(files: Readonly<Record<string, string>>, reader?: Reader): Reading {
  return readKnowledge(filesOf({ ...CLEAN, ...files }), TODAY, KINDS, reader)
}

/** The printed problems of `files` beside the clean ones. */
export function printed(files: Readonly<Record<string, string>>): string {
  return formatProblems(read(files).problems, { color: false, github: false })
}

export async function printedFolder(folder: string): Promise<string> {
  const { problems } = await checkFolder(folder, TODAY, { thorough: true, onlyProblems: true })
  return formatProblems(problems, { color: false, github: false })
}

/** Problems as `rule: sentence`. */
export function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return read(files).problems.map(({ rule, says }) => `${rule}: ${says}`)
}

export function claim(fields: string): Readonly<Record<string, string>> {
  const entry = `{id: a, says: Words, source: A, about: [words], added: 2026-11-20, ${fields}}`
  return { 'claims/a.yml': `checked: {on: 2026-11-20, by: Ana}\nclaims:\n  - ${entry}\n` }
}
