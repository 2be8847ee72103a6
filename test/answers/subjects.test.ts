import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { realFolder } from '../real-folder.ts'

const { desk, library } = realFolder()
const names = ({ missing }: ReturnType<typeof desk.answer>) => missing?.map(({ is, name }) => `${is} ${name}`)

test('an answer says which existing place was asked for and is not held, in our spelling', () => {
  for (const question of [
    'twins Norwich',
    'ask NORWICH',
    'norwich',
    'twins Norvich',
    'twins Leeds Norwich',
  ]) {
    assert.deepEqual(names(desk.answer(question)), ['place Norwich'], question)
  }
  assert.deepEqual(names(desk.answer('twins Lincoln Nebraska')), ['place Lincoln (Nebraska, United States)'])
})

test('a question in words that names a topic of the folder says so, and any other names nothing', () => {
  assert.deepEqual(names(desk.answer('ask universities in Norwich')), ['topic universities'])
  for (const question of ['ask hydrogen', 'twins Xyzzyville', 'will Jane Doe be made redundant?']) {
    assert.deepEqual(names(desk.answer(question)), [], question)
  }
})

test('what is no question that we hold nothing on says nothing of what is missing', () => {
  for (const question of [
    'twins Leeds',
    'help',
    'cite nothing-of-that-id',
    '/frobnicate',
    'twins leds',
    'thanks',
    '',
  ]) {
    assert.equal(desk.answer(question).missing, undefined, question)
  }
})

test('an answer with findings says what it speaks of', () => {
  const about = (question: string) => desk.answer(question).about?.map(({ name }) => name)
  assert.deepEqual(about('twins Leeds'), ['Leeds'])
  assert.deepEqual(about('twins Leeds Germany'), ['Leeds', 'Germany'])
  assert.deepEqual(about('twins Leeds Sheffield'), ['Leeds', 'Sheffield'])
  assert.deepEqual(about('ask universities and city halls')?.slice(0, 2), ['universities', 'city halls'])
  assert.deepEqual(about('nesta'), ['Network Effects'])
})

test('every subject of an answer is a name of ours: of a place, an area, a country or a topic, whatever is typed', () => {
  const { places, areas, exists, claims, reports } = library.knowledge
  const ids = new Set([
    ...places.keys(),
    ...areas.keys(),
    ...exists.map(({ id }) => id),
    ...claims.flatMap(({ about }) => about.map((name) => `topic ${name}`)),
    ...reports
      .flatMap(({ title, findings }) => [title, ...findings.map((one) => one.title)])
      .map((name) => `topic ${name}`),
  ])
  const isOurs = ({ is, id, name }: { is: string; id: string; name: string }) =>
    ids.has(is === 'topic' ? `topic ${name}` : id) || /^[A-Z]{2}$/.test(id)
  const pieces = [
    'Leeds',
    'Norwich',
    'universities',
    'Germany',
    'jane doe',
    'redundant',
    'Yorkshire',
    'twins',
    'ask',
    'nesta',
    'in',
    '7',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 5 }),
      (words) => {
        const { missing = [], about = [] } = desk.answer(words.join(' '))
        assert.deepEqual(
          [...missing, ...about].filter((subject) => !isOurs(subject)),
          [],
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('every answer that found nothing to a question says what was missing, be it nothing we have a name for', () => {
  const questions = ['twins', 'ask', 'nesta', ''].flatMap((command) =>
    ['Norwich', 'Xyzzyville', 'hydrogen', 'Leeds Xyzzyville', 'Leeds Spain', 'Norwich Ely', 'zzz'].map(
      (words) => `${command} ${words}`.trim(),
    ),
  )
  for (const question of questions) {
    const { outcome, missing } = desk.answer(question)
    assert.equal(missing !== undefined, outcome === 'nothing' || outcome === 'unknown', question)
  }
})
