import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** Room → the rooms it may import from. A file in src/ is its own room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  answer: [],
  knowledge: ['answer'],
  reference: ['answer', 'knowledge'],
  library: ['answer', 'knowledge', 'reference'],
  map: ['answer', 'knowledge', 'library'],
  commands: ['answer', 'knowledge', 'library', 'reference'],
  digest: ['answer', 'knowledge', 'library'],
  verify: ['answer', 'knowledge', 'reference'],
  chat: ['answer', 'digest'],
  store: ['answer', 'digest'],
  delivery: ['answer', 'digest', 'library', 'store'],
  environment: [],
  settings: ['environment'],
  'folder-file': ['answer', 'knowledge'],
  folder: ['answer', 'knowledge', 'folder-file'],
  log: ['settings'],
}
/** They wire the others, and may see all. */
const WIRING = ['cli', 'main']

const PURE = ['answer', 'knowledge', 'reference', 'library', 'commands', 'digest', 'map']
/** They read files that come with a package: outlines, fonts, styles of references. */
const EDGES = ['map/outlines.ts', 'map/png.ts', 'reference/formatted.ts']

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
    .filter(({ file }) => !/^(chat\/(slack|playground)|cli|main)/.test(file))
    .filter(({ text }) => /@slack\/|chat\/slack|block.?kit|image block|app home/i.test(text))
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  )
})

test('no file loads itself by way of others', () => {
  const loads = new Map(files.map(({ file, text }) => [join(SRC, file), loadsOf(file, text)]))
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

test('every file fits on a few screens', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 300)
  assert.deepEqual(
    long.map(({ file }) => file),
    [],
  )
})

function roomOf(file: string): string {
  const [first = ''] = file.split('/')
  if (!first.endsWith('.ts')) return first
  const name = first.replace(/\.ts$/, '')
  return ['answer', 'answer-json', 'asker', 'checked-words', 'count', 'dates'].includes(name)
    ? 'answer'
    : name
}

function localImports(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => path)
}

/** Files that are there when this one runs: types are not. */
function loadsOf(file: string, text: string): readonly string[] {
  const loading = text
    .replace(/^(?:import|export) type \{[^}]*\} from '.*'$/gm, '')
    .replace(/import\('.*?'\)/g, '')
  return localImports(loading).map((path) => join(SRC, dirname(file), path))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
