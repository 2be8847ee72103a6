import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressBar } from '../../src/verify/lines.ts'

function drawn(isTTY: boolean): readonly string[] {
  const written: string[] = []
  const bar = progressBar({ isTTY, columns: 40, write: (text) => written.push(text) }, 2)
  bar.step('mills')
  bar.step('canals-with-a-very-long-name-indeed')
  bar.end()
  return written.map((text) => text.replace('\r\u001B[K', ''))
}

test('on a terminal a bar fills, never wider than the screen, and goes away', () => {
  assert.deepEqual(drawn(true), [
    '[------------------------] 0/2',
    '[############------------] 1/2 mills',
    '[########################] 2/2 canals-w',
    '',
  ])
})

test('where output is kept there is no bar', () => {
  assert.deepEqual(drawn(false), [])
})
