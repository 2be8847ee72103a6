import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/**
 * Room → the rooms it may import from, types included. A room is a folder of src/, and of src/chat/. Dependencies point
 * one way: what stands higher up knows nothing of what stands below it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  search: [],
  answer: ['search'],
  reference: ['answer'],
  knowledge: ['search', 'answer', 'reference'],
  places: ['search', 'answer', 'knowledge'],
  library: ['search', 'answer', 'reference', 'knowledge', 'places'],
  question: ['search', 'answer', 'reference', 'knowledge', 'places', 'library'],
  answers: ['search', 'answer', 'reference', 'knowledge', 'places', 'library', 'question'],
  map: ['search', 'answer', 'knowledge', 'places', 'library'],
  digest: ['search', 'answer', 'knowledge', 'places', 'library'],
  formats: ['answer'],
  growing: ['search', 'answer', 'reference', 'knowledge', 'places'],
  verify: ['search', 'answer', 'reference', 'knowledge'],
  store: ['answer', 'digest'],
  delivery: ['answer', 'digest', 'places', 'library', 'store'],
  'chat/core': ['answer', 'digest'],
  'chat/slack': ['answer', 'digest', 'chat/core'],
  // The playground pretends to be Slack, so it drives Slack's own listeners.
  'chat/web': ['answer', 'digest', 'chat/core', 'chat/slack'],
  'chat/teams': ['answer', 'digest', 'chat/core'],
  'chat/terminal': ['answer', 'chat/core'],
  'chat/mcp': ['answer', 'chat/core'],
}
/** They wire the others, and may see all. */
const WIRING = ['serve', 'cli', 'main']

const PURE = [
  'search',
  'answer',
  'reference',
  'knowledge',
  'places',
  'library',
  'question',
  'answers',
  'map',
  'digest',
  'formats',
]
/** They read files that come with a package: outlines, fonts, names of countries, styles of references, bank holidays. */
const EDGES = [
  'digest/schedule/holidays.ts',
  'places/countries.ts',
  'map/paint/outlines.ts',
  'map/paint/png.ts',
  'reference/formatted.ts',
]

/** A flat folder of more files wants rooms in it. */
const MOST_IN_A_FOLDER = 20

const files = globSync('**/*.ts', { cwd: SRC }).map((file) => ({
  file,
  room: roomOf(file),
  text: readFileSync(join(SRC, file), 'utf8'),
}))

test('every room has said what it may import', () => {
  const rooms = new Set(files.map(({ room }) => room))
  assert.deepEqual([...rooms].sort(), [...Object.keys(MAY_IMPORT), ...WIRING].sort())
})

test('rooms import only from the rooms below them', () => {
  const wrong = files.flatMap(({ file, room, text }) => {
    const allowed = MAY_IMPORT[room]
    if (!allowed) return []
    return localImports(text)
      .map((path) => relative(SRC, join(SRC, dirname(file), path)))
      .filter((path) => roomOf(path) !== room && !allowed.includes(roomOf(path)))
      .map((path) => `${file} imports ${path}`)
  })
  assert.deepEqual(wrong, [])
})

test('nothing outside chat/slack knows Slack, but the playground, which pretends to be it, and what starts it', () => {
  const wrong = files
    .filter(({ file }) => !/^(chat\/(slack|web)|serve|cli|main)/.test(file))
    .filter(({ text }) => /@slack\/|chat\/slack|block.?kit|image block|app home/i.test(text))
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  )
})

test('what every chat needs names none of them', () => {
  const wrong = files
    .filter(({ room }) => room === 'chat/core')
    .filter(({ text }) => /slack|teams|mcp|playground|\bbolt\b|block kit|adaptive card|xox/i.test(text))
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  )
})

test('no file comes back to itself by way of others, by types neither', () => {
  const loads = new Map(
    files.map(({ file, text }) => [
      join(SRC, file),
      localImports(text).map((path) => join(SRC, dirname(file), path)),
    ]),
  )
  const settled = new Set<string>()
  const roundTrip = (path: string, from: readonly string[]): readonly string[] => {
    if (from.includes(path)) return [...from.slice(from.indexOf(path)), path]
    if (settled.has(path)) return []
    const found = (loads.get(path) ?? []).map((next) => roundTrip(next, [...from, path]))
    settled.add(path)
    return found.find((trip) => trip.length > 0) ?? []
  }
  const wrong = [...loads.keys()].map((path) => roundTrip(path, [])).filter((trip) => trip.length > 0)
  assert.deepEqual(
    wrong.map((trip) => trip.map((path) => relative(SRC, path)).join(' → ')),
    [],
  )
})

test('pure rooms touch no disk, network, clock, environment or chance', () => {
  const impure =
    /from 'node:(?!util)|createRequire|\bprocess\.|\bDate\.now\(|new Date\(\)|Temporal\.Now|\bperformance\.|Math\.random|\bfetch\(|\bset(?:Timeout|Interval)\(/
  const wrong = files.filter(
    ({ file, room, text }) =>
      PURE.includes(room) && !EDGES.includes(file) && impure.test(withoutComments(text)),
  )
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  )
})

test('no folder is so full that nothing in it is found', () => {
  const folders = Map.groupBy(files, ({ file }) => dirname(file))
  const full = [...folders].filter(([, { length }]) => length > MOST_IN_A_FOLDER)
  assert.deepEqual(
    full.map(([folder, { length }]) => `${folder}: ${length} files`),
    [],
  )
})

test('every file fits on a few screens', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 251)
  assert.deepEqual(
    long.map(({ file }) => file),
    [],
  )
})

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === 'chat' ? `chat/${second}` : first.replace(/\.ts$/, '')
}

function localImports(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => path)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
