import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reference, type Style, styles } from '../../src/reference/reference.ts'
import { sourceIn } from './a-source.ts'

type Case = {
  about: string
  record: Record<string, unknown>
  /** A pattern that no style shows. */
  never?: string
} & Partial<Record<Style, string>>

const file = new URL('files-people-have.jsonl', import.meta.url)
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)

for (const { about, record, never, ...wanted } of cases) {
  test(`${about}: ${JSON.stringify(record)}`, () => {
    const source = sourceIn({ id: 'x', title: 'T', ...record })
    for (const style of styles) {
      const shown = reference(source, { style })
      const want = wanted[style]
      if (want) assert.ok(`${shown}\n`.includes(want), `${style}: ${want}\nis not in\n${shown}`)
      if (never && style !== 'csl') assert.doesNotMatch(shown, new RegExp(never))
    }
  })
}
