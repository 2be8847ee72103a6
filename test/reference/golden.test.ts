import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { reference, styles } from '../../src/reference/reference.ts'
import { realFolder } from '../real-folder.ts'

const { knowledge } = realFolder()
const sources = [...knowledge.sources.values()]

for (const style of styles) {
  test(`every source of the folder reads in ${style} as it was reviewed`, () => {
    const file = fileURLToPath(new URL(`golden/${style}.txt`, import.meta.url))
    const shown = `${sources.map((source) => reference(source, { style })).join('\n\n')}\n`
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, shown)
    assert.ok(existsSync(file), `there is no ${file}: run UPDATE_GOLDEN=1 npm test, and read it`)
    assert.equal(shown, readFileSync(file, 'utf8'))
  })
}
