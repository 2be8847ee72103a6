import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgetOld } from '../../../src/chat/web/serve-playground.ts'
import { createState } from '../../../src/chat/web/workspace/workspace-state.ts'

test('of uploaded files the last four megabytes are kept; of older ones, that there were such', () => {
  const state = createState({})
  for (let at = 0; at < 6; at++) {
    const id = `F${at}`
    state.files.set(id, { id, name: `${at}.svg`, bytes: new Uint8Array(1_000_000) })
    forgetOld(state)
  }
  assert.deepEqual(
    [...state.files.values()].map(({ name, bytes }) => [name, bytes.length]),
    [
      ['0.svg', 0],
      ['1.svg', 0],
      ['2.svg', 1_000_000],
      ['3.svg', 1_000_000],
      ['4.svg', 1_000_000],
      ['5.svg', 1_000_000],
    ],
  )
})
