import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { word } from '../../src/formats/word.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import { readWord } from '../formats/read-word.ts'
import { shipped } from './shipped.ts'

const { knowledge } = shipped()
const library = buildLibrary(knowledge)
const ask = (question: string, today = '2026-11-30') => createDesk(library, () => today).answer(question)

/** What committee papers on twinning ask, and the place that each question names. */
const QUESTIONS: readonly (readonly [question: string, place: string, says: RegExp])[] = [
  ['what does each link of Aberdeen cost a year', 'Aberdeen', /£147,250, 2015-16: budgeted/],
  ['what did the link with Volgograd bring', 'Volgograd', /That is not recorded of links here/],
  ['who decided to suspend Volgograd and by what vote', 'Volgograd', /vote: unanimous/],
  ['who travelled to Hangzhou and who paid', 'Hangzhou', /Leeds City Council/],
  ['which links does Sheffield have and in what state', 'Sheffield', /Of \d+ links/],
  ['decisions on Anshan', 'Anshan', /Vote: Unanimous/],
  ['what criteria does Sheffield use for partners', 'Sheffield', /criteria for new approaches/],
  ['who suspended links with Russia in 2022', 'Russia', /suspended by/],
  ['who decided to keep Chengdu', 'Chengdu', /kept by/],
  ['decisions on Lviv', 'Lviv', /the process was still not finished/],
  ['who wrote in about Nablus', 'Nablus', /^That is not recorded of links here/],
  ['what was decided on Nablus', 'Nablus', /Friendship Agreement|friendship agreement/],
  ["what happens to Norwich's links", 'Norwich', /What becomes of its links is not recorded/],
  [
    'which Ukrainian partners have places of our size',
    'Ukraine',
    /of the UK is not recorded here.*Lviv 717,273/,
  ],
  ['who pays for Gomel', 'Gomel', /by Aberdeen City Council/],
]

for (const [question, place, says] of QUESTIONS) {
  test(`a committee paper is answered or told plainly, and of nobody else: ${question}`, () => {
    const { heading, direct, lead = [], groups } = ask(question)
    const told = groups.flatMap((group) => group.findings)
    const words = [heading, direct?.sentence ?? '', ...lead, ...told.map((one) => one.says ?? '')]
    assert.ok(
      words.some((one) => says.test(one)),
      words.join('\n').slice(0, 2000),
    )
    assert.ok(told.length > 0)
    for (const { id, title, country, says = '' } of told) {
      const about = (knowledge.statements.get(id)?.places ?? []).map((one) => knowledge.places.get(one)?.name)
      assert.ok(
        about.includes(place) || country === place || `${title} ${says}`.includes(place),
        `${id}: ${title}`,
      )
    }
  })
}

test('the review sheet of Sheffield has every city and every outcome of the committee’s own list', () => {
  const { groups } = ask('review of Sheffield')
  const sheets = groups.filter(({ under = '' }) => /headings of a review|Beside the links/.test(under))
  for (const [city, outcome] of COMMITTEE) {
    const own = sheets.filter(({ title }) => title.includes(city))
    assert.equal(own.length, 1, city)
    const told = own.flatMap(({ title, lead = '', findings }) => [
      title,
      lead,
      ...findings.map(({ says = '' }) => says),
    ])
    assert.match(told.join(' '), outcome, city)
    assert.match(JSON.stringify(own), /item 13\.2\(i\)/, city)
  }
})

test('the Word file of that sheet, read by another program, holds every row, every city and every outcome', async () => {
  const answer = ask('review of Sheffield')
  const { rows, document } = await readWord(await word(answer, { day: '2026-11-30' }))
  const links = answer.table?.rows ?? []
  assert.deepEqual(
    rows.slice(1).map(([place, twin]) => [place, twin]),
    links.map(({ place, twin }) => [place, twin]),
  )
  for (const [city, outcome] of COMMITTEE) {
    const heads = [...document.querySelectorAll('h3')].filter((one) => one.textContent?.includes(city))
    assert.equal(heads.length, 1, city)
    const told = [heads[0]?.textContent]
    for (let at = heads[0]?.nextElementSibling; at?.tagName === 'P'; at = at.nextElementSibling)
      told.push(at.textContent)
    assert.match(told.join(' '), outcome, city)
  }
})

/** Item 13.2(i) of the committee’s minute: (a) to (j), each city of it. */
const COMMITTEE: readonly (readonly [city: string, outcome: RegExp])[] = [
  ['Anshan', /Decisions: ended\..*gave the relationship up/],
  ['Daqing', /Decisions: refused\..*not to restart/],
  ['Nanchang', /Decisions: refused\..*not to restart/],
  ['Chengdu', /Decisions: kept\./],
  ['Bapaume', /Decisions: kept\./],
  ['Estelí', /Decisions: reviewed\..*run by the community/],
  ['Bochum', /Decisions: kept\./],
  ['Kawasaki', /Decisions: kept\./],
  ['Khmelnytskyi', /Decisions: (started; )?kept/],
  ['Pittsburgh', /Decisions: kept\./],
  ['Donetsk', /Decisions: reviewed\..*no further action/],
  ['Kotli', /Decisions: reviewed\..*dormant/],
  ['Kitwe', /Decisions: reviewed\..*dormant/],
  ['Nablus', /Decisions: started; .*friendship agreement/],
  ['South Korea', /proposed, not decided.*What came of the proposal is not recorded here/],
]

test('links are asked for by what they are about, by every word for it', () => {
  const links = linksOf(knowledge).filter(({ standing }) => standing !== 'ended')
  for (const { theme, words } of knowledge.themes) {
    const about = links
      .filter(({ themes }) => themes.includes(theme))
      .map(({ place, twin }) => `${place.id} ${twin.id}`)
    for (const word of words) {
      const { outcome, table } = ask(`links about ${word}`)
      assert.deepEqual(
        [outcome, table?.rows.map(({ link }) => link).sort() ?? []],
        [about.length > 0 ? 'found' : 'nothing', about.sort()],
        word,
      )
    }
  }
  assert.match(
    ask('who works with Japan on ageing').heading,
    /^Japan, on ageing: none of the \d+ links on record$/,
  )
  assert.match(ask('climate partners of Leeds').lead?.join(' ') ?? '', /not recorded for \d+ of them/)
})
