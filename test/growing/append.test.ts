import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { appended } from '../../src/knowledge/file/append.ts'
import { entryLines, readBack } from '../../src/knowledge/file/entry-lines.ts'
import { plainOf } from '../../src/knowledge/file/plain.ts'
import { isSurelyReadAtOnce, parseYaml } from '../../src/knowledge/file/yaml-tree.ts'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { anyCharacter } from '../any-character.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/knowledge', import.meta.url))
const LISTS: Record<string, string> = {
  sources: 'references',
  claims: 'claims',
  twinnings: 'twinnings',
  reports: 'findings',
  places: 'places',
  words: 'same',
}
const ENTRY = entryLines({ id: 'new', says: 'Something.' })

for (const end of ['\n', '\r\n']) {
  test(`in every file of a folder an entry is only added lines, line ends ${JSON.stringify(end)} and all`, () => {
    // The first folder has no files of the later kinds.
    for (const { folder } of KINDS.filter((kind) => existsSync(join(FOLDER, kind.folder)))) {
      for (const name of readdirSync(join(FOLDER, folder)).filter((file) => file.endsWith('.yml'))) {
        const before = readFileSync(join(FOLDER, folder, name), 'utf8').replaceAll('\n', end)
        const key = LISTS[folder] ?? ''
        const after = appended(before, key, [ENTRY])
        assert.ok(after, name)
        assert.deepEqual(without(after.text, after.lines, end), before, name)
        const list = parse(after.text)[key]
        assert.equal(list.at(-1).id, 'new', name)
        assert.equal(list.length, (parse(before)[key]?.length ?? 0) + 1, name)
      }
    }
  })
}

test('comments stay where they were, behind an entry, between entries and at the end', () => {
  const before = '# top\nclaims:\n# one\n- id: a # here\n  says: A # said\n\n# the end\nadded: 2026-11-24\n'
  assert.equal(
    appended(before, 'claims', [ENTRY])?.text,
    '# top\nclaims:\n# one\n- id: a # here\n  says: A # said\n\n- id: new\n  says: Something.\n\n# the end\nadded: 2026-11-24\n',
  )
})

test('entries stand as close as those before them, and a file may lack its last line end', () => {
  assert.equal(
    appended('claims:\n  - id: a\n  - id: b', 'claims', [ENTRY])?.text,
    'claims:\n  - id: a\n  - id: b\n  - id: new\n    says: Something.\n',
  )
})

test('a list in brackets and a file of JSON are left alone', () => {
  assert.equal(appended('claims: [{id: a}]\n', 'claims', [ENTRY]), undefined)
  assert.equal(appended('[{"id": "a"}]\n', 'references', [ENTRY]), undefined)
})

test('whatever an entry says, it is read back as it was', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 150 })
    .map((one) => one.replace(/[\s\p{C}]+/gu, ' ').trim())
  const said = text.filter((one) => one !== '')
  fc.assert(
    fc.property(said, fc.array(said, { minLength: 1, maxLength: 30 }), said, (says, about, by) => {
      const lines = entryLines({ says, about, checked: { on: '2026-11-24', by }, author: [{ literal: by }] })
      const [entry] = parse(lines.join('\n'), { schema: 'failsafe' })
      assert.deepEqual(entry, { says, about, checked: { on: '2026-11-24', by }, author: [{ literal: by }] })
    }),
  )
})

test('what an entry is said to be read as is what its lines are read as, whatever it says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.string({ unit: anyCharacter, maxLength: 20 }),
    fc.constantFrom(
      '',
      'null',
      '~',
      ' a',
      'a\nb',
      'a\n\nb',
      'a  b',
      'no',
      '69',
      '- a',
      'a: b',
      '# a',
      '*a',
      '%',
      '---',
      '...and so on',
      "'",
    ),
    fc.lorem({ maxCount: 60 }),
  )
  const record = fc.record(
    { id: text, says: text, about: fc.array(text), checked: fc.record({ on: text, by: text }) },
    { requiredKeys: ['id'] },
  )
  let certain = 0
  fc.assert(
    fc.property(record, fc.array(fc.record({ literal: text })), (said, author) => {
      const entry = { kind: 'a', ...said, author }
      const plain = readBack(entry)
      if (plain === undefined) return
      certain++
      const parsed = parseYaml('', `list:\n${entryLines(entry).join('\n')}\n`)
      assert.ok('tree' in parsed)
      assert.deepEqual(plainOf(parsed.tree).plain, Object.assign(Object.create(null), { list: [plain] }))
    }),
    { numRuns: 500 },
  )
  assert.ok(certain > 20, `${certain}`)
})

test('a text of entries that is surely read at once is read at once', () => {
  const entry = entryLines({
    id: 'a',
    at: ['a', 'b', 'c'],
    by: { on: 'a', by: 'b' },
    list: [{ a: 'b', c: 'd' }],
  })
  const times = (count: number) => `list:\n${Array(count).fill(entry.join('\n')).join('\n')}\n`
  const most =
    [1_000, 1_100, 1_200, 1_300, 1_400].filter((count) => isSurelyReadAtOnce(times(count))).at(-1) ?? 0
  assert.ok('tree' in parseYaml('', times(most)) && !isSurelyReadAtOnce(times(10_000)))
})

/** The text without these lines, which stand together in it. */
function without(text: string, lines: readonly string[], end: string): string {
  const block = lines.map((line) => line + end).join('')
  const at = text.lastIndexOf(block)
  return text.slice(0, at) + text.slice(at + block.length)
}

test('a text that is written plain is one that the YAML library writes so, in brackets or not', () => {
  const options = { schema: 'failsafe', lineWidth: 0, flowCollectionPadding: false } as const
  const text = fc.stringMatching(/^[A-Za-z0-9é]{1,4}([ ./_-][A-Za-z0-9ü]{1,4}){0,4}$/)
  fc.assert(
    fc.property(text, (word) => {
      const [alone, item = ''] = entryLines({ word, list: [word] })
      if (word === 'null') return
      assert.equal(alone, `- word: ${stringify(word, options).trimEnd()}`)
      assert.equal(item, `  list: ${stringify([word], { ...options, collectionStyle: 'flow' }).trimEnd()}`)
    }),
  )
})
