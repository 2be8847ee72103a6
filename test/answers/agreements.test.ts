import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read } from '../knowledge/folder-of.ts'
import { ids } from './on-record-folder.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'

const { knowledge, problems } = read({
  'places/b.yml': [
    'places:',
    '  - {id: 2998324, name: Lille, country: FR, lat: 50.6, lon: 3.1}',
    '  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}',
    '  - {id: 2038120, name: Anshan, country: CN, lat: 41.1, lon: 123}',
    '',
  ].join('\n'),
  'agreements/a.yml': [
    `${DATES}agreements:`,
    '  - {id: lille, place: Leeds, twin: "Lille, FR", form: memorandum, signed: 2024-02, review: 2027-02-20, source: A}',
    '  - {id: dortmund, place: Leeds, twin: "Dortmund, DE", form: friendship agreement, signed: 2020, until: 2027-10, source: A}',
    '  - {id: anshan, place: Sheffield, twin: "Anshan, CN", form: agreement, signed: 2016, until: 2026-11, source: A}',
    '',
  ].join('\n'),
})
assert.ok(knowledge, JSON.stringify(problems))
const library = buildLibrary(knowledge)

function ask(question: string, today = '2026-12-01') {
  return createDesk(library, () => today).answer(question)
}

test('agreements asked for by that word alone are those that are held, and where none is that is said', () => {
  for (const [question, told] of [
    ['agreements of Leeds', ['lille', 'dortmund']],
    ['Leeds agreements', ['lille', 'dortmund']],
    ['Sheffield’s agreements', ['anshan']],
    ['agreements with Anshan', ['anshan']],
    ['Leeds agreement signed', ['lille', 'dortmund']],
    ['friendship agreements of Leeds', ['dortmund']],
    ['how many agreements does Leeds have', ['lille', 'dortmund']],
    ['list all agreements', ['lille', 'dortmund', 'anshan']],
  ] as const) {
    assert.deepEqual(ids(ask(question)), told, question)
    const again = ask(ask(question).ask)
    assert.deepEqual([again.heading, ids(again)], [ask(question).heading, told], question)
  }
  assert.equal(
    ask('agreements of Leeds signed in 2010').heading,
    'No agreement signed in 2010 is recorded for Leeds',
  )
  // Of how a link stands, and who decided on it, an agreement is only another word for it.
  assert.equal(
    ask('did Leeds end its agreement with Lille').query?.ask,
    'twins Leeds and Lille, France status',
  )
  assert.match(ask('who decided to end the agreement with Lille').query?.ask ?? '', /decisions$/)
  assert.equal(ask('what is a friendship agreement').query?.intent, 'statements')
})

test('which agreements run out, still run or are to be reviewed is told by days of their own, as of the day of asking', () => {
  for (const [question, told] of [
    ['which agreements have run out', ['anshan']],
    ['has any agreement run out', ['anshan']],
    ['agreements that have expired', ['anshan']],
    ['which agreements still run', ['dortmund']],
    ['which agreements are still in force', ['dortmund']],
    ['current agreements of Leeds', ['dortmund']],
    ['which agreements expire in 2027', ['dortmund']],
    ['agreements that run out next year', ['dortmund']],
    ['which twinnings expire in 2027', ['dortmund']],
    ['agreements that run out before 2027', ['anshan']],
    ['agreements that run out', ['dortmund', 'anshan']],
    ['agreements to be reviewed in 2027', ['lille']],
    ['which agreements are due for review in 2027', ['lille']],
    ['which agreements are to be reviewed', ['lille']],
  ] as const) {
    const answer = ask(question)
    assert.deepEqual(ids(answer), told, question)
    assert.equal(answer.table, undefined, question)
    const again = ask(answer.ask)
    assert.deepEqual([again.heading, ids(again)], [answer.heading, told], question)
  }
  // A month ends with its own last day.
  assert.deepEqual(ids(ask('which agreements have run out', '2026-11-30')), [])
  assert.deepEqual(ids(ask('which agreements still run', '2026-11-30')), ['dortmund', 'anshan'])
  assert.match(
    ask('agreements to be reviewed in 2027').direct?.sentence ?? '',
    /^Leeds – Lille, France: memorandum/,
  )
})

test('that no agreement is so is a sentence, with what is recorded otherwise and of how many no day is', () => {
  const { heading, lead = [], outcome, note } = ask('agreements of Leeds that have run out')
  assert.equal(heading, 'No agreement that has run out is recorded for Leeds')
  assert.equal(outcome, 'nothing')
  assert.ok(lead.includes('Until when it runs is not recorded of 1 of 2 agreements here.'), lead.join(' '))
  assert.match(lead.join(' '), /Recorded otherwise: .*Leeds – Dortmund, Germany: friendship agreement/)
  assert.match(note ?? '', /npx hansa add agreement\.$/)
  assert.equal(
    ask('agreements to be reviewed in 2031').heading,
    'No agreement to be reviewed in 2031 is recorded here',
  )
})

test('of one link its agreement is told with whether its end has come, however that is asked', () => {
  const told = (question: string) => ask(question).direct?.sentence ?? ''
  for (const question of [
    'is the Leeds Dortmund agreement still in force',
    'has the agreement of Leeds and Dortmund run out',
    'when does the Leeds Dortmund agreement run out',
    'is the agreement of Leeds with Dortmund still valid',
  ])
    assert.equal(
      told(question),
      'Leeds – Dortmund, Germany: friendship agreement, signed 2020, until October 2027. On 1 December 2026 that end is still to come.',
      question,
    )
  assert.match(told('is the Sheffield Anshan agreement still in force'), /that end has passed\.$/)
  assert.match(told('is the Leeds Lille agreement still in force'), /Until when it runs is not recorded\.$/)
})
