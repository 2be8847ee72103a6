import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { leavingWith } from '../../../src/chat/core/leaving.ts'
import { goodbyesIn } from '../../../src/store/workspaces.ts'
import { until } from '../../until.ts'

test('who leaves is deleted also where nothing can be noted, and the log names nobody', async () => {
  const lines: unknown[] = []
  const say = (facts: object, message: string) => void lines.push({ facts, message })
  const deleted: string[] = []
  let away = true
  const leaving = leavingWith({
    async deleteWorkspace(workspace) {
      if (away) throw new Error('the store is away')
      deleted.push(workspace)
      return true
    },
    goodbyes: goodbyesIn('/dev/null/none'),
    log: { info: say, warn: say },
    again: 1,
  })
  const left = '2026-11-30T09:00:00Z'
  await Promise.all(['T1', 'T2', '../T3'].map((workspace) => leaving.follow({ workspace, left })))
  assert.deepEqual(deleted, [])
  away = false
  await until(() => deleted.length === 3)
  assert.deepEqual(deleted, ['T1', 'T2', '../T3'])
  assert.doesNotMatch(inspect(lines, { depth: null }), /T[123]/)
  leaving.stop()
})
