import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateFault, isAfter } from '../../src/knowledge/dates.ts'
import { cslDate, cslDateOf, partialDateOf } from '../../src/knowledge/fields/csl-date.ts'

const SENTENCES: readonly (readonly [string, 'day' | 'any', string | undefined])[] = [
  ['1969', 'any', undefined],
  ['1980-10', 'any', undefined],
  ['2024-02-29', 'any', undefined],
  ['0836', 'any', undefined],
  ['69', 'any', 'write the year as four digits, like 1969'],
  ['2023-02-29', 'any', 'there is no such day'],
  ['1900-02-29', 'day', 'there is no such day'],
  ['2023-00', 'any', 'there is no such month'],
  ['2023-13-01', 'any', 'there is no such month'],
  ['25/10/1980', 'any', 'write the date like 1969, 1980-10 or 1980-10-25'],
  ['1969', 'day', 'write the day like 2026-11-24'],
]

for (const [text, precision, says] of SENTENCES) {
  test(`${text} as ${precision === 'day' ? 'a day' : 'a date'}: ${says ?? 'is right'}`, () => {
    assert.equal(dateFault(text, precision), says)
  })
}

test('every day of the calendar is a day, and the day after the last of a month is not', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      assert.equal(dateFault(date.toISOString().slice(0, 10), 'day'), undefined)
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString()
      const after = `${last.slice(0, 8)}${Number(last.slice(8, 10)) + 1}`
      assert.equal(dateFault(after, 'day'), 'there is no such day')
    }),
  )
})

test('a date is after another only as far as both are known', () => {
  assert.equal(isAfter('1980-10', '1980'), false)
  assert.equal(isAfter('1980', '1980-10'), false)
  assert.equal(isAfter('1981', '1980-10'), true)
  assert.equal(isAfter('1980-11', '1980-10-25'), true)
})

const CSL: readonly (readonly [Parameters<typeof partialDateOf>[0], string | undefined, object])[] = [
  ['2020-10-15', '2020-10-15', { 'date-parts': [[2020, 10, 15]] }],
  ['2015-08', '2015-08', { 'date-parts': [[2015, 8]] }],
  ['2015~', '2015', { 'date-parts': [[2015]], circa: true }],
  ['2019/2020', '2019', { 'date-parts': [[2019], [2020]] }],
  ['2015-21', '2015', { 'date-parts': [[2015]], season: 1 }],
  ['2023-24', undefined, { literal: '2023–24' }],
  ['2020/21', undefined, { literal: '2020/21' }],
  ['2011-12', '2011-12', { 'date-parts': [[2011, 12]] }],
  ['2014-17', undefined, { literal: '2014–17' }],
  ['13 March 2014', '2014-03-13', { 'date-parts': [[2014, 3, 13]] }],
  ['March 13th, 2014', '2014-03-13', { 'date-parts': [[2014, 3, 13]] }],
  ['Thursday 13 March 2014', '2014-03-13', { 'date-parts': [[2014, 3, 13]] }],
  ['Sept. 2014', '2014-09', { 'date-parts': [[2014, 9]] }],
  ['13.3.2014', '2014-03-13', { 'date-parts': [[2014, 3, 13]] }],
  ['2014-03-13T10:00:00Z', '2014-03-13', { 'date-parts': [[2014, 3, 13]] }],
  [
    '13–15 March 2014',
    '2014-03-13',
    {
      'date-parts': [
        [2014, 3, 13],
        [2014, 3, 15],
      ],
    },
  ],
  [
    'March–April 2014',
    '2014-03',
    {
      'date-parts': [
        [2014, 3],
        [2014, 4],
      ],
    },
  ],
  ['circa 2010', '2010', { 'date-parts': [[2010]], circa: true }],
  ['2019-2020', '2019', { 'date-parts': [[2019], [2020]] }],
  ['2019-10/2020', '2019-10', { 'date-parts': [[2019, 10], [2020]] }],
  ['/2010', undefined, { literal: '–2010' }],
  ['2010/..', undefined, { literal: '2010–' }],
  ['in press', undefined, { literal: 'in press' }],
  ['Spring/Summer 2015', undefined, { literal: 'Spring/Summer 2015' }],
  ['n.d.', undefined, {}],
  ['c. 2010', '2010', { 'date-parts': [[2010]], circa: true }],
  ['c2010', undefined, { literal: 'c2010' }],
  ['1990s', undefined, { literal: '1990s' }],
  [{ 'date-parts': [['2020', '6']] }, '2020-06', { 'date-parts': [[2020, 6]] }],
  [{ 'date-parts': [['2020']], season: '2' }, '2020', { 'date-parts': [[2020]], season: 2 }],
  [[{ year: '2020', month: '1', day: '2' }], '2020-01-02', { 'date-parts': [[2020, 1, 2]] }],
  [{ year: '2020' }, '2020', { 'date-parts': [[2020]] }],
  [{ literal: 'no date' }, undefined, {}],
  [{ literal: 'Spring 2015' }, undefined, { literal: 'Spring 2015' }],
  [{ 'date-parts': [[undefined]] }, undefined, {}],
  [{ 'date-parts': [['2014', '12', '31'], ['0']] }, undefined, { literal: '31 December 2014–' }],
  [{ 'date-parts': [['2015', '21']] }, '2015', { 'date-parts': [[2015]], season: 1 }],
  [[{ year: '2015', season: '2' }], '2015', { 'date-parts': [[2015]], season: 2 }],
  [[{ year: '2015', month: '', day: '' }], '2015', { 'date-parts': [[2015]] }],
  [{ raw: '2020-10' }, '2020-10', { 'date-parts': [[2020, 10]] }],
  [{ raw: 'last spring' }, undefined, { literal: 'last spring' }],
]

for (const [written, shown, csl] of CSL) {
  test(`a source dated ${JSON.stringify(written)} is of ${shown ?? 'no day we can name'}`, () => {
    assert.equal(partialDateOf(written), shown)
    assert.deepEqual(cslDateOf(written), csl)
  })
}

const WRONG: readonly (readonly [unknown, string])[] = [
  ['69', 'write the year as four digits, like 1969'],
  ['2021-02-30', 'there is no such day'],
  ['2014-13', 'there is no such month'],
  ['03/04/2014', 'write the date like 1969, 1980-10 or 1980-10-25'],
  [{ 'date-parts': [['2020', '17']] }, 'there is no such month'],
  [[{ year: '2020', month: '2', day: '30' }], 'there is no such day'],
]

for (const [written, says] of WRONG) {
  test(`a source cannot be dated ${JSON.stringify(written)}`, () => {
    assert.deepEqual(
      cslDate.safeParse(written).error?.issues.map(({ message }) => message),
      [says],
    )
  })
}
