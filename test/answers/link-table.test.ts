import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answer, type Finding, STATUSES } from '../../src/answer/answer.ts'
import { type LinkRow, STANDINGS } from '../../src/answer/table.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import {
  BOCHUM,
  DORTMUND,
  KIRKLEES,
  LEEDS,
  LILLE,
  SHEFFIELD,
  smallKnowledge,
  TODAY,
  type World,
  YORKSHIRE,
} from '../small-knowledge.ts'

const HOMES = [LEEDS, SHEFFIELD, KIRKLEES]
const TWINS = [DORTMUND, BOCHUM, LILLE]

const date = fc.option(fc.constantFrom('1969', '1988', '1989', '1989-05', '2011', '2021-11', '2026-01-31'), {
  nil: undefined,
})

const statement = fc
  .record({
    place: fc.constantFrom(...HOMES.map(({ id }) => id)),
    twin: fc.constantFrom(...TWINS.map(({ id }) => id)),
    kind: fc.constantFrom('twin', 'partner', 'friendship', 'not stated'),
    since: date,
    on: date,
    status: fc.constantFrom(...STATUSES),
    source: fc.constantFrom('council', 'paper', 'list'),
  })
  .map(({ since, on, ...rest }) => ({ ...rest, ...(since && { since }), ...(on && { on }) }))

function answers(links: World['links'], question: string) {
  const knowledge = smallKnowledge({
    places: [...HOMES, ...TWINS],
    areas: [YORKSHIRE],
    links,
    sources: [
      { id: 'paper', title: 'A paper' },
      { id: 'list', title: 'A list' },
    ],
  })
  return createDesk(buildLibrary(knowledge), () => TODAY).answer(question)
}

test('every value of a table stands in the evidence, and every value of the evidence in its row', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 12 }), (links) => {
      for (const question of ['twins Yorkshire', 'twins Leeds', 'twins Germany', 'twins Leeds Sheffield']) {
        const { table, groups, outcome }: Answer = answers(links, question)
        assert.equal(table !== undefined, outcome === 'found')
        if (!table) continue
        const under = new Map(groups.map(({ link, findings }) => [link, findings]))
        assert.deepEqual(new Set(table.rows.map(({ link }) => link)), new Set(under.keys()))
        for (const row of table.rows) {
          const said = under.get(row.link) ?? []
          const values = (read: (finding: Finding) => string | undefined) =>
            [...new Set(said.map(read))].filter((value) => value !== undefined).sort()
          assert.deepEqual(
            [row.place],
            values(({ place }) => place),
          )
          assert.deepEqual(
            [row.twin],
            values(({ twin }) => twin),
          )
          assert.deepEqual(
            [row.country],
            values(({ country }) => country),
          )
          assert.deepEqual(
            row.kind,
            values(({ relation }) => relation),
          )
          assert.deepEqual(
            row.states.toSorted(),
            values(({ status }) => status),
          )
          const dates = values(({ since }) => since)
          for (const since of row.since) assert.ok(dates.includes(since))
          // `1989` is not told apart from `1989-05`: it says the same, and less.
          for (const since of dates)
            assert.ok(
              row.since.some((shown) => shown.startsWith(since)),
              since,
            )
          if (row.evidence) assert.ok(values(({ statusOn }) => statusOn).includes(row.evidence))
          const documents: unknown = row.sources.map((number) => table.references[number - 1]?.source).sort()
          assert.deepEqual(
            documents,
            values(({ cite }) => cite.source),
          )
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('where sources differ, all that they say stands in the row, which says so', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 12 }), (links) => {
      const { table, groups } = answers(links, 'twins Yorkshire')
      for (const row of table?.rows ?? []) {
        const { lead = '' } = groups.find(({ link }) => link === row.link) ?? {}
        assert.equal(row.differs.includes('kind'), row.kind.length > 1)
        assert.equal(row.differs.includes('start'), row.since.length > 1)
        for (const on of ['start', 'kind', 'state'] as const)
          assert.equal(row.differs.includes(on), lead.includes(`Sources differ on the ${on}: `))
        assert.equal(row.marks.includes('differs'), row.differs.length > 0)
      }
    }),
    { numRuns: 60 },
  )
})

test('documents are numbered as they are first used, each once', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 12 }), (links) => {
      const { table } = answers(links, 'twins Yorkshire')
      const used = [...new Set(table?.rows.flatMap(({ sources }) => sources))]
      assert.deepEqual(
        used,
        table?.references.map((_, index) => index + 1),
      )
    }),
    { numRuns: 60 },
  )
})

test('evidence is old from the day after five years, and where it has no date', () => {
  const marks = (on?: string) => {
    const link = { place: LEEDS.id, twin: LILLE.id, ...(on && { on }) }
    const [row] = answers([link], 'twins Leeds').table?.rows ?? []
    return [row?.marks.includes('old'), row?.years]
  }
  // Today is 24 November 2026.
  assert.deepEqual(marks('2021-11-24'), [false, undefined])
  assert.deepEqual(marks('2021-11-23'), [true, 5])
  assert.deepEqual(marks('2021-11'), [false, undefined])
  assert.deepEqual(marks('2021'), [false, undefined])
  assert.deepEqual(marks('2020'), [true, 5])
  assert.deepEqual(marks('2011-09-26'), [true, 15])
  assert.deepEqual(marks(), [true, undefined])
})

test('with more than forty links a row a place comes first, which adds up and opens', () => {
  const twins = Array.from({ length: 25 }, (_, at) => ({ id: `t${at}`, name: `Twin${at}`, country: 'DE' }))
  const links = [LEEDS, SHEFFIELD].flatMap(({ id }) =>
    twins.map((twin, at) => ({
      place: id,
      twin: twin.id,
      status: STATUSES[at % STATUSES.length] ?? 'active',
    })),
  )
  const knowledge = smallKnowledge({ places: [LEEDS, SHEFFIELD, ...twins], areas: [YORKSHIRE], links })
  const desk = createDesk(buildLibrary(knowledge), () => TODAY)
  for (const question of ['twins Yorkshire', 'twins Germany']) {
    const { table }: Answer = desk.answer(question)
    assert.equal(table?.rows.length, 50)
    assert.deepEqual(
      table?.places?.map(({ place }) => place),
      ['Leeds', 'Sheffield'],
    )
    for (const { place, ask, links, standings } of table?.places ?? []) {
      const own: readonly LinkRow[] = table?.rows.filter((row) => row.place === place) ?? []
      assert.equal(links, own.length)
      for (const standing of STANDINGS)
        assert.equal(standings[standing], own.filter((row) => row.standing === standing).length)
      assert.deepEqual(
        desk
          .answer(ask)
          .table?.rows.map(({ link }) => link)
          .sort(),
        own.map(({ link }) => link).sort(),
      )
    }
  }
  assert.equal(desk.answer('twins Leeds').table?.places, undefined)
})

test('claims about a place come after its links', () => {
  const knowledge = smallKnowledge({
    places: [LEEDS, LILLE],
    links: [{ place: LEEDS.id, twin: LILLE.id }],
    claims: [{ id: 'c', says: 'Leeds is a city.', places: [LEEDS.id] }],
  })
  const { groups, table } = createDesk(buildLibrary(knowledge), () => TODAY).answer('ask Leeds')
  assert.deepEqual(
    groups.map(({ link }) => link),
    [table?.rows[0]?.link, undefined],
  )
})

test('what is kept of a link for a day is told anew on the next one', () => {
  const link = { place: LEEDS.id, twin: DORTMUND.id, on: '2021-12-01', source: 'paper' }
  const sources = [{ id: 'paper', title: 'A paper' }]
  const knowledge = smallKnowledge({ places: [LEEDS, DORTMUND], links: [link], sources })
  let day = '2026-11-30'
  const desk = createDesk(buildLibrary(knowledge), () => day)
  const row = () => desk.answer('twins Leeds').table?.rows[0]
  assert.deepEqual(row()?.marks, [])
  day = '2026-12-02'
  assert.deepEqual(row()?.marks, ['old'])
  day = '2026-11-30'
  assert.deepEqual(row()?.marks, [])
})
