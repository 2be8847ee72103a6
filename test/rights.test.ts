import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ACTS, type Asker, may, mayChange, ofWorkspace } from '../src/answer/rights.ts'

const PERSON = fc.constantFrom('U1', 'U2', 'U3')
const ASKER: fc.Arbitrary<Asker> = fc.record(
  {
    platform: fc.constantFrom('slack' as const, 'teams' as const, 'web' as const),
    workspace: fc.constant('T1'),
    channel: fc.constant('C1'),
    user: PERSON,
    private: fc.boolean(),
    outside: fc.boolean(),
    shared: fc.boolean(),
  },
  { requiredKeys: ['platform', 'workspace', 'private', 'outside'] },
)
const KEEPERS = fc.record({
  by: fc.oneof(PERSON, fc.constant('')),
  editors: fc.subarray(['U1', 'U2', 'U3']),
  elsewhere: fc.boolean(),
})

test('whom the operator names for a workspace is named for no other', () => {
  const named = ['T1/C1', ' T1/U2', 'T2/U2 ', 'aaaaaaaa-1']
  assert.deepEqual(
    ['T1', 'T2', 'T3', ''].map((workspace) => ofWorkspace(named, workspace)),
    [['C1', 'U2', 'aaaaaaaa-1'], ['U2', 'aaaaaaaa-1'], ['aaaaaaaa-1'], ['aaaaaaaa-1']],
  )
})

test('people from another organisation ask, and never do anything else', () => {
  for (const act of ACTS) {
    assert.equal(may({ outside: true }, act), act === 'ask', act)
    assert.equal(may({ outside: false }, act), true, act)
  }
  fc.assert(
    fc.property(ASKER, KEEPERS, (asker, keepers) => {
      assert.ok(!(asker.outside && mayChange(asker, keepers)))
    }),
  )
})

test('only who set a digest and its editors change it, or whoever is there when nobody is known to have set it', () => {
  fc.assert(
    fc.property(ASKER, KEEPERS, (asker, keepers) => {
      const { user = '', outside } = asker
      const keeps = keepers.by === user || keepers.editors.includes(user)
      const free = keepers.by === '' && !keepers.elsewhere
      assert.equal(mayChange(asker, keepers), !outside && user !== '' && (keeps || free))
    }),
  )
})
