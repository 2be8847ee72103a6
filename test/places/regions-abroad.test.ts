import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const PLACES = `source: A list
areas:
  - {id: x-normandy-fr, kind: region abroad, name: Normandy, country: FR, also: [Normandie], members: [3022610], source: A list}
  - {id: x-virginia-us, kind: region abroad, name: Virginia, country: US, members: [4781708], source: A list}
  - {id: x-bavaria-de, kind: region abroad, name: Bavaria, country: DE, also: [Bayern], members: [2954172], source: A list}
places:
  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}
  - {id: E09000027, name: Richmond, country: GB, lat: 51.4, lon: -0.3}
  - {id: E07000116, name: Boston, country: GB, lat: 52.9, lon: 0}
  - {id: 3022610, name: Dieppe, country: FR, lat: 49.9, lon: 1}
  - {id: 4781708, name: Richmond (Virginia), country: US, lat: 37.5, lon: -77.4}
  - {id: 4930956, name: Boston (Massachusetts), country: US, lat: 42.3, lon: -71}
  - {id: 2954172, name: Augsburg, country: DE, lat: 48.3, lon: 10.8}
  - {id: 2951839, name: Bavaria, country: DE, lat: 48.1, lon: 11.5}
informal:
  - {name: Norman, means: [Normandy]}
  - {name: Bavarian, means: [Bavaria]}
`
const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const link = (twin: string) => `  - {twin: "${twin}", kind: twin, status: active, on: 2020, source: A}\n`
const { knowledge, problems } = read({
  'places/b.yml': PLACES,
  'twinnings/b.yml': `place: Sheffield\n${DATES}twinnings:\n${['Dieppe, FR', 'Augsburg, DE', 'Bavaria, DE', 'Boston (Massachusetts), US'].map(link).join('')}`,
  'twinnings/c.yml': `place: Richmond\n${DATES}twinnings:\n${link('Richmond (Virginia), US')}`,
})
assert.ok(knowledge, JSON.stringify(problems))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)
const heading = (question: string) => desk.answer(question).heading

test('a region abroad lists the links of its towns, by each of its names and by what people call it', () => {
  for (const asked of ['links with Normandy', 'Normandie', 'Norman twin towns'])
    assert.equal(heading(asked), 'Normandy, France: 1 link on record', asked)
  assert.equal(heading('Sheffield’s Norman twin'), '1 link on record between Sheffield and Normandy, France')
})

test('a region that has links itself lists them with those of its towns', () => {
  for (const asked of ['Bavaria', 'links with Bayern', 'Bavarian partners'])
    assert.equal(heading(asked), 'Bavaria, Germany: 2 links on record', asked)
})

test('a region behind the name of a place says where that lies, unless a link of the two is recorded', () => {
  assert.equal(heading('Augsburg, Bavaria'), 'Augsburg, Germany: 1 link on record')
  assert.equal(heading('Dieppe Normandy'), 'Dieppe, France: 1 link on record')
  assert.equal(heading('Richmond Virginia'), 'Richmond (Virginia), United States: 1 link on record')
  assert.equal(heading('Sheffield Virginia'), 'We know no Sheffield in Virginia')
  assert.equal(heading('Sheffield Normandy'), '1 link on record between Sheffield and Normandy, France')
})

test('of two places here, one that is also called as the partner of the other is read as that, and the answer says so', () => {
  for (const asked of ['Sheffield Boston', 'Boston and Sheffield', 'Sheffield’s link with Boston']) {
    const { heading, lead } = desk.answer(asked)
    assert.match(heading, /^1 link on record between .*Boston \(Massachusetts\), United States/, asked)
    assert.equal(lead?.[0], 'Read as Boston (Massachusetts), United States (you wrote “Boston”).')
  }
  assert.doesNotMatch(heading('Richmond Boston'), /Massachusetts/)
})
