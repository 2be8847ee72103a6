import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showsColour } from '../../../src/chat/terminal/shows-colour.ts'

const SCREEN = { isTTY: true, hasColors: () => true } as const

test('a screen is coloured, a file is not, and whoever sets NO_COLOR or FORCE_COLOR decides', () => {
  assert.equal(showsColour(SCREEN, {}), true)
  assert.equal(showsColour({}, {}), false)
  assert.equal(showsColour(SCREEN, { NO_COLOR: '1' }), false)
  assert.equal(showsColour({}, { FORCE_COLOR: '1' }), true)
  assert.equal(showsColour(SCREEN, { FORCE_COLOR: '0' }), false)
})
