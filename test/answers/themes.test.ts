import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const FILES = {
  'places/b.yml': 'places:\n  - {id: 2998324, name: Lille, country: FR, lat: 50.6, lon: 3}\n',
  'words/themes.yml':
    'themes:\n  - {theme: ageing, words: [older people], why: asked for}\n  - {theme: climate, words: [net zero], why: asked for}\n',
  'twinnings/lille.yml': `place: Leeds\n${DATES}twinnings:\n  - {twin: "Lille, FR", kind: twin, status: listed, source: A, note: Nurses visit, themes: [ageing]}\n`,
}
const { knowledge, problems } = read(FILES)
assert.ok(knowledge, JSON.stringify(problems))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)
const twins = (question: string) => desk.answer(question).table?.rows.map(({ twin }) => twin)

test('links are narrowed to what they are about, however it is asked', () => {
  for (const asked of [
    'who works with Leeds on ageing',
    'ageing partners of Leeds',
    'links of Leeds about older people',
    'twins Leeds ageing',
    'who works with France on older people',
  ]) {
    assert.deepEqual(twins(asked), ['Lille'], asked)
    const { ask } = desk.answer(asked)
    assert.match(ask, / on ageing$/)
    assert.deepEqual(twins(ask), ['Lille'], ask)
  }
  const says = desk.answer('ageing partners of Leeds').groups[0]?.findings[0]?.says ?? ''
  assert.match(says, /undated · themes: ageing\. Nurses visit$/)
})

test('where no link is recorded on a theme, that is said, and no other is shown', () => {
  const { outcome, heading, lead } = desk.answer('climate partners of Leeds')
  assert.deepEqual([outcome, heading], ['nothing', 'Leeds, on climate: none of the 2 links on record'])
  assert.equal(lead?.[0], 'What they are about is not recorded for 1 of them.')
})

test('what links are about is told of each and cited, and of how many it is not recorded', () => {
  for (const asked of [
    'themes of Leeds’s links',
    'which themes does Leeds have',
    'what are the themes of Leeds links',
    'what are Leeds’s links about?',
    'twins Leeds themes',
  ]) {
    const { ask, direct, lead } = desk.answer(asked)
    assert.equal(ask, 'twins Leeds themes', asked)
    assert.equal(direct?.sentence, 'Lille, France: ageing.', asked)
    assert.deepEqual(
      direct.cites.map(({ source }) => source),
      ['A'],
    )
    assert.equal(lead?.[0], 'What they are about is not recorded for 1 of them.', asked)
    assert.equal(twins(asked)?.length, 2, asked)
  }
  assert.equal(desk.answer('themes of Leeds Lille').direct?.sentence, 'Leeds – Lille, France: ageing.')
})

test('the themes of what is no link are looked for in what is written', () => {
  for (const asked of ['themes of the Leeds strategy', 'what is twinning about', 'themes'])
    assert.notEqual(desk.answer(asked).query?.intent, 'links', asked)
})

test('of one link alone it is said as of one', () => {
  const { heading, lead } = desk.answer('Leeds Lille since 1990')
  assert.equal(heading, 'Leeds and Lille, France, since 1990: none; 1 link on record')
  assert.equal(lead?.[0], 'No year of it is recorded.')
})

test('a theme beside words that are no names narrows nothing', () => {
  for (const asked of [
    'what does research say about climate partnerships',
    'twinning and ageing',
    'is ageing a matter for Leeds',
  ])
    assert.notEqual(desk.answer(asked).query?.intent, 'links', asked)
})

test('a theme that is on no list is warned of where it stands', () => {
  const file = FILES['twinnings/lille.yml'].replace('[ageing]', '[aegeing]')
  const [warning] = read({ ...FILES, 'twinnings/lille.yml': file }).problems
  assert.equal(warning?.rule, 'known-theme')
  assert.match(warning?.says ?? '', /^themes: "aegeing" is no theme of words\/; did you mean "ageing"\?$/)
})
