import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { manifest } from '../../src/chat/slack/install/manifest.ts'
import { jsonSchemas } from '../../src/knowledge/kinds/all.ts'
import { whatBelongs } from '../../src/serve/guidelines.ts'
import { SHIPPED, shipped } from './shipped.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const { desk } = shipped()

test('manifest.yml offers the commands of the folder (npx hansa manifest rewrites it)', () => {
  assert.equal(readFileSync(`${ROOT}manifest.yml`, 'utf8'), manifest(desk.commands()))
})

test('the JSON Schemas for editors are those of the code (npx hansa schema rewrites them)', () => {
  for (const [name, text] of jsonSchemas()) {
    assert.equal(readFileSync(join(SHIPPED, 'schema', name), 'utf8'), text, name)
  }
})

test('every file of knowledge tells editors its schema', () => {
  for (const file of globSync('*/*.yml', { cwd: SHIPPED })) {
    const [first = ''] = readFileSync(join(SHIPPED, file), 'utf8').split('\n')
    assert.match(first, /^# yaml-language-server: \$schema=\.\.\/schema\/[a-z]+\.schema\.json$/, file)
  }
})

test('every example of the README works', () => {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8')
  const questions = [...readme.matchAll(/^\| `(\/[^|]+)` \|/gm)].flatMap(([, cell = '']) =>
    cell.split('`, `'),
  )
  assert.ok(questions.length >= 10)
  for (const question of questions) {
    assert.ok(['found', 'help'].includes(desk.answer(question).outcome), question)
  }
})

test('GUIDELINES.md says what belongs, a point each', () => {
  assert.ok(whatBelongs(SHIPPED).length >= 3)
})
