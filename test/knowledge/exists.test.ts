import assert from 'node:assert/strict'
import { test } from 'node:test'
import { existsOf } from '../../src/knowledge/exists.ts'

const HEADER = 'id\tname\tcountry\tadmin\tpopulation\talso'
const YORK = '2633352\tYork\tGB\tEngland\t153717\tJorvik|Eboracum'

function faultsOf(text: string): readonly string[] {
  return existsOf('places/exists.tsv', text).faults.map(
    ({ spot, says }) => `${spot.line}:${spot.column} ${says}`,
  )
}

test('an attribution, a header, and a place a line', () => {
  assert.deepEqual(
    existsOf('places/exists.tsv', `# GeoNames\n# CC BY 4.0\n${HEADER}\n${YORK}\n1\tX\tDE\t\t0\t\n`),
    {
      exists: [
        {
          id: '2633352',
          name: 'York',
          country: 'GB',
          admin: 'England',
          population: 153717,
          also: ['Jorvik', 'Eboracum'],
        },
        { id: '1', name: 'X', country: 'DE', admin: undefined, population: 0, also: [] },
      ],
      faults: [],
    },
  )
})

test('a line that is no place is named by its number', () => {
  assert.deepEqual(
    faultsOf(`${HEADER}\n${YORK}\nYork\n\tYork\tGB\t\t1\t\n1\tYork\tGB\t\tmany\t\n${YORK}\tmore\n`),
    [
      '3:1 this line is not a place',
      '4:1 this line is not a place',
      '5:1 this line is not a place',
      '6:1 this line is not a place',
    ],
  )
})

test('other columns, or none, are one problem', () => {
  assert.deepEqual(faultsOf('# GeoNames\nname\tid\n'), ['2:1 this is not the line that names the columns'])
  assert.deepEqual(faultsOf(''), ['1:1 this is not the line that names the columns'])
})

test('a list of nothing but wrong lines is twenty problems', () => {
  assert.equal(faultsOf(`${HEADER}\n${'x\n'.repeat(30_000)}`).length, 20)
})

test('a name that hides a turn of direction is found in its line', () => {
  assert.deepEqual(faultsOf(`${HEADER}\n${YORK.replace('Jorvik', 'Jor\u202evik')}\n`), [
    '2:35 an invisible character stands in this text: U+202E',
  ])
})
