import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from '../../src/digest/compose.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, smallKnowledge, type World } from '../small-knowledge.ts'
import { lines, told, WORLD, weekly } from './composed-week.ts'
import { POLICY } from './policy-channel.ts'

test('an anniversary is no more exact than its date, and never of a link that ended or is suspended', () => {
  assert.deepEqual(anniversary('1969-12-06'), [
    '6 December 2026: 57 years since the start of this link (“twin”), dated 6 December 1969 by Leeds City Council (no date).',
  ])
  assert.deepEqual(anniversary('1969-12-07'), [])
  assert.deepEqual(anniversary('1966-12'), [
    'December 2026: 60 years since the start of this link (“twin”), dated December 1966 by Leeds City Council (no date).',
  ])
  assert.deepEqual(anniversary('1966-11'), [])
  assert.deepEqual(anniversary('1966'), [
    '2026: 60 years since the start of this link (“twin”), dated 1966 by Leeds City Council (no date).',
  ])
  assert.deepEqual(anniversary('1967'), [])
  for (const status of ['suspended', 'ending', 'ended'] as const) {
    assert.deepEqual(anniversary('1966', { status }), [])
  }
})

test('an anniversary says when sources differ on the start', () => {
  const other = { place: LEEDS.id, twin: DORTMUND.id, since: '1967', added: '2020-01-01' }
  assert.deepEqual(anniversary('1966', {}, [other]), [
    '2026: 60 years since the start of this link (“twin”), dated 1966 by Leeds City Council (no date). Other sources give another start.',
  ])
})

test('29 February is kept on the 28th of a common year', () => {
  const world = {
    ...WORLD,
    links: [{ place: LEEDS.id, twin: DORTMUND.id, since: '1972-02-29' }],
  }
  const content = compose(
    buildLibrary(smallKnowledge(world)),
    POLICY,
    { runs: [], gaps: [] },
    {
      week: '2027-W08',
      due: '2027-02-22T09:00:00Z',
    },
  )
  assert.match(
    lines(content?.answer).join('\n'),
    /28 February 2027: 55 years since .* dated 29 February 1972/,
  )
})

test('an anniversary of the year is told once in the year', () => {
  const world = {
    places: [LEEDS, DORTMUND],
    links: [{ place: LEEDS.id, twin: DORTMUND.id, since: '1966', added: '2020-01-01' }],
  }
  const first = weekly(world, {})
  assert.ok(first?.shown.some((key) => key.startsWith('anniversary')))
  const second = weekly(world, { runs: [told(first?.shown ?? [])] })
  assert.deepEqual(
    second?.shown.filter((key) => key.startsWith('anniversary')),
    [],
  )
})

function anniversary(since: string, link: object = {}, others: World['links'] = []): readonly string[] {
  const links = [{ place: LEEDS.id, twin: DORTMUND.id, since, added: '2020-01-01', ...link }, ...others]
  const groups = weekly({ places: [LEEDS, DORTMUND], links }, {})?.answer.groups ?? []
  return groups.filter(({ under }) => under === 'Anniversaries').map(({ lead = '' }) => lead)
}
