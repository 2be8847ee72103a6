import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { RULES } from '../../src/knowledge/rules/all.ts'
import { THOROUGH } from '../../src/knowledge/rules/thorough/all.ts'
import { printedFolder } from './folder-of.ts'

const GOLDEN = fileURLToPath(new URL('./golden/knowledge-wrong.txt', import.meta.url))
const WRONG = fileURLToPath(new URL('../fixtures/knowledge-wrong', import.meta.url))
const lines = (await printedFolder(WRONG)).replaceAll(`${relative(process.cwd(), WRONG)}/`, '')
if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, lines)

test('every fault of the wrong folder is printed once, at its line and column', () => {
  assert.equal(lines, readFileSync(GOLDEN, 'utf8'))
})

// Some of its files cannot be read, so nobody knows what they cite: "unused" has its test beside the other reading.
const ALL = [...RULES, ...THOROUGH]
const BROKEN = ALL.filter(({ name }) => name !== 'unused')

for (const { name } of [...BROKEN, { name: 'file' }, { name: 'shape' }]) {
  test(`the wrong folder breaks the rule ${name}`, () => {
    assert.match(lines, new RegExp(`\\[${name}\\]`))
  })
}

test('a rule is named after its file and says why it is there', () => {
  const rules = new URL('../../src/knowledge/rules/', import.meta.url)
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  for (const { name, why } of ALL) {
    const file = new URL(files.find((one) => basename(one) === `${name}.ts`) ?? name, rules)
    assert.match(readFileSync(file, 'utf8'), new RegExp(`name: '${name}'`))
    assert.match(why, /^[A-Z].{20,}\.$/)
  }
})

test('no problem shows code: no stack, no words of the parsers', () => {
  assert.doesNotMatch(lines, /\bat .*\.ts|undefined|\[object|expected|received|invalid|ZodError|YAML\.parse/i)
})
