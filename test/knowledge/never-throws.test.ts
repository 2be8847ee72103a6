import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { FileInput } from '../../src/knowledge/file/text.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { anyCharacter } from '../any-character.ts'
import { TODAY } from './folder-of.ts'

const SMALL = fileURLToPath(new URL('../fixtures/knowledge-small/', import.meta.url))
const FILES: readonly FileInput[] = globSync('*/*.*', { cwd: SMALL })
  .sort()
  .map((path) => ({ path, bytes: new Uint8Array(readFileSync(`${SMALL}${path}`)) }))

/** What people and programs do to a file: cut it, repeat a part, put something in, leave a line out. */
const PIECES = [
  ...[
    '\t',
    '\n',
    '- ',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&a ',
    '*a',
    '!!js/function ',
    '|\n',
    '>-\n',
  ],
  ...[
    '---\n',
    '...\n',
    '? ',
    '<<: ',
    '__proto__: ',
    'constructor: x\n',
    'null',
    '~',
    '69',
    '2021-02-30',
    '1e999',
  ],
  ...[
    '\u202e',
    '\0',
    '\ud800',
    '\ufeff',
    'Ko\u0308ln',
    '[[[[',
    '{{{{',
    '%YAML 1.1\n',
    '=',
    '0x10',
    'NaN',
    'Leeds',
  ],
]
const mutation = fc.record({
  file: fc.nat(FILES.length - 1),
  at: fc.nat(5_000),
  length: fc.nat(60),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: anyCharacter, maxLength: 12 })),
})

function mutated(
  files: readonly FileInput[],
  { file, at, length, piece }: { file: number; at: number; length: number; piece: string },
) {
  return files.map((input, index) => {
    if (index !== file || !('bytes' in input)) return input
    const bytes = Buffer.from(input.bytes)
    const from = at % (bytes.length + 1)
    return {
      path: input.path,
      bytes: Buffer.concat([bytes.subarray(0, from), Buffer.from(piece), bytes.subarray(from + length)]),
    }
  })
}

test('whatever is done to a folder, it is read: to knowledge that holds together, or to problems that say where', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const { knowledge, problems } = readKnowledge(mutations.reduce(mutated, FILES), TODAY)
      assert.equal(
        knowledge === undefined,
        problems.some(({ severity }) => severity === 'error'),
      )
      for (const { file, line, column, says } of problems) {
        assert.ok(file && says && line >= 1 && column >= 1)
        assert.doesNotMatch(says, /undefined|\[object/)
      }
      if (knowledge) assert.deepEqual(danglingIn(knowledge), [])
    }),
    { numRuns: 250 },
  )
})

test('any bytes in any file are read without throwing', () => {
  const path = fc.constantFrom(
    'sources/a.yml',
    'sources/a.json',
    'claims/a.yml',
    'twinnings/a.yml',
    'places/exists.tsv',
    'x',
    '',
  )
  fc.assert(
    fc.property(path, fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
      assert.ok(readKnowledge([{ path: name, bytes }], TODAY).problems)
    }),
    { numRuns: 250 },
  )
})

/** Ids that are named and not there, and ids that two entries share. */
function danglingIn(knowledge: Knowledge): readonly string[] {
  const { sources, claims, assertions, looked, reports, places, areas } = knowledge
  const findings = reports.flatMap((report) => report.findings)
  const records = [...claims, ...assertions, ...findings]
  const cited = records.flatMap((record) => [record.source, 'citing' in record ? record.citing : undefined])
  const named = [...cited, ...looked.flatMap((one) => one.in), ...reports.map(({ report }) => report)]
  const meant = [...assertions, ...looked].flatMap((one) => [one.place, 'twin' in one ? one.twin : undefined])
  const inside = [...places.values()].flatMap(({ nation, region, authority }) => [nation, region, authority])
  return [
    ...named.filter((id) => id !== undefined && !sources.has(id)),
    ...[...meant, ...claims.flatMap((claim) => claim.places)].filter(
      (id) => id !== undefined && !places.has(id),
    ),
    ...inside.filter((id) => id !== undefined && !areas.has(id)),
    ...records.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index),
  ].map(String)
}
