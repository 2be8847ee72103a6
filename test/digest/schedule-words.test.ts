import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseSchedule, scheduleInWords } from '../../src/digest/schedule/schedule-words.ts'
import type { Weekly } from '../../src/digest/schedule/subscription.ts'

const USUAL: Weekly = { weekday: 1, time: '09:00', zone: 'Europe/London' }

const UNDERSTOOD: Record<string, string> = {
  '': 'Mondays at 09:00 (Europe/London)',
  'monday 09:00 Europe/London': 'Mondays at 09:00 (Europe/London)',
  'mon 9am': 'Mondays at 09:00 (Europe/London)',
  'Fridays at 4.30 pm': 'Fridays at 16:30 (Europe/London)',
  'every Tues, 0930': 'Tuesdays at 09:30 (Europe/London)',
  'WED noon': 'Wednesdays at 12:00 (Europe/London)',
  '12am thu': 'Thursdays at 00:00 (Europe/London)',
  '14:30': 'Mondays at 14:30 (Europe/London)',
  'sunday 9 p.m. New York': 'Sundays at 21:00 (America/New_York)',
  'sat 8 in london': 'Saturdays at 08:00 (Europe/London)',
  'europe/berlin': 'Mondays at 09:00 (Europe/Berlin)',
  "9 o'clock fri": 'Fridays at 09:00 (Europe/London)',
  '4 o’clock pm': 'Mondays at 16:00 (Europe/London)',
  '12 noon': 'Mondays at 12:00 (Europe/London)',
  'tue 12 midnight': 'Tuesdays at 00:00 (Europe/London)',
  'utc 7:05': 'Mondays at 07:05 (UTC)',
}

for (const [typed, meant] of Object.entries(UNDERSTOOD)) {
  test(`“${typed}” means ${meant}`, () => {
    const read = parseSchedule(typed, USUAL)
    assert.equal('says' in read ? read.says : scheduleInWords(read), meant)
  })
}

test('a word that is no day, time or zone gets a sentence and an example', () => {
  assert.deepEqual(parseSchedule('monday 25:00', USUAL), {
    says: '“25:00” is not a day of the week, a time, or a time zone such as Europe/London. Write it like: monday 09:00 Europe/London',
  })
  assert.match(said('__proto__'), /^“__proto__” is not a day/)
  assert.match(said('constructor'), /^“constructor” is not a day/)
  assert.match(said('mo 9'), /^“mo” is not a day/)
  assert.match(said('someday 9'), /^“someday” is not a day/)
  assert.match(said('9 Europe/Leeds'), /^“Europe\/Leeds” is not a day/)
  assert.match(said('13pm'), /^“13pm” is not a day/)
  assert.match(said('mon 9 +01:00'), /^“\+01:00” is not a day/)
})

test('a city that was renamed is found under either name', () => {
  assert.match(said('9 Kyiv'), /^Mondays at 09:00 \(Europe\/(Kyiv|Kiev)\)$/)
  assert.match(said('9 Kolkata'), /^Mondays at 09:00 \(Asia\/(Kolkata|Calcutta)\)$/)
  assert.match(said('9 ho chi minh'), /^Mondays at 09:00 \(Asia\/(Ho_Chi_Minh|Saigon)\)$/)
})

test('two days are too many', () => {
  assert.equal(
    said('monday and friday'),
    '“monday and friday” names more than one day. Write it like: monday 09:00 Europe/London',
  )
})

test('whatever is typed, a schedule or a sentence comes back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9:. ]{0,40}$/)), (typed) => {
      const read = parseSchedule(typed, USUAL)
      return 'says' in read ? read.says.length > 0 : /^\d\d:\d\d$/.test(read.time)
    }),
  )
})

test('a schedule in words is understood as itself', () => {
  const zones = fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'UTC')
  const weekly = fc.record({
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<Weekly['weekday']>,
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    zone: zones,
  })
  fc.assert(
    fc.property(weekly, (one) => {
      assert.equal(said(scheduleInWords(one)), scheduleInWords(one))
    }),
  )
})

function said(typed: string): string {
  const read = parseSchedule(typed, USUAL)
  return 'says' in read ? read.says : scheduleInWords(read)
}
