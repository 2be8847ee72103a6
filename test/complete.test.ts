import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { all } from '../src/answers/all.ts'
import { manifest } from '../src/chat/slack/install/manifest.ts'
import { jsonSchemas } from '../src/knowledge/json-schemas.ts'
import { TAKEN } from '../src/knowledge/rules/command.ts'
import { ENVIRONMENT } from '../src/serve/environment.ts'
import { realFolder } from './real-folder.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { desk, library } = realFolder()

test('manifest.yml offers the commands of the folder (npx hansa manifest rewrites it)', () => {
  assert.equal(readFileSync(`${ROOT}manifest.yml`, 'utf8'), manifest(desk.commands()))
})

test('the JSON Schemas for editors are those of the code (npx hansa schema rewrites them)', () => {
  for (const [name, text] of jsonSchemas()) {
    assert.equal(readFileSync(`${ROOT}knowledge/schema/${name}`, 'utf8'), text, name)
  }
})

test('every command has a golden', () => {
  const goldens = globSync('*.txt', { cwd: `${ROOT}test/golden` })
  for (const { name } of desk.commands()) {
    assert.ok(
      goldens.some((file) => file.startsWith(name)),
      `test/golden.test.ts asks nothing of /${name}`,
    )
  }
})

test('no report can take a word that means something already', () => {
  const own = all({ library, links: [], spoken: () => [], today: '2026-11-24' }).filter(
    ({ name }) => name !== 'nesta',
  )
  for (const word of own.flatMap(({ name, also = [] }) => [name, ...also])) {
    assert.ok(word === '?' || TAKEN.includes(word), `rules/command.ts does not know the word ${word}`)
  }
})

test('every file of knowledge tells editors its schema', () => {
  for (const file of globSync('*/*.yml', { cwd: `${ROOT}knowledge` })) {
    const [first = ''] = readFileSync(`${ROOT}knowledge/${file}`, 'utf8').split('\n')
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

test('every setting is explained in .env.example', () => {
  const settings = Object.keys(ENVIRONMENT.shape)
  const example = readFileSync(`${ROOT}.env.example`, 'utf8')
  assert.ok(settings.length > 8)
  for (const name of settings) assert.match(example, new RegExp(`^#?${name}=`, 'm'))
})
