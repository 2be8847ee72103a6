import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered } from '../../src/cli/ask.ts'
import { realFolder } from '../real-folder.ts'

test('a line that cannot be answered is one line that says so, and the others are answered', () => {
  const { desk } = realFolder()
  const answer = (words: string) => {
    if (words === 'bad') throw new Error('a date that nothing can print\n    at somewhere.ts')
    return desk.answer(words)
  }
  const lines = ['twins leeds', 'bad', 'cite ransom-2020'].map((line) => answered({ answer }, line))
  assert.deepEqual(
    lines.map(({ found }) => found),
    [true, false, true],
  )
  assert.deepEqual(lines[1]?.json, {
    outcome: 'error',
    ask: 'bad',
    error: 'This could not be answered: a date that nothing can print',
  })
})
