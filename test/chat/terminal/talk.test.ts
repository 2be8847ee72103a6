import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Answer, Desk } from '../../../src/answer/answer.ts'
import { completions, talk } from '../../../src/chat/terminal/talk.ts'

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

test('--full after a question shows all of its answer, and is no part of it', async () => {
  const { asked, full } = await conversation('twins leeds --full\ntwins leeds\n')
  assert.deepEqual(
    [asked, full],
    [
      ['help', 'twins leeds', 'twins leeds'],
      [false, true, false],
    ],
  )
})

test('Tab completes what Enter takes: a question also after a name, the words that leave, and --full', async () => {
  const desk = { suggest: (typed: string) => (typed === 'twins le' ? ['twins Leeds'] : []) }
  const completed = (typed: string) => completions(typed, desk)
  assert.deepEqual(completed('twins le'), ['twins Leeds'])
  assert.deepEqual(completed('/hansa twins le'), ['/hansa twins Leeds'])
  assert.deepEqual(completed('@Hansa, twins le'), ['@Hansa, twins Leeds'])
  assert.deepEqual(completed('ex'), ['exit'])
  assert.deepEqual(completed('/q'), ['/quit'])
  assert.deepEqual(completed('twins Leeds --f'), ['twins Leeds --full'])
  assert.deepEqual(completed(''), [])
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
  const full: boolean[] = []
  const show = (_: Answer, all: boolean) => {
    full.push(all)
    return ''
  }
  const code = talk(desk, show, { input, output })
  input.write(typed)
  // Someone who leaves has not closed the terminal.
  if (!/^\W*(exit|quit)\W*$/im.test(typed)) input.end()
  const done = await code
  output.end()
  return { asked, full, code: done, shown: await text(output) }
}
