import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { CALENDARS, calendarMeant, isHoliday, workingDay } from '../../src/digest/schedule/holidays.ts'
import { clockSaid, parseSchedule } from '../../src/digest/schedule/schedule-words.ts'
import { movedInWords, slotNear, type Weekly, weekOf } from '../../src/digest/schedule/subscription.ts'

const USUAL: Weekly = { weekday: 1, time: '09:00', zone: 'Europe/London' }

/** Every ISO week of ten years, by a day in it. */
const WEEKS = Array.from({ length: 522 }, (_, at) =>
  Temporal.Instant.from('2024-01-03T12:00:00Z').add({ hours: at * 7 * 24 }),
)
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

test('in ten years and three calendars every ISO week has one digest, on no holiday', () => {
  for (const holidays of CALENDARS) {
    for (const near of WEEKS) {
      const day = near.toZonedDateTimeISO('Europe/London').toPlainDate()
      const week = WEEKDAYS.map((at) => day.add({ days: at - day.dayOfWeek }))
      // In a week without any, one weekday stands for all.
      const weekdays = week.some((one) => isHoliday(one, holidays)) ? WEEKDAYS : ([1] as const)
      for (const weekday of weekdays) {
        const weekly: Weekly = { ...USUAL, weekday, holidays }
        const slot = slotNear(weekly, near)
        const date = slot.due.toZonedDateTimeISO('Europe/London').toPlainDate()
        assert.equal(slot.week, weekOf(day), `${holidays} ${date}`)
        assert.equal(weekOf(date), slot.week)
        assert.equal(isHoliday(date, holidays), false, `${holidays} ${date}`)
        // Only a holiday moves it, and then to a working day; and that is said.
        const moved = date.dayOfWeek !== weekday
        assert.equal(moved, isHoliday(week[weekday - 1] ?? date, holidays))
        assert.equal(movedInWords(weekly, slot.due) !== undefined, moved)
        if (moved) assert.ok(date.dayOfWeek <= 5)
      }
    }
  }
})

test('a digest moves to the next working day, and before the holiday where the week has none left', () => {
  const day = (date: string, calendar: Parameters<typeof workingDay>[1]) =>
    workingDay(Temporal.PlainDate.from(date), calendar).toString()
  assert.equal(day('2026-05-04', 'england-and-wales'), '2026-05-05')
  // Easter: Good Friday goes back to Thursday, for Easter Monday is in another week.
  assert.equal(day('2026-04-03', 'england-and-wales'), '2026-04-02')
  assert.equal(day('2026-04-06', 'england-and-wales'), '2026-04-07')
  assert.equal(day('2026-04-06', 'scotland'), '2026-04-06')
  assert.equal(day('2026-08-03', 'scotland'), '2026-08-04')
  assert.equal(day('2026-08-03', 'northern-ireland'), '2026-08-03')
  assert.equal(day('2026-07-13', 'northern-ireland'), '2026-07-14')
  // Christmas Day, a Friday, with Boxing Day on Saturday.
  assert.equal(day('2026-12-25', 'scotland'), '2026-12-24')
  assert.equal(day('2026-01-01', 'scotland'), '2025-12-31')
})

test('it is said why', () => {
  const weekly: Weekly = { ...USUAL, holidays: 'england-and-wales' }
  const { due } = slotNear(weekly, Temporal.Instant.from('2026-05-05T00:00:00Z'))
  assert.equal(movedInWords(weekly, due), 'Monday 4 May 2026 is a bank holiday in England and Wales.')
})

test('calendars are named as people name them', () => {
  assert.deepEqual(
    ['Scotland', 'wales', 'England & Wales', 'NI', 'northern  ireland', 'France', ''].map(calendarMeant),
    [
      'scotland',
      'england-and-wales',
      'england-and-wales',
      'northern-ireland',
      'northern-ireland',
      undefined,
      undefined,
    ],
  )
})

test('GMT, BST and EST are the clocks on the wall, and are said back', () => {
  const read = (words: string) => parseSchedule(words, { ...USUAL, zone: 'Europe/Paris' }) as Weekly
  for (const words of ['9 GMT', 'monday 09:00 bst', '9am BST']) {
    assert.equal(read(words).zone, 'Europe/London', words)
    assert.equal(clockSaid(words, read(words)), '09:00 by the clock in London, in summer and in winter.')
  }
  assert.equal(read('9 EST').zone, 'America/New_York')
  assert.equal(clockSaid('9 EST', read('9 EST')), '09:00 by the clock in New York, in summer and in winter.')
  assert.equal(clockSaid('9 London', read('9 London')), undefined)
  assert.equal(read('9 utc').zone, 'UTC')
  // In July it is nine on the wall, not ten.
  const { due } = slotNear(read('9 GMT'), Temporal.Instant.from('2026-07-06T00:00:00Z'))
  assert.equal(due.toString(), '2026-07-06T08:00:00Z')
})
