import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDigest } from '../../src/serve/digests.ts'

test('who types /di is offered the digest', () => {
  const desk = withDigest({
    answer: () => assert.fail('nothing was asked'),
    commands: () => [],
    suggest: () => ['/twins Dijon'],
  })
  assert.deepEqual(desk.suggest('/di', 3), ['/digest', '/digest now', '/digest on monday 09:00'])
  assert.deepEqual(desk.suggest('digest o', 3), ['digest on monday 09:00', 'digest off', '/twins Dijon'])
  assert.deepEqual(desk.suggest('/', 3), ['/twins Dijon'])
  assert.deepEqual(
    desk.commands().map(({ name }) => name),
    ['digest'],
  )
})
