import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose, weeksBefore } from '../../src/digest/compose.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { type Run, shownOf } from '../../src/digest/schedule/run.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { DORTMUND, LEEDS, LILLE, smallKnowledge, type World } from '../small-knowledge.ts'
import { DUE, keys, lines, told, WORLD, weekly } from './composed-week.ts'
import { POLICY } from './policy-channel.ts'

test('a week says what changed status, what is new, one link, one finding, one anniversary and the open questions', () => {
  const [dortmund, lille, bochum] = WORLD.links ?? []
  const now: World = {
    ...WORLD,
    links: [dortmund, { ...lille, status: 'ended' }, bochum].filter(
      (link) => link !== undefined,
    ) as World['links'],
    claims: [
      ...(WORLD.claims ?? []),
      { id: 'schools', says: 'Schools keep links alive.', about: ['schools'], added: '2026-11-27' },
    ],
  }
  const content = weekly(now, { edition: editionOf(smallKnowledge(WORLD)) }, [
    { about: { is: 'topic', id: 'schools' }, count: 3, days: 2, last: '2026-11-26' },
    { count: 1, days: 1, last: '2026-11-20' },
  ])
  assert.ok(content)
  assert.deepEqual(lines(shownOf(content)), [
    'Changed status / Leeds – Lille, France / Recorded as ended; before, as active.',
    'New / Schools',
    'Link of the week / Sheffield – Bochum, Germany',
    'Finding of the week / Cities',
    'Anniversaries / Leeds – Dortmund, Germany / 3 December 2026: 57 years since the start of this link (“twin”), dated 3 December 1969 by Leeds City Council (no date).',
    'Nobody could answer this month / Asked about without an answer: schools, 3 times. / 1 other question found no answer.',
  ])
  assert.equal(content?.answer.heading, 'Weekly digest, Monday 30 November 2026')
  assert.equal(content?.ifLate, 'This digest is late: it was due at 09:00 (Europe/London).')
  assert.equal(
    content?.answer.note,
    'Posted on Mondays at 09:00 (Europe/London). “/digest off” stops it, “/digest” changes it.',
  )
})

test('every finding of a digest has its citation', () => {
  const content = weekly(WORLD, {})
  const findings = content?.answer.groups.flatMap(({ findings }) => findings) ?? []
  assert.ok(findings.length > 0)
  assert.deepEqual(
    findings.filter(({ cite }) => !cite.label || !cite.locator),
    [],
  )
})

test('records due for a check are named once in four digests', () => {
  const old = { id: 'old', says: 'Old.', added: '2024-01-01', checked: { on: '2025-09-01', by: 'R. Reader' } }
  const world = { claims: [old] }
  const first = weekly(world, {})
  assert.deepEqual(lines(first?.answer).slice(-1), [
    'Due for a check / Cities / Last checked 14 months ago by R. Reader. Does the source still say so?',
  ])
  const told1 = told(first?.shown ?? [])
  assert.ok(!weekly(world, { runs: [told1] })?.shown.includes('check old'))
  assert.ok(weekly(world, { runs: [told1, told([]), told([]), told([])] })?.shown.includes('check old'))
})

test('a link of the week stands: not ended, not suspended', () => {
  const links = (['ended', 'ending', 'suspended'] as const).map((status) => ({
    place: LEEDS.id,
    twin: DORTMUND.id,
    status,
    added: '2020-01-01',
  }))
  for (const link of links) {
    assert.deepEqual(keys({ ...WORLD, links: [link], claims: [] }, undefined), [])
  }
})

test('over sixty weeks no link and no finding comes again before all were shown, and the same journal says the same', () => {
  const runs: Run[] = []
  const library = buildLibrary(smallKnowledge(WORLD))
  const edition = editionOf(library.knowledge)
  const links: string[] = []
  for (let week = 0; week < 60; week++) {
    const journal = { runs: [...runs], edition, gaps: [] }
    const content = compose(library, POLICY, journal, DUE)
    assert.deepEqual(compose(library, POLICY, journal, DUE), content)
    links.push(...(content?.shown.filter((key) => key.startsWith('link ')) ?? []))
    runs.push(told(content?.shown ?? []))
  }
  assert.equal(links.length, 60)
  for (let from = 0; from < 60; from += 3) assert.equal(new Set(links.slice(from, from + 3)).size, 3)
})

test('what a channel cares for comes first', () => {
  const claims = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    says: id === 'd' ? 'Universities open doors.' : `Claim ${id}.`,
    about: id === 'd' ? ['universities'] : ['roads'],
    added: '2026-11-28',
  }))
  const library = buildLibrary(smallKnowledge({ ...WORLD, claims }))
  const keen = compose(library, { ...POLICY, about: 'yorkshire, universities' }, { runs: [], gaps: [] }, DUE)
  assert.deepEqual(
    keen?.shown.filter((key) => key.startsWith('new')),
    ['new d', 'new a', 'new b', 'new c'],
  )
})

test('what does not fit a phone is folded, and not lost', () => {
  const claims = Array.from({ length: 12 }, (_, at) => ({
    id: `c${at}`,
    says: `Claim ${at}.`,
    added: '2026-11-29',
  }))
  const content = weekly({ ...WORLD, claims: [...(WORLD.claims ?? []), ...claims] }, {})
  assert.deepEqual(content?.answer.more, { label: 'Show 10 more', ask: 'digest rest 2026-W49' })
  assert.equal(content?.answer.groups.length, 5)
  assert.equal(content?.answer.groups.filter(({ under }) => under === 'New').length, 2)
  assert.equal(content?.rest?.groups.length, 10)
  assert.equal(content?.shown.filter((key) => key.startsWith('new')).length, 12)
})

test('no record has two places in a digest', () => {
  const links = [
    { id: 'new', place: LEEDS.id, twin: DORTMUND.id, since: '1969-12-03', added: '2026-11-26' },
    { id: 'year', place: LEEDS.id, twin: LILLE.id, since: '1968-12-02', added: '2026-01-01' },
  ]
  const claims = [
    { id: 'old', says: 'Old.', added: '2024-01-01', checked: { on: '2025-09-01', by: 'R. Reader' } },
  ]
  const edition = editionOf(smallKnowledge({ ...WORLD, links: links.slice(1), claims }))
  const { shown = [] } = weekly({ ...WORLD, links, claims }, { edition }) ?? {}
  assert.deepEqual(shown, [
    `new ${LEEDS.id} ${DORTMUND.id}`,
    `anniversary ${LEEDS.id} ${LILLE.id} 1968-12-02 2026`,
    'check old',
  ])
})

test('the weeks since the folder began are as different as those a channel would have had', () => {
  const library = buildLibrary(
    smallKnowledge({ ...WORLD, claims: [...'abcd'].map((id) => ({ id, says: id, added: '2026-01-01' })) }),
  )
  const week = (due: string) =>
    compose(library, POLICY, weeksBefore(library, POLICY, due), { week: '', due })?.shown
  const weeks = ['2026-03-02', '2026-03-09', '2026-03-16'].map((day) => week(`${day}T09:00:00Z`))
  assert.deepEqual(weeks[0], week('2026-03-02T09:00:00Z'))
  const kinds = (what: string) => new Set(weeks.map((keys) => keys?.find((key) => key.startsWith(what))))
  assert.ok(kinds('link').size > 1)
  assert.equal(kinds('finding').size, 3)
})

test('a week with nothing to say is silent', () => {
  assert.equal(weekly({ places: [LEEDS] }, {}), undefined)
})

test('what was asked for is reason enough for a digest, when it has a name; a number alone is not', () => {
  const norwich = { id: '2641181', name: 'Norwich', country: 'GB', population: 1, also: [] }
  const gap = { about: { is: 'place', id: norwich.id }, count: 2, days: 2, last: '2026-11-26' } as const
  const content = weekly({ places: [LEEDS], exists: [norwich] }, {}, [gap])
  assert.ok(content)
  assert.deepEqual(lines(shownOf(content)), [
    'Nobody could answer this month / Asked for and not held: Norwich, twice.',
  ])
  assert.equal(weekly({ places: [LEEDS] }, {}, [gap]), undefined)
})
