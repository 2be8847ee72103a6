import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { drawOverview } from '../../src/chat/web/answers/draw-answer.ts'
import { sheetOf } from '../../src/formats/sheet.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const ON_LINK = 'place: Leeds, twin: "Dortmund, DE", source: A'

const { knowledge, problems } = read({
  'places/b.yml':
    'places:\n  - {id: 2998324, name: Lille, country: FR, lat: 50.6, lon: 3}\n  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}\n',
  'twinnings/sheffield.yml': `place: Sheffield\n${DATES}twinnings:\n  - {twin: "Lille, FR", kind: twin, status: listed, source: A}\n`,
  'twinnings/lille.yml': `place: Leeds\n${DATES}twinnings:\n  - {twin: "Lille, FR", kind: twin, status: listed, held: association, on: 2020, source: A}\n`,
  'agreements/a.yml': `${DATES}agreements:\n  - {id: memo, ${ON_LINK}, form: memorandum, signed: 2021-02, until: 2027-02-10, themes: [schools]}\n`,
  'decisions/a.yml': [
    `${DATES}decisions:`,
    `  - {id: kept, ${ON_LINK}, body: Full Council, on: 2019, decided: retain, says: Kept.}`,
    `  - {id: asked, ${ON_LINK}, body: Leader, decided: propose, says: Asked.}`,
    '',
  ].join('\n'),
  'costs/a.yml': `${DATES}costs:\n  - {id: trip, ${ON_LINK}, amount: "£400", period: 2020-21, was: spent, for: travel}\n`,
})
assert.ok(knowledge, JSON.stringify(problems))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)

test('one link opens as a summary in which nothing is blank, then what happened, oldest first', () => {
  const answer = desk.answer('/twins Leeds Dortmund')
  assert.deepEqual(answer.table?.rows[0]?.more, [
    ['Agreement', 'memorandum, signed February 2021, until 10 February 2027'],
    ['Themes', 'schools'],
    ['Decisions', 'kept (2019); proposed, not decided'],
    ['Costs', '£400, 2020-21 (spent)'],
    ['Not known', 'holder'],
  ])
  assert.deepEqual(
    answer.groups.filter(({ under }) => under === 'Timeline').map(({ title }) => title.split(' · ')[0]),
    ['2019', '2020', 'February 2021', 'no day known'],
  )
})

test('what a link’s page says it was read from is all that it shows', () => {
  assert.match(desk.answer('/twins Leeds Dortmund').note ?? '', /^5 statements from 1 source\.$/)
  assert.match(desk.answer('/twins Leeds Dortmund review').note ?? '', /^5 statements from 1 source\.$/)
})

test('a review of two places has the links of both', () => {
  const { heading, table } = desk.answer('review of Leeds and Sheffield')
  const own = ['Leeds', 'Sheffield'].flatMap((name) => desk.answer(`/twins ${name}`).table?.rows ?? [])
  assert.equal(table?.rows.length, own.length)
  assert.match(heading, /^Leeds and Sheffield: review sheet/)
})

test('the summary stands in the terminal and in what is taken along', () => {
  const answer = desk.answer('/twins Leeds Lille')
  const shown = print(answer, { width: 80, colour: false, links: false, full: false, hint: '' })
  assert.match(
    shown,
    /Holder +held by an association, as of 2020\nNot known +agreement, themes, decisions, costs\n/,
  )
  const { paragraphs } = sheetOf(answer, { day: TODAY })
  assert.ok(paragraphs.includes('Holder: held by an association, as of 2020.'))
})

test('since when a link is held, that it was handed over, and that an association is gone, are said of it', () => {
  const holderOf = (fields: string, decision = '') => {
    const { knowledge, problems } = read({
      'places/b.yml': 'places:\n  - {id: 2998324, name: Lille, country: FR, lat: 50.6, lon: 3}\n',
      'twinnings/lille.yml': `place: Leeds\n${DATES}twinnings:\n  - {twin: "Lille, FR", kind: twin, status: listed, source: A, ${fields}}\n`,
      ...(decision && {
        'decisions/a.yml': `${DATES}decisions:\n  - {id: d, place: Leeds, twin: "Lille, FR", source: A, ${decision}}\n`,
      }),
    })
    assert.ok(knowledge, JSON.stringify(problems))
    const [row] =
      createDesk(buildLibrary(knowledge), () => TODAY).answer('/twins Leeds Lille').table?.rows ?? []
    return row?.more?.find(([head]) => head === 'Holder')?.[1]
  }
  assert.equal(holderOf('held: association, held-since: 2003'), 'held by an association, since 2003, undated')
  assert.equal(
    holderOf('held: council, on: 2020', 'body: Full Council, on: 2019, decided: hand over, says: Passed on.'),
    'held by the council, as of 2020; handed over by Full Council, 2019',
  )
  assert.equal(holderOf('dissolved: 2019-10-01'), 'not known; an association dissolved: 1 October 2019')
  assert.equal(
    holderOf('held: association, dissolved: undated'),
    'held by an association, undated; an association dissolved, undated',
  )
  assert.equal(holderOf('note: Words'), undefined)
})

test('a review has each link once under every heading, with evidence', () => {
  const { heading, groups } = desk.answer('review of Leeds')
  assert.equal(heading, 'Leeds: review sheet, 2 links')
  const sheets = groups.filter(({ under }) => under === 'Under the headings of a review')
  assert.deepEqual(
    sheets.map(({ title }) => title),
    ['Leeds – Dortmund, Germany', 'Leeds – Lille, France'],
  )
  for (const { lead = '', findings } of sheets) {
    for (const head of ['Holder', 'Agreement', 'Themes', 'Decisions', 'Costs'])
      assert.match(lead, new RegExp(`${head}: [^.]+\\.`))
    assert.ok(findings.length > 0)
  }
})

test('a review taken along is a table with a row a link and a column for each heading, with every source in it numbered', () => {
  const answer = desk.answer('review of Leeds and Sheffield')
  for (const full of [false, true]) {
    const { table, statements, references } = sheetOf(answer, { day: TODAY, full })
    assert.deepEqual(table?.heads, [
      'Link',
      'State, kind',
      'Since',
      'Holder',
      'Agreement',
      'Themes',
      'Decisions',
      'Costs',
      'Newest evidence',
      'Sources',
    ])
    assert.deepEqual(table?.rows[0]?.cells, [
      'Leeds – Dortmund, Germany',
      'reported active; twin',
      'not known',
      'not known',
      'memorandum, signed February 2021, until 10 February 2027',
      'schools',
      'kept (Full Council, 2019); proposed, not decided (Leader, day not printed)',
      '£400, 2020-21 (spent)',
      'no date',
    ])
    for (const { cells, sources } of table?.rows ?? []) {
      assert.equal(cells.length, 9)
      assert.ok(cells.every((cell) => cell !== '') && sources.length > 0)
    }
    // The table says them: below stand the words of the sources alone.
    assert.ok(statements.every(({ lead = '' }) => !lead.startsWith('Holder:')))
    assert.ok(statements.every(({ source }) => references.some(({ number }) => number === source)))
  }
})

test('a review sheet is offered under the links of one place, and not under itself or a country', () => {
  const reviewOf = (question: string) => desk.answer(question).review
  assert.equal(reviewOf('/twins Leeds'), 'twins Leeds review')
  assert.equal(desk.answer(reviewOf('/twins Leeds') ?? '').heading, 'Leeds: review sheet, 2 links')
  for (const other of ['twins Leeds review', 'twins Germany', 'twins Leeds Dortmund', 'twins Leeds costs'])
    assert.equal(reviewOf(other), undefined, other)
})

test('the page draws when a link began and what happened, with every day said in words as well', () => {
  const drawn = drawOverview(desk.answer('/twins Leeds Dortmund'), 3)
  const svg = drawn.slice(drawn.indexOf('<svg'))
  assert.ok(drawn.indexOf('<svg') > drawn.indexOf('Timeline'), 'the words come first')
  assert.match(
    svg,
    /role="img" aria-label="Timeline\. .*2019: kept, 2020: £400 spent, February 2021: memorandum signed and 10 February 2027: memorandum runs out\."/,
  )
  assert.equal(svg.match(/<circle/g)?.length, svg.match(/text-anchor="end"/g)?.length)
  const undrawn = drawOverview(desk.answer('/twins Leeds'), 3)
  assert.ok(!undrawn.includes('<svg'))
})

test('the longest day that there is fits before the line of the timeline', () => {
  const answer = desk.answer('/twins Leeds Dortmund')
  const groups = answer.groups.map((group) =>
    group.moments?.[0]?.day === '2019' ? { ...group, moments: [{ day: '2024-09-24', what: 'kept' }] } : group,
  )
  const drawn = drawOverview({ ...answer, groups }, 3)
  const [, x] = /<text x="(\d+)"[^>]*>24 September 2024</.exec(drawn) ?? []
  // A letter of twelve points is at most so wide, on average.
  assert.ok(Number(x) >= '24 September 2024'.length * 7, `${x}`)
})

test('who holds a link is answered with who says so, or that nobody does', () => {
  const told = (question: string) => desk.answer(question).direct?.sentence ?? ''
  assert.match(told('who holds the Leeds Lille link'), /^Held by an association, says /)
  assert.match(told('is Leeds Lille run by the council or an association'), /^Held by an association, says /)
  assert.match(told('who runs Leeds Dortmund'), /^Who holds it is not recorded: .* not say\.$/)
  assert.equal(
    told("who holds Leeds's links"),
    'Of 2 links, 1 held by an association; who holds the others is not recorded.',
  )
})
