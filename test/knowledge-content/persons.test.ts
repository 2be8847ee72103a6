import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedIn, personsIn } from './names-of-persons.ts'
import { deskOn, shipped } from './shipped.ts'

const { knowledge, library } = shipped()
const named = namedIn(knowledge)

/** What is told of links and councils. Claims and reports name those who wrote what they cite. */
const ON_LINKS = new Set(['decision', 'sum', 'agreement', 'succession', 'notice', 'twinning'])

test('whoever is named in what is told of links holds an office', () => {
  const found = [...knowledge.statements.values()].flatMap(({ id, kind, finding, quote = '', says = '' }) =>
    ON_LINKS.has(kind)
      ? [finding.title, finding.says ?? '', quote, says]
          .flatMap((text) => personsIn(text, named))
          .map((name) => ({ id, name }))
      : [],
  )
  const persons = found.filter(({ name }) => !NO_PERSONS.includes(name))
  assert.deepEqual(
    persons.map(
      ({ id, name }) =>
        `${id}: “${name}” reads as a person who holds no office. Write the office (“the Council leader”), or leave the name out ` +
        'of the note or the quotation; where it is no person, add it to NO_PERSONS in test/knowledge-content/persons.test.ts.',
    ),
    [],
  )
})

/** Clubs, places and words of other languages that nothing here knows. */
const NO_PERSONS: readonly string[] = [
  ...[
    'Aberdeen Kilt Kickers',
    'Entente Cordiale',
    'Nové Město',
    'Pont du Blackburn',
    'Vale Royal',
    'White Horse',
  ],
  ...[
    'Der Beschluss',
    'Die Brückenbauer',
    'Goldene Hochzeit',
    'Im Jahr',
    'Im Januar',
    'Stadtrat von Portland',
    'Velká Británie',
  ],
]

for (const name of [
  ...[
    'Jane Doe',
    'J. Doe',
    'J.R. Doe',
    'Jane DOE',
    'Mrs Doe',
    'Mr. Doe',
    'Dr Jane Doe',
    'Ana-María López',
    'Sinéad O’Neill',
  ],
  ...[
    'Mark Green',
    'John Smith',
    'Jane Bradford',
    'Jane van der Doe',
    'Lord Doe',
    'Frau Müller',
    'Łukasz Żak',
  ],
]) {
  test(`a person who holds no office is found wherever the name stands: ${name}`, () => {
    for (const text of [
      `${name} wrote in.`,
      `The vote followed a petition of ${name}.`,
      `Residents spoke. ${name} asked for a pause.`,
      `A petition (${name}, 40 signatures) was received.`,
      `${name}’s petition was received.`,
    ])
      assert.notDeepEqual(personsIn(text, named), [], text)
  })
}

test('an office, a body, a place and what a sentence begins with are no persons', () => {
  for (const text of [
    'The Lord Mayor and the Mayor of Boston signed in Leeds.',
    'The mayor, Jane Doe, signed; so did Cllr J. Doe.',
    'Leeds City Council and Stadt Dortmund agreed. The German side followed on Easter Saturday.',
    'Approved by the Strategy and Resources Policy Committee of Sheffield City Council.',
  ])
    assert.deepEqual(personsIn(text, named), [], text)
})

test('no decision, sum, agreement, end or notice names a person even with a title, nor gives an address or a number', () => {
  const { decisions, costs, agreements, successors, notices } = knowledge
  for (const { id } of [...decisions, ...costs, ...agreements, ...successors, ...notices]) {
    const { title, says = '' } = library.finding(id, '2026-11-30')
    assert.doesNotMatch(`${title} ${says}`, OFFICERS, id)
    assert.doesNotMatch(says, /@|\b0\d{3,4} ?\d{3} ?\d{3,4}\b/, id)
  }
  for (const { body, id } of decisions) assert.doesNotMatch(body, OFFICERS, id)
  for (const { payer = '', id } of costs) assert.doesNotMatch(payer, OFFICERS, id)
  assert.ok(decisions.length > 0 && costs.length > 0)
})

/** Who holds an office is told by that alone. */
const OFFICERS = /\b(?:Cllr|Councillor)\.? \p{Lu}/u

test('whoever asks for persons is shown none', () => {
  const desk = deskOn('2026-11-30')
  const decided = new Set(knowledge.decisions.map(({ place }) => knowledge.places.get(place)?.name))
  assert.ok(decided.size > 30)
  for (const name of decided)
    for (const question of [`who wrote in about the links of ${name}`, `petitioners on ${name}’s twinning`]) {
      const { heading, lead = [], groups, table } = desk.answer(question)
      const told = groups.flatMap(({ findings }) =>
        findings.map(({ says = '', quote = '' }) => `${says} ${quote}`),
      )
      assert.match(lead.join(' '), /That is not recorded of links here/, `${question}: ${heading}`)
      const rows = (table?.rows ?? []).flatMap(({ kind, more = [] }) => [...kind, ...more.flat()])
      for (const text of [heading, ...told, ...rows]) {
        const persons = personsIn(text, named).filter((one) => !NO_PERSONS.includes(one))
        assert.deepEqual(persons, [], question)
      }
    }
})
