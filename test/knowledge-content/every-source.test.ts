import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, documentsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { drawEvidence } from '../../src/chat/web/answers/draw-answer.ts'
import { sheetOf } from '../../src/formats/sheet.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import { takingAlong, takingOf } from '../../src/serve/take-along.ts'
import { shipped } from './shipped.ts'

const { knowledge } = shipped()
const day = '2026-12-01'
const desk = createDesk(buildLibrary(knowledge), () => day)
const takeAlong = takingAlong(
  () => knowledge,
  () => day,
)

/** Every link on which something is recorded beside how it stands, and every place of one. */
const ends = [...knowledge.decisions, ...knowledge.costs, ...knowledge.agreements]
const links = linksOf(knowledge).filter(({ place, twin }) =>
  ends.some((one) => one.place === place.id && one.twin === twin.id),
)
const homes = new Set(ends.flatMap(({ place }) => knowledge.places.get(place)?.name ?? []))

const QUESTIONS: readonly string[] = [
  ...links.map(({ place, twin }) => `twins ${place.name} and ${twin.name}`),
  ...[...homes].flatMap((name) => [
    `twins ${name}`,
    `twins ${name} review`,
    `twins ${name} decisions`,
    `twins ${name} costs`,
    `twins ${name} ended`,
  ]),
  'twins Russia ended',
  'who decided to end Anshan and by what vote',
  'twins councils that end in 2028',
  'twins Norwich successor',
  'twins criteria',
]

function citedIn({ direct, table, groups }: Answer): ReadonlySet<string> {
  return new Set([
    ...(direct?.cites ?? []).map(({ source }) => source),
    ...groups.flatMap(({ findings }) => findings.map(({ cite }) => cite.source)),
    ...(table?.rows ?? []).flatMap(({ sources }) =>
      sources.map((number) => table?.references[number - 1]?.source ?? '?'),
    ),
  ])
}

test('every source that an answer cites stands among its references: in files, on the page, in a list to copy', async () => {
  for (const question of QUESTIONS) {
    const answer = desk.answer(question)
    const cited = citedIn(answer)
    const documents = documentsOf(answer)
    assert.deepEqual(
      [...cited].filter((one) => !documents.some(({ source }) => source === one)),
      [],
      question,
    )
    for (const full of [false, true]) {
      const { direct, table, statements, references } = sheetOf(
        answer,
        takingOf(answer, { knowledge, day, full }),
      )
      const named = [
        ...(direct?.sources ?? []),
        ...(table?.rows ?? []).flatMap(({ sources }) => sources),
        ...statements.map(({ source }) => source),
      ]
      assert.ok(
        named.every((number) => references[number - 1]?.number === number),
        `${question}: ${named}`,
      )
    }
    // The words below lead to the list of sources by its numbers.
    const drawn = answer.table ? drawEvidence(answer, 2) : ''
    const listed = drawn.split('id="source-').length - 1
    if (answer.table) assert.equal(listed, documents.length, question)
  }
})

test('a link’s row names the sources of what was agreed, decided and paid on it', () => {
  for (const { place, twin } of links) {
    const { table, groups } = desk.answer(`twins ${place.name} and ${twin.name}`)
    if (table?.rows.length !== 1 || !table.rows[0]?.more) continue
    const own = new Set(table.rows[0].sources.map((number) => table.references[number - 1]?.source))
    for (const { findings } of groups.filter(({ under }) => under === 'Timeline'))
      for (const { cite } of findings) assert.ok(own.has(cite.source), `${place.name} ${twin.name}`)
  }
})

test('references in RIS and BibTeX are as many as an answer cites', async () => {
  for (const question of QUESTIONS.filter((_, at) => at % 9 === 0)) {
    const answer = desk.answer(question)
    const many = documentsOf(answer).length
    if (many === 0) continue
    assert.equal(String(await takeAlong(answer, 'ris')).match(/^TY {2}-/gm)?.length, many, question)
    assert.equal(String(await takeAlong(answer, 'bib')).match(/^@/gm)?.length, many, question)
  }
})
