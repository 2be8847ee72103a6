import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './folder-of.ts'

/** Problems as `rule: sentence`. */
function problemsOf(folder: string, ...entries: readonly string[]): readonly string[] {
  const list = entries.map((entry) => `  - {source: A, ${entry}}\n`).join('')
  const file = `checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n${folder}:\n${list}`
  return read({ [`${folder}/a.yml`]: file }).problems.map(({ rule, says }) => `${rule}: ${says}`)
}

const DECISION = 'id: a, place: Leeds, twin: "Dortmund, DE", body: Full Council, says: Words'
const COST = 'id: a, place: Leeds, period: 2015, was: spent, for: all'
const COUNCIL = 'id: a, councils: [{name: Norwich City Council, code: E07000148}]'

test('what came of a proposal is there to be looked up', () => {
  const later = `${DECISION.replace('id: a', 'id: b')}, decided: end`
  assert.deepEqual(problemsOf('decisions', `${DECISION}, decided: propose, led-to: [b]`, later), [])
  assert.deepEqual(problemsOf('decisions', `${DECISION}, decided: propose, led-to: [c]`), [
    'known-entry: led-to: nothing in this folder has the id "c"',
  ])
})

test('a decision is one of the words that answers know', () => {
  assert.deepEqual(
    problemsOf('decisions', `${DECISION}, decided: ended`).map((says) => says.replace(/:.*/, '')),
    ['shape'],
  )
})

test('a sum stands in the quotation beside it, as it is printed', () => {
  const quoted = (amount: string) => `${COST}, amount: "${amount}", at: p. 1, quote: "some £10,000 a year"`
  assert.deepEqual(problemsOf('costs', quoted('£10,000')), [])
  assert.deepEqual(problemsOf('costs', quoted('£10000')), [
    'printed-sum: amount: "£10000" does not stand in the quotation beside it',
  ])
})

test('a council has ended only once its day has come', () => {
  assert.deepEqual(problemsOf('successors', `${COUNCIL}, ends: 2028-04, state: decided`), [])
  assert.deepEqual(problemsOf('successors', `${COUNCIL}, ends: 2026-11-24, state: ended`), [])
  assert.deepEqual(problemsOf('successors', `${COUNCIL}, ends: 2026-11-25, state: ended`), [
    'end-of-council: ends: 2026-11-25 is after today, 2026-11-24, so it has not ended',
  ])
  assert.deepEqual(problemsOf('successors', `${COUNCIL}, state: ended`), [
    'end-of-council: state: what has ended did so on a day: "ends" is missing',
  ])
})

const NOTICE = 'id: a, place: Leeds, says: A partner for schools, until: 2027-01-01'

test('a notice names a page or an office, and no person', () => {
  for (const contact of [
    'twinning@leeds.example',
    'international.relations@leeds.example',
    'https://leeds.example/twins',
  ])
    assert.deepEqual(problemsOf('notices', `${NOTICE}, contact: "${contact}"`), [], contact)
  for (const contact of [
    'ana.smith@leeds.example',
    'ana@leeds.example',
    'ana.twinning@leeds.example',
    'Ana Smith',
    '0113 496 0000',
    'https://ana@leeds.example',
  ])
    assert.deepEqual(
      problemsOf('notices', `${NOTICE}, contact: "${contact}"`),
      ['role-address: contact: this may be a person’s address'],
      contact,
    )
  assert.deepEqual(
    problemsOf(
      'notices',
      NOTICE.replace('schools', 'schools: ana@leeds.example')
        .replace('says: ', 'says: "')
        .replace('.example', '.example"'),
    ),
    ['role-address: says: an address stands in the words'],
  )
})

test('no address of mail stands in the words of any entry, whoever’s it is', () => {
  for (const words of ['Ask ana@leeds.example.', 'From twinning@leeds.example'])
    for (const key of ['note', 'quote'])
      assert.deepEqual(
        problemsOf(
          'decisions',
          `id: a, place: Leeds, body: Full Council, decided: end, says: Ended., at: none, ${key}: "${words}"`,
        ),
        [`role-address: ${key}: an address stands in the words`],
        key,
      )
})

test('a notice without the day on which it ends is none', () => {
  assert.deepEqual(problemsOf('notices', NOTICE.replace(/, until.*/, '')), ['shape: "until" is missing'])
})
