import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type Plain, plainOf } from '../../src/knowledge/file/plain.ts'
import { quickPlain } from '../../src/knowledge/file/quick-plain.ts'
import { parseYaml } from '../../src/knowledge/file/yaml-tree.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/knowledge-small/', import.meta.url))
const TEXTS = globSync('*/*.yml', { cwd: FOLDER })
  .toSorted()
  .map((path) => readFileSync(`${FOLDER}${path}`, 'utf8'))

/** As it is read where every part keeps its place; undefined where something is wrong. */
function slowPlain(text: string): Plain {
  const parsed = parseYaml('a.yml', text)
  if ('fault' in parsed) return undefined
  const { plain, faults } = plainOf(parsed.tree)
  return faults.length === 0 ? plain : undefined
}

test('a file as it comes is read quickly, and as the same', () => {
  const quick = TEXTS.filter((text) => quickPlain(text) !== undefined)
  assert.ok(quick.length > TEXTS.length / 2, `${quick.length} of ${TEXTS.length} files`)
  for (const text of quick) assert.deepEqual(quickPlain(text), slowPlain(text))
})

/** What has a meaning in YAML, and what people put between the lines. */
const PIECES =
  "\n|\n\n|\n  |\n    | |  |: |:| : |- |-|#| #|\"|'|,|, ,|[|]|{|}|&a |*a|!x |!!str |? |<<: |---|...|\n---\n|\n...\n|%|~|null|\\|\\n|\"a\\\n  b\"|@|`|=|é|e\u0301|\u00a0|\u0085|\u2028|\ufeff|\0|\t|[a, b: c]|{a: 1, b}|'it''s'|__proto__: "
    .split('|')
    .concat('|', '|-\n', '>', '>+\n', '|2\n')

const edited = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.nat(),
    lines: fc.integer({ min: 1, max: 14 }),
    edits: fc.array(
      fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.constantFrom('', ...PIECES) }),
      { maxLength: 4 },
    ),
  })
  .map(({ text, from, lines, edits }) => {
    const all = text.split('\n')
    const begin = from % all.length
    const part = `${all.slice(begin, begin + lines).join('\n')}\n`
    return edits.reduce((now, { at, cut, put }) => {
      const place = at % (now.length + 1)
      return now.slice(0, place) + put + now.slice(place + cut)
    }, part)
  })

test('whatever was done to a file: what is read quickly is what is read slowly', () => {
  let quickly = 0
  fc.assert(
    fc.property(edited, (text) => {
      const quick = quickPlain(text)
      if (quick === undefined) return
      quickly += 1
      assert.deepEqual(quick, slowPlain(text))
    }),
    { numRuns: process.env.HANSA_EXHAUSTIVE ? 200_000 : 3000, seed: 12 },
  )
  assert.ok(quickly > 500, `${quickly} were read quickly`)
})
