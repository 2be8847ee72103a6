import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { KINDS } from '../../src/knowledge/kinds/all.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { filesOf, TODAY } from '../knowledge/folder-of.ts'

const GUIDELINES = readFileSync(new URL('../../knowledge/GUIDELINES.md', import.meta.url), 'utf8')

test('the samples of all kinds are a clean folder together', () => {
  const samples = Object.fromEntries(KINDS.map(({ folder, sample }) => [`${folder}/sample.yml`, sample]))
  assert.deepEqual(readKnowledge(filesOf(samples), TODAY).problems, [])
})

for (const { folder, guide, sample } of KINDS) {
  test(`the guidelines say what goes into ${folder}/, and show a file of it`, () => {
    assert.ok(GUIDELINES.includes(`| \`${folder}/\` | ${guide.entry} | ${guide.file} |\n`))
    assert.ok(GUIDELINES.includes(`\`\`\`yaml\n${sample}\`\`\`\n`))
  })
}
