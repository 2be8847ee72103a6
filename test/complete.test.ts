import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { TAKEN } from '../src/knowledge/rules/command.ts'
import { commandsOf } from '../src/question/commands.ts'
import { ENVIRONMENT } from '../src/serve/environment.ts'
import { realFolder } from './real-folder.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { desk, library } = realFolder()

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
  const own = commandsOf(library.knowledge).filter(({ means }) => means.is !== 'report')
  for (const word of own.flatMap(({ name, also }) => [name, ...also])) {
    assert.ok(word === '?' || TAKEN.includes(word), `rules/command.ts does not know the word ${word}`)
  }
})

test('every setting is explained in .env.example', () => {
  const settings = Object.keys(ENVIRONMENT)
  const example = readFileSync(`${ROOT}.env.example`, 'utf8')
  assert.ok(settings.length > 8)
  for (const name of settings) assert.match(example, new RegExp(`^#?${name}=`, 'm'))
})
