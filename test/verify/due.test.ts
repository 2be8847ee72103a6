import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDue, dueLines } from '../../src/verify/due.ts'
import { smallKnowledge } from '../small-knowledge.ts'

const claim = (id: string, on: string, by: string, every?: number) => ({
  id,
  says: 'x',
  checked: { on, by, ...(every && { every }) },
})

test('what is due is listed by person, the oldest first', () => {
  const knowledge = smallKnowledge({
    claims: [
      claim('fresh', '2026-06-01', 'Ana'),
      claim('year-old', '2025-11-24', 'Ana'),
      claim('older', '2025-09-20', 'Ana'),
      claim('oldest', '2024-01-01', 'Ben'),
    ],
  })
  assert.equal(
    dueLines(checkDue(knowledge, '2026-11-24')),
    `Ben: 1 to look at
  oldest (council): last checked 34 months ago, on 2024-01-01

Ana: 2 to look at
  older (council): last checked 14 months ago, on 2025-09-20
  year-old (council): last checked 12 months ago, on 2025-11-24
`,
  )
})

test('a record may say how often to look', () => {
  const knowledge = smallKnowledge({
    claims: [claim('monthly', '2026-10-01', 'Ana', 1), claim('rarely', '2024-11-01', 'Ana', 36)],
  })
  assert.deepEqual(checkDue(knowledge, '2026-11-24'), [
    {
      by: 'Ana',
      due: [{ id: 'monthly', source: 'council', checkedOn: '2026-10-01', words: 'last checked 1 month ago' }],
    },
  ])
})

test('nothing due is said in words', () => {
  assert.equal(dueLines(checkDue(smallKnowledge({}), '2026-11-24')), 'Nothing is due for a check.\n')
})
