import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { readKnowledge } from '../../src/knowledge/read.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CLEAN, filesOf, TODAY } from '../knowledge/folder-of.ts'

const PLACES = `
areas:
  - {id: E12000003, kind: region, name: Yorkshire and The Humber, also: [Yorkshire]}
  - {id: E47000003, kind: combined authority, name: West Yorkshire}
places:
  - id: E08000034
    name: Kirklees
    country: GB
    contains: [Huddersfield, Batley]
    region: E12000003
    authority: E47000003
    lat: 53.64
    lon: -1.78
  - {id: 2646458, name: Huddersfield, country: GB, within: E08000034, lat: 53.64904, lon: -1.78416}
  - {id: 2646716, name: Holmfirth, country: GB, within: E08000034, lat: 53.57158, lon: -1.78777}
  - {id: E08000033, name: Calderdale, country: GB, region: E12000003, authority: E47000003, lat: 53.72, lon: -1.96}
  - {id: 3247449, name: Aachen, country: DE, lat: 50.77664, lon: 6.08342}
  - {id: 3220968, name: Unna, country: DE, lat: 51.53795, lon: 7.68969}
`

function links(place: string, ...twins: string[]): string {
  const entries = twins.map((twin) => `  - {twin: "${twin}, DE", kind: twin, status: active, source: A}`)
  const head = `place: ${place}\nchecked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n`
  return `${head}twinnings:\n${entries.join('\n')}\n`
}

const { ask, of } = asking({
  'twinnings/huddersfield.yml': links('Huddersfield', 'Unna'),
  'twinnings/kirklees.yml': links('Kirklees', 'Unna', 'Aachen'),
})

test('a council area lists its own links first and then those of its towns, each under its own name', () => {
  const answer = ask('twins Kirklees')
  assert.equal(answer.heading, 'Kirklees: 3 links on record')
  assert.deepEqual(of(answer), [
    'Kirklees / Aachen, Germany',
    'Kirklees / Unna, Germany',
    'Huddersfield / Unna, Germany',
  ])
  assert.equal(answer.lead?.[1], '2 links of Kirklees itself; then those of Huddersfield, which lies in it.')
  assert.deepEqual(answer.next[0], { label: 'Links of Huddersfield', ask: 'twins Huddersfield' })
})

test('a town shows its own links and leads to those of its council area', () => {
  const answer = ask('twins Huddersfield')
  assert.equal(answer.heading, 'Huddersfield: 1 link on record')
  assert.deepEqual(of(answer), ['Reported active / Unna, Germany'])
  assert.deepEqual(answer.next[0], { label: 'Links of Kirklees', ask: 'twins Kirklees' })
})

test('a town without links is not given those of its council area', () => {
  const answer = ask('twins Holmfirth')
  assert.equal(answer.heading, 'We hold no links of Holmfirth')
  assert.deepEqual(answer.groups, [])
  assert.deepEqual(answer.next[0], { label: 'Links of Kirklees', ask: 'twins Kirklees' })
})

test('a council area of which only towns have links says that none is its own', () => {
  const { ask } = asking({ 'twinnings/huddersfield.yml': links('Huddersfield', 'Unna') })
  const answer = ask('twins Kirklees')
  assert.equal(answer.lead?.[1], 'Kirklees has no links of its own recorded; held inside it: Huddersfield.')
})

test('the region and the authority of a council area are those of its towns', () => {
  for (const area of ['Yorkshire', 'West Yorkshire']) {
    assert.deepEqual(of(ask(`twins ${area}`)), [
      'Kirklees / Aachen, Germany',
      'Kirklees / Unna, Germany',
      'Huddersfield / Unna, Germany',
    ])
  }
})

test('beside its council area a town is the one that is meant', () => {
  for (const words of ['Huddersfield, Kirklees', 'Huddersfield in West Yorkshire', 'Kirklees Huddersfield']) {
    assert.equal(ask(`twins ${words}`).heading, 'Huddersfield: 1 link on record', words)
  }
})

test('a part with a record of its own is that place, and one without stays a part', () => {
  assert.equal(ask('twins Batley').heading, '“Batley” is in Kirklees')
  assert.equal(ask('twins Huddersfield').heading, 'Huddersfield: 1 link on record')
})

function asking(files: Readonly<Record<string, string>>) {
  const written = { 'sources/a.yml': CLEAN['sources/a.yml'], 'places/a.yml': PLACES, ...files }
  const { knowledge, problems } = readKnowledge(filesOf(written), TODAY)
  assert.ok(knowledge, problems.map(({ says }) => says).join('\n'))
  const desk = createDesk(buildLibrary(knowledge), () => TODAY)
  return {
    ask: (words: string): Answer => desk.answer(words),
    of: ({ groups }: Answer) => groups.map(({ under, title }) => `${under} / ${title}`),
  }
}
