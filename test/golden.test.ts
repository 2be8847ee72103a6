import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { print } from '../src/chat/terminal/print.ts'
import { realFolder } from './real-folder.ts'

/** What people see, reviewed as one reviews a message. `UPDATE_GOLDEN=1 npm test` rewrites the files. */
const QUESTIONS: readonly string[] = [
  '/twins Leeds',
  '/twins Leeds --full',
  '/twins Hull',
  '/twins Sheffield',
  '/twins Dortmund',
  '/twins Cologne',
  '/twins 成都',
  '/twins Germany',
  '/twins Yorkshire',
  '/twins West Yorkshire',
  '/twins North Yorkshire',
  '/twins Leeds Germany',
  '/twins South Yorkshire China',
  '/twins Leeds Sheffield',
  '/twins Leeds Spain',
  '/twins Passau',
  '/twins Newcastle',
  '/twins Rotherham',
  '/twins Huddersfield',
  '/twins Wellington',
  '/twins leds',
  '/twins ended',
  'what’s Leeds’s oldest twin?',
  'is the Leeds Brno link still active',
  'European partners of Leeds',
  'which council has the most twin towns',
  '/twins Xyzzyville',
  '/twins',
  '/nesta',
  '/nesta partnerships',
  '/nesta blockchain',
  '/report',
  '/report universities',
  '/report blockchain',
  '/ask universities and city halls',
  '/ask how can universities help cities collaborate abroad?',
  '/ask quantum chromodynamics',
  '/ask',
  '/cite ransom-2020',
  '/cite leeds-dortmund-lccnews',
  '/help',
  '/nonsense Leeds',
]

const FOLDER = fileURLToPath(new URL('golden/', import.meta.url))
const { desk } = realFolder()

for (const question of QUESTIONS) {
  test(`${question} reads as it was reviewed`, () => {
    const file = `${FOLDER}${fileName(question)}`
    const [asked = '', full] = question.split(' --')
    const screen = { width: 80, colour: false, links: false, full: full !== undefined }
    const shown = print(desk.answer(asked), screen)
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, shown)
    assert.ok(existsSync(file), `there is no ${file}: run UPDATE_GOLDEN=1 npm test, and read it`)
    assert.equal(shown, readFileSync(file, 'utf8'))
  })
}

test('no golden is left over', () => {
  const wanted = QUESTIONS.map(fileName)
  assert.deepEqual(
    readdirSync(FOLDER).filter((file) => file.endsWith('.txt') && !wanted.includes(file)),
    [],
  )
})

function fileName(question: string): string {
  return `${question
    .replace(/^\//, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/-$/, '')}.txt`
}
