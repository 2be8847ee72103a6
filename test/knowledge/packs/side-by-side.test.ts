import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { coverageTable } from '../../../src/cli/coverage.ts'
import { referenceTo } from '../../../src/library/finding.ts'
import { buildLibrary } from '../../../src/library/library.ts'
import { heldByArea } from '../../../src/serve/folder/coverage.ts'
import { readWithApproved } from '../../../src/serve/proposals.ts'
import { CLEAN, TODAY } from '../folder-of.ts'
import { BOTH, folders, PACK, read } from './pack-folders.ts'

test('what a curator approved is served over the packs as well', async (t) => {
  const { knowledge } = await readWithApproved(folders(t, BOTH), [], () => {})
  assert.deepEqual(
    knowledge?.packs.map(({ pack }) => pack),
    ['north', 'south'],
  )
})

test('two packs with the same ids and other years for one link are shown side by side, with whose they are', async (t) => {
  const { desk, shown, knowledge, problems } = await read(folders(t, BOTH))
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  const answer = desk.answer('twins Leeds')
  assert.deepEqual(
    answer.table?.rows.map(({ twin, since, differs }) => ({ twin, since, differs })),
    [{ twin: 'Dortmund', since: ['1969', '1970'], differs: ['start'] }],
  )
  assert.deepEqual(
    findingsOf(answer)
      .map(({ id, cite }) => [id, cite.source])
      .sort(),
    [
      ['leeds-dortmund-a', 'A'],
      ['north/leeds-dortmund-a', 'north/A'],
      ['south/leeds-dortmund-a', 'south/A'],
    ],
  )
  const text = shown('twins Leeds')
  assert.match(text, /A page \(no date\), in “The north councils”/)
  assert.match(text, /A page \(no date\), in “The south councils”/)
  assert.match(shown('cite north/leeds-dortmund-a'), /Recorded in “The north councils” \(CC BY 4\.0\)\./)
  assert.match(referenceTo('south/A', knowledge, 'apa') ?? '', /Recorded in “The south councils”/)
})

test('every statement and document of a pack names it wherever it is shown, and none of the folder’s own does', async (t) => {
  const { knowledge, desk } = await read(folders(t, BOTH))
  for (const { id } of knowledge.statements.values()) {
    const [pack, rest] = id.split('/')
    const finding = buildLibrary(knowledge).finding(id, TODAY)
    const whose = rest === undefined ? undefined : `The ${pack} councils`
    assert.equal(/, in “(.*)”$/.exec(finding.cite.label)?.[1], whose)
  }
  assert.match(JSON.stringify(desk.answer('ask learning')), /in “The north councils”/)
})

test('what is held says whose it is and under which licence', async (t) => {
  const { shown, knowledge } = await read(folders(t, BOTH))
  for (const held of [shown('coverage'), coverageTable(heldByArea(knowledge), knowledge.packs)])
    assert.match(held, /“The north councils” adds 2 statements \(CC BY 4\.0; north, 2026\)\./)
})

const reportOf = (summary: string) =>
  `report: A\ncommand: oecd\ntitle: ${summary}\nsummary: ${summary} says that it is so.\nchecked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\nfindings:\n  - {id: f, title: Learning, says: ${summary} found that partners learn., source: A, places: []}\n`

test('of folders that bring the same command one has it; check and every answer say whose that is, and how the others are asked', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('south')}` }
  const north = { ...CLEAN, 'reports/a.yml': reportOf('Northern Trade') }
  const south = { ...CLEAN, 'reports/a.yml': reportOf('Southern Trade') }
  const between = await read(folders(t, { own, north, south }))
  assert.deepEqual(
    between.problems
      .filter(({ rule }) => rule === 'packs')
      .map(({ severity, says, tip }) => [severity, says, tip]),
    [
      [
        'warning',
        '"oecd" asks the report of “The north councils”, and that of “The south councils” as well would have this command',
        'There it is asked by: report south/oecd.',
      ],
    ],
  )
  for (const [question, heading, says, other] of [
    [
      'oecd',
      'Northern Trade',
      'this is that of “The north councils”; ask that of “The south councils” by “report south/oecd”.',
      'report south/oecd',
    ],
    [
      'report south/oecd',
      'Southern Trade',
      'this is that of “The south councils”; ask that of “The north councils” by “oecd”.',
      'oecd',
    ],
    [
      'oecd learning',
      'Northern Trade: learning',
      'ask that of “The south councils”',
      'report south/oecd learning',
    ],
    [
      'oecd quantum chromodynamics',
      'We hold nothing on “quantum chromodynamics” from Northern Trade',
      'ask that of “The south councils”',
      'report south/oecd quantum chromodynamics',
    ],
  ] as const) {
    const answer = between.desk.answer(question)
    assert.equal(answer.heading, heading)
    assert.ok(answer.note?.includes('More than one folder has a report “oecd”'), answer.note)
    assert.ok(answer.note?.includes(says), answer.note)
    assert.equal(answer.next[0]?.ask, other)
  }
  const mine = await read(
    folders(t, { own: { ...own, 'reports/a.yml': reportOf('Our Trade') }, north, south }),
  )
  assert.equal(mine.problems.filter(({ rule }) => rule === 'packs').length, 2)
  assert.match(
    mine.desk.answer('oecd').note ?? '',
    /this is that of this folder; ask that of “The north councils” by “report north\/oecd” and that of “The south councils” by “report south\/oecd”\./,
  )
  const alone = await read(folders(t, { own: { ...CLEAN, 'reports/a.yml': reportOf('Our Trade') } }))
  assert.doesNotMatch(alone.desk.answer('oecd').note ?? '', /More than one/)
})

test('a place that a folder made up itself is not another folder’s place of the same id', async (t) => {
  const place = (name: string) =>
    `${CLEAN['places/a.yml']}  - {id: x-unna, name: ${name}, country: DE, lat: 51.5, lon: 7.7}\n`
  const twin = (name: string) => CLEAN['twinnings/leeds.yml'].replace('Dortmund', name)
  const own = {
    ...CLEAN,
    'places/a.yml': place('Unna'),
    'twinnings/leeds.yml': twin('Unna'),
    'packs.yml': `packs:\n${PACK('north')}${PACK('south')}`,
  }
  const north = { ...CLEAN, 'places/a.yml': place('Unnau'), 'twinnings/leeds.yml': twin('Unnau') }
  const south = { ...CLEAN, 'places/a.yml': place('Unna'), 'twinnings/leeds.yml': twin('Unna') }
  const { desk } = await read(folders(t, { own, north, south }))
  assert.deepEqual(
    desk
      .answer('twins Leeds')
      .table?.rows.map(({ twin, link }) => [twin, link])
      .sort(),
    [
      ['Unna', 'E08000035 x-unna'],
      ['Unnau', 'E08000035 x-north-unna'],
    ],
  )
})
