import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Answer, Desk } from '../../../src/answer/answer.ts'
import { talk } from '../../../src/chat/terminal/talk.ts'

test('exit and quit leave the conversation, however they are written, and nothing after them is asked', async () => {
  for (const word of ['exit', 'quit', ' Exit ', 'QUIT', '/exit', '/quit']) {
    const { asked, code } = await conversation(`leeds\n${word}\nbradford\n`)
    assert.deepEqual([asked, code], [['help', 'leeds'], 0], word)
  }
})

test('a question that only holds such a word is a question', async () => {
  const { asked } = await conversation('exit strategies\nquit leeds\n')
  assert.deepEqual(asked, ['help', 'exit strategies', 'quit leeds'])
})

test('the greeting says how to leave', async () => {
  const { shown } = await conversation('exit\n')
  assert.match(shown, /\nTab completes; exit, quit or Ctrl\+D leaves\.\n/)
})

/** What was asked, and what stood on the screen, when these lines were typed and the terminal then stayed open or ended. */
async function conversation(typed: string) {
  const asked: string[] = []
  const desk = {
    answer: (words: string) => {
      asked.push(words)
      return {} as Answer
    },
    suggest: () => [],
  } as unknown as Desk
  const [input, output] = [new PassThrough(), new PassThrough()]
  const code = talk(desk, () => '', { input, output })
  input.write(typed)
  // Someone who leaves has not closed the terminal.
  if (!/^\W*(exit|quit)\W*$/im.test(typed)) input.end()
  const done = await code
  output.end()
  return { asked, code: done, shown: await text(output) }
}
