import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { coverageTable } from '../../src/cli/coverage.ts'
import { referenceTo } from '../../src/library/finding.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { heldByArea } from '../../src/serve/folder/coverage.ts'
import { checkFolder } from '../../src/serve/folder/folder.ts'
import { readWithApproved } from '../../src/serve/proposals.ts'
import { CLEAN, TODAY } from './folder-of.ts'

const PACK = (pack: string, folder = `../${pack}`) =>
  `  - {pack: ${pack}, folder: ${folder}, name: The ${pack} councils, licence: CC BY 4.0, attribution: "${pack}, 2026"}\n`

const twinning = (words: string) => CLEAN['twinnings/leeds.yml'].replace('kind: twin', `kind: twin, ${words}`)

const SHARED = {
  ...CLEAN,
  'twinnings/leeds.yml': twinning('since: 1969, quote: since 1969, at: none'),
  'claims/a.yml':
    'claims:\n  - {id: c, says: Partners learn from each other., source: A, about: [learning], checked: {on: 2026-11-20, by: Ana}, added: 2026-11-20}\n',
}
const OTHER = { ...CLEAN, 'twinnings/leeds.yml': twinning('since: 1970') }

/** A folder over others, by their names; `own` is the one that is served. */
function folders(t: TestContext, all: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const home = mkdtempSync(join(tmpdir(), 'hansa-packs-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  for (const [name, files] of Object.entries(all))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name, path)), { recursive: true })
      writeFileSync(join(home, name, path), text)
    }
  return join(home, 'own')
}

async function read(folder: string) {
  const { knowledge, problems } = await checkFolder(folder, TODAY)
  assert.ok(knowledge, JSON.stringify(problems))
  const desk = createDesk(buildLibrary(knowledge), () => TODAY)
  const shown = (question: string) =>
    print(desk.answer(question), { width: 10_000, colour: false, links: false, full: true })
  return { knowledge, problems, desk, shown }
}

const BOTH = {
  own: { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('south')}` },
  north: SHARED,
  south: OTHER,
}

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

test('a pack that is gone or broken is one sentence, and the rest is served', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('gone')}${PACK('broken')}` }
  const broken = { ...CLEAN, 'twinnings/leeds.yml': twinning('since: soon') }
  const { shown, problems } = await read(folders(t, { own, north: SHARED, broken }))
  assert.match(shown('twins Leeds'), /The north councils/)
  const held = shown('coverage')
  assert.match(
    held,
    /“The gone councils” is left out: its folder \.\.\/gone has 1 problem, which “npx hansa check” shows\./,
  )
  assert.match(held, /“The broken councils” is left out: its folder \.\.\/broken has 1 problem/)
  const files = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)
  assert.ok(
    files.some((file) => file.includes('gone')) &&
      files.some((file) => file.includes('broken/twinnings/leeds.yml')),
  )
})

test('a folder that is taken already, by whatever name, is no second evidence: it is left out, and check says so', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('me', '.')}${PACK('north')}${PACK('link')}` }
  const folder = folders(t, { own, north: SHARED })
  symlinkSync(join(folder, '../north'), join(folder, '../link'))
  const { desk, problems, shown } = await read(folder)
  assert.deepEqual(
    findingsOf(desk.answer('twins Leeds'))
      .map(({ id }) => id)
      .sort(),
    ['leeds-dortmund-a', 'north/leeds-dortmund-a'],
  )
  const left = [
    '“The me councils” is left out: its folder . is this folder itself.',
    '“The link councils” is left out: its folder ../link is that of “The north councils” as well.',
  ]
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ says }) => says),
    left,
  )
  for (const sentence of left) assert.ok(shown('coverage').includes(sentence))
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

test('packs of a pack are not followed, and check says so', async (t) => {
  const own = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}` }
  const north = { ...SHARED, 'packs.yml': `packs:\n${PACK('south')}` }
  const { problems, knowledge } = await read(folders(t, { own, north, south: OTHER }))
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'packs').map(({ severity, says }) => [severity, says]),
    [['warning', '“The north councils” stands on 1 folder more, and packs of a pack are not followed']],
  )
  assert.ok(![...knowledge.statements.keys()].some((id) => id.includes('south')))
})

test('a pack whose ids could be taken for this folder’s own is left out', async (t) => {
  const sources = CLEAN['sources/a.yml'].replace('id: A', 'id: north/A')
  const leeds = CLEAN['twinnings/leeds.yml'].replace('source: A', 'source: north/A')
  const own = {
    ...CLEAN,
    'sources/a.yml': sources,
    'twinnings/leeds.yml': leeds,
    'packs.yml': `packs:\n${PACK('north')}`,
  }
  const { shown } = await read(folders(t, { own, north: SHARED }))
  assert.match(
    shown('coverage'),
    /left out: the id \S*north\/A\S* of this folder begins as the ids of that pack would/,
  )
})

test('what is wrong in packs.yml is said at its line', async (t) => {
  const own = {
    ...CLEAN,
    'packs.yml': `packs:\n${PACK('north')}${PACK('north')}  - {pack: x, folder: ../x}\n`,
  }
  const { problems } = await checkFolder(folders(t, { own, north: SHARED }), TODAY)
  assert.deepEqual(
    problems.filter(({ file }) => file.endsWith('packs.yml')).map(({ line, says }) => [line, says]),
    [
      [4, '"packs.2.name" is missing'],
      [4, '"packs.2.licence" is missing'],
      [4, '"packs.2.attribution" is missing'],
    ],
  )
  const twice = { ...CLEAN, 'packs.yml': `packs:\n${PACK('north')}${PACK('north')}` }
  const again = await checkFolder(folders(t, { own: twice, north: SHARED }), TODAY)
  assert.deepEqual(
    again.problems.filter(({ file }) => file.endsWith('packs.yml')).map(({ line, says }) => [line, says]),
    [[3, '"north" is written twice']],
  )
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
