import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { jsonSchemas, KINDS } from '../../src/knowledge/kinds/all.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const schemas = new Map(
  [...jsonSchemas()].map(([file, text]) => [file.replace('.schema.json', ''), ajv.compile(JSON.parse(text))]),
)

/** What an editor underlines in a file of knowledge. */
function underlined(kind: string, content: unknown): readonly string[] {
  const validate = schemas.get(kind)
  validate?.(content)
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test('editors underline nothing in a clean file', () => {
  const files = ['test/fixtures/knowledge', 'test/fixtures/knowledge-small'].flatMap((folder) =>
    globSync(`${folder}/{${KINDS.map((kind) => kind.folder).join(',')}}/*.yml`, { cwd: ROOT }),
  )
  assert.ok(files.length > 30)
  for (const file of files) {
    const kind = file.split('/').at(-2) ?? ''
    assert.deepEqual(underlined(kind, parse(readFileSync(`${ROOT}${file}`, 'utf8'))), [], file)
  }
})

test('editors underline an unknown key, a missing field, a wrong status and a date in words', () => {
  const twinning = { twin: 'Dortmund, DE', knd: 'twin', status: 'activ', since: 'long ago', source: 'A' }
  assert.deepEqual(underlined('twinnings', { place: 'Leeds', twinnings: [twinning] }), [
    "/twinnings/0 must have required property 'kind'",
    '/twinnings/0 must NOT have additional properties',
    '/twinnings/0/since must match pattern "^\\d{4}(-\\d{2}(-\\d{2})?)?$"',
    '/twinnings/0/status must be equal to one of the allowed values',
  ])
})

test('every field that editors offer says what it is for', () => {
  for (const [file, text] of jsonSchemas()) {
    const { properties, definitions } = JSON.parse(text) as { properties: object; definitions?: object }
    for (const [name, field] of Object.entries({ ...properties, ...definitions })) {
      assert.ok((field as { description?: string }).description, `${file}: ${name}`)
    }
  }
})
