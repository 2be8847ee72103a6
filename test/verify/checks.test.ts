import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Check, checksById, checksOf } from '../../src/knowledge/checks.ts'
import { findingById } from '../../src/library/finding.ts'
import { checksFile } from '../../src/verify/run-verify.ts'
import { smallKnowledge, TODAY } from '../small-knowledge.ts'

const CLAIM = { id: 'dug', says: 'It was dug by hand.', quote: 'dug by hand', at: 'paragraph 2' }

/** What an answer says of the quotation, when the last look gave this. */
function cited(check: Partial<Check>, claim = CLAIM) {
  const checks = new Map([
    [
      'dug',
      {
        id: 'dug',
        source: 'council',
        quote: 'dug by hand',
        result: 'exact',
        on: '2026-11-24',
        ...check,
      } as Check,
    ],
  ])
  const knowledge = { ...smallKnowledge({ claims: [claim] }), checks }
  return findingById(claim.id, knowledge, TODAY).cite
}

test('an answer says that a quotation matches our copy, and never that it is true', () => {
  assert.equal(cited({}).compared, 'matches our copy of 24 November 2026')
  assert.equal(
    cited({ result: 'matches after normalising' }).compared,
    'matches our copy of 24 November 2026',
  )
  assert.equal(cited({ result: 'changed' }).compared, 'differs from our copy of 24 November 2026')
  assert.equal(cited({ result: 'not found' }).compared, 'is not in our copy of 24 November 2026')
  assert.equal(cited({ result: 'could not be read' }).compared, undefined)
})

test('a quotation that was edited since has not been compared', () => {
  const edited = { ...CLAIM, quote: 'dug by machine' }
  assert.equal(cited({ before: 'it was' }, edited).compared, undefined)
  assert.doesNotMatch(cited({ before: 'it was' }, edited).jump ?? '', /it%20was/)
})

test('a quotation that now stands under another source has not been compared', () => {
  assert.equal(cited({ source: 'elsewhere' }).compared, undefined)
})

test('the words around a repeated quotation lead the link to the right place', () => {
  assert.equal(
    cited({ before: 'it was' }).jump,
    'https://example.org/council#:~:text=it%20was-,dug%20by%20hand',
  )
})

test('what was written is read again', () => {
  const quotations = [
    { id: 'a', quote: 'yes: “no” # 1', result: 'exact' as const, before: '- x', page: 3 },
    { id: 'b', quote: 'true', result: 'changed' as const, why: '“a” is “b” on the page' },
  ]
  const check = { source: 's', on: '2026-11-24', from: 'copy', text: 'sha256 00', quotations }
  const tried = {
    source: 't',
    on: '2026-11-24',
    from: 'https://t.example',
    quotations: [],
    tried: { on: TODAY, why: 'x' },
  }
  assert.deepEqual(checksOf('checks.yml', checksFile([check, tried])), { checks: [check, tried], faults: [] })
  assert.equal(checksById([check]).get('a')?.on, '2026-11-24')
})

test('a file of checks that was spoilt is one problem, with its remedy', () => {
  const spot = { file: 'checks.yml', line: 1, column: 1 }
  const tip = 'Delete the file and run "npx hansa verify" again.'
  const says = 'this is not as "npx hansa verify" writes it'
  assert.deepEqual(checksOf('checks.yml', 'checks: nothing'), { checks: [], faults: [{ spot, says, tip }] })
  assert.equal(checksOf('checks.yml', '<<<<<<< HEAD\nchecks: []\n=======\n').faults[0]?.tip, tip)
})
