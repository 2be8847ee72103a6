import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { findingsOf } from '../../src/answer/answer.ts'
import type { LinkTable } from '../../src/answer/table.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { shownTable } from '../../src/chat/core/overview.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { toCards } from '../../src/chat/teams/cards/to-cards.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { drawTable } from '../../src/chat/web/answers/draw-table.ts'
import { gapsAnswer } from '../../src/delivery/digest-desk.ts'
import type { Area, Report } from '../../src/knowledge/records.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { CHECKED, smallKnowledge, TODAY } from '../small-knowledge.ts'
import { messageFaults } from './slack/pretend/block-kit.ts'
import { pretend } from './slack/pretend/pretend.ts'
import { accepted, textsOf } from './teams/card-rules.ts'

const ALL = Boolean(process.env.HANSA_EXHAUSTIVE)
const LINKS = 2500
const PLACES = 300
const STATES = ['active', 'listed', 'dormant', 'ended'] as const

const NATIONS: readonly Area[] = ['England', 'Scotland'].map((name) => area('nation', name))
const REGIONS: readonly Area[] = ['Northland', 'Eastland', 'Southland'].map((name) => area('region', name))

/** Council areas with five towns in each; a quarter of them in Scotland, which has no regions. */
const HOMES = Array.from({ length: PLACES }, (_, at) => {
  const region = REGIONS[at % 4]?.id
  const council = Math.floor(at / 24) * 24 + (at % 4)
  return {
    id: `p${at}`,
    name: named('Borough', at),
    nation: region ? 'a-England' : 'a-Scotland',
    ...(region && { region }),
    within: at === council ? [] : [`p${council}`],
  }
})
const TWINS = Array.from({ length: 120 }, (_, at) => ({
  id: `t${at}`,
  name: named('Twinhof', at),
  country: at % 2 ? 'DE' : 'FR',
}))

/** 200 findings on one topic, each of some length. */
const REPORT: Report = {
  report: 's0',
  word: 'longreport',
  title: 'A report of many findings',
  summary: 'It says a great deal.',
  findings: Array.from({ length: 200 }, (_, at) => ({
    id: `f${at}`,
    title: `Finding ${at}`,
    says: `Links rest on people who meet, as ${named('Borough', at)} shows; without them nothing is left of it. `.repeat(
      4,
    ),
    source: 's0',
    also: ['people'],
    checked: CHECKED,
    added: CHECKED.on,
  })),
}

const library = buildLibrary(
  smallKnowledge({
    places: [...HOMES, ...TWINS],
    areas: [...NATIONS, ...REGIONS],
    links: Array.from({ length: LINKS }, (_, at) => ({
      place: HOMES[at % PLACES]?.id ?? '',
      twin: TWINS[((at % 7) * 17 + Math.floor(at / PLACES)) % TWINS.length]?.id ?? '',
      status: STATES[(at + Math.floor(at / PLACES)) % STATES.length] ?? 'active',
      on: `20${10 + (at % 16)}-05`,
      source: `s${at % 400}`,
    })),
    sources: Array.from({ length: 400 }, (_, at) => ({
      id: `s${at}`,
      title: `A list of links, part ${at}`,
    })),
    reports: [REPORT],
  }),
)
const desk = createDesk(library, () => TODAY)
const { answer } = desk

for (const [question, of] of [
  ['/twins England', 'regions'],
  ['/twins Germany', 'regions and a nation'],
  ['/twins Scotland', 'council areas'],
  ['/twins Northland', 'council areas'],
  ['/twins Northland ended', 'council areas'],
  ['/twins England ended', 'regions'],
] as const) {
  test(`${question} is at most two screens of ${of}, the same rows everywhere, and each opens what it counts`, () => {
    const asked = answer(question)
    const { table } = asked
    const { rows } = shownTable(table as LinkTable)
    assert.ok(rows.length > 1 && rows.length <= 80, `${rows.length} rows`)
    const all = new Set(table?.rows.map(({ link }) => link))
    const opened = (table?.places ?? []).flatMap(({ ask, links }) => {
      const own = answer(ask).table?.rows.map(({ link }) => link) ?? []
      assert.ok(
        own.every((link) => all.has(link)),
        `${ask} opens no others`,
      )
      assert.ok(own.length >= links, `${ask}: ${own.length} of ${links}`)
      return own
    })
    assert.deepEqual(new Set(opened), all)
    const shown = {
      terminal: print(asked, { width: 400, colour: false, links: false }),
      slack: JSON.stringify(toBlocks(asked)),
      teams: toCards(asked)
        .map(({ card }) => textsOf(card).join(' '))
        .join(' '),
      page: renderToStaticMarkup(drawTable(table as LinkTable, '/a') as never),
    }
    for (const [place = '', , states = '', evidence = ''] of rows.map(({ cells }) => cells))
      for (const [surface, text] of Object.entries(shown))
        for (const value of [place, states.split(' (')[0] ?? '', evidence.split(' (')[0] ?? ''])
          assert.ok(text.includes(value), `${surface}: ${place} without “${value}”`)
    const screen = print(asked, { width: 80, colour: false, links: false })
    assert.ok(screen.split('\n').length <= 48, `${screen.split('\n').length} lines`)
    assert.match(screen, /A row opens as\s+\/twins /)
    const [first, ...more] = toBlocks(asked, { to: 'asker', share: true })
    assert.ok(first.blocks.length <= 12 && more.length === 0, `${more.length + 1} messages`)
  })
}

test('Slack and Teams take the pages of the biggest answers of 2,500 links', () => {
  const evidence = ALL ? '/twins England' : '/twins Northland ended'
  for (const [asked, look] of [
    ['/twins England', {}],
    [evidence, { view: 'evidence' }],
  ] as const) {
    const given = answer(asked)
    for (const page of some(toBlocks(given, { to: 'asker', share: true, asked, ...look })))
      assert.deepEqual(messageFaults(page), [])
    for (const page of some(toBlocks(given, { to: 'channel', askedBy: 'U1', ...look })))
      assert.deepEqual(messageFaults(page), [])
    for (const card of some(toCards(given, { to: 'asker', share: true, asked, ...look }))) accepted(card)
  }
})

test('Slack and Teams take all else that 2,500 links make long: a report, gaps, a review, help and Home', async () => {
  const names = HOMES.slice(0, 200).map(({ id }, at) => ({
    about: { is: 'place', id: `x${id}` } as const,
    name: named('Elsewhere', at),
    count: 300 - at,
    days: 3,
    last: TODAY,
  }))
  const gaps = gapsAnswer(
    { places: names, topics: [], others: 40_000 },
    { contributeUrl: 'https://example.org/new', guidelines: ['Name a source.'] },
  )
  const review = answer(`twins ${HOMES[0]?.name} review`)
  const report = answer('report longreport people')
  assert.equal(findingsOf(report).length, 200)
  assert.ok(review.groups.length > 8)
  for (const given of [
    report,
    answer('report longreport'),
    answer('report'),
    gaps,
    review,
    answer('help'),
    answer('coverage'),
  ]) {
    for (const page of some(toBlocks(given, { to: 'asker', share: true, asked: given.ask })))
      assert.deepEqual(messageFaults(page), [], given.heading)
    for (const page of some(toBlocks(given, { to: 'channel', askedBy: 'U1' })))
      assert.deepEqual(messageFaults(page), [], given.heading)
    for (const card of some(toCards(given, { to: 'asker', share: true, asked: given.ask }))) accepted(card)
  }
  const { workspace, faults } = pretend({ desk })
  const home = await workspace.openHome('U1')
  assert.ok(home && home.blocks.length <= 100)
  assert.deepEqual(faults, [])
})

/** The first, the last, and one of so many between; with HANSA_EXHAUSTIVE, all. */
function some<T>(pages: readonly T[]): readonly T[] {
  const every = ALL ? 1 : 30
  return pages.filter((_, at) => at % every === 0 || at === pages.length - 1)
}

function area(kind: Area['kind'], name: string): Area {
  return { id: `a-${name}`, kind, name, also: [], members: [] }
}

/** A name for each number that no slip makes another. */
function named(kind: string, at: number): string {
  const syllables = ['ba', 'dor', 'fen', 'gil', 'hum', 'kir', 'lom', 'mat', 'nel', 'pur']
  const word = [...String(at).padStart(3, '0')].map((digit) => syllables[Number(digit)]).join('')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${word}${kind.toLowerCase()}`
}
