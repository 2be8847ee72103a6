import assert from 'node:assert/strict'
import { test } from 'node:test'
import { word } from '../../src/formats/word.ts'
import { linksOf } from '../../src/library/link.ts'
import { readWord } from '../formats/read-word.ts'
import { ask, shipped } from './shipped.ts'

const { knowledge } = shipped()

/** What committee papers on twinning ask, in their words: the place that each question names, what is told, and how it is asked. */
const QUESTIONS: readonly (readonly [place: string, says: RegExp, ...asked: readonly string[]])[] = [
  [
    'Aberdeen',
    /£147,250, 2015-16: budgeted/,
    'what does each link of Aberdeen cost a year',
    "what does each of Aberdeen's links cost a year",
    'annual cost of each twinning, Aberdeen',
  ],
  [
    'Volgograd',
    /That is not recorded of links here/,
    'what did the link with Volgograd bring',
    'what has the Coventry Volgograd link brought us',
    'what benefits came from the twinning of Coventry with Volgograd',
  ],
  [
    'Anshan',
    /vote: unanimous/i,
    'who decided to end Anshan and by what vote',
    "which committee ended Sheffield's link with Anshan, and how did they vote",
    'by what vote was the link with Anshan given up',
  ],
  [
    'Hangzhou',
    /£1,556\.61.*Leeds City Council/,
    'who travelled to Hangzhou and who paid',
    'which councillors went to Hangzhou and at whose expense',
    'who went on the trip to Hangzhou from Leeds, who paid',
  ],
  [
    'Sheffield',
    /Of \d+ links/,
    'which links does Sheffield have and in what state',
    'what twinnings exist in Sheffield and are they active',
    "list Sheffield's twinnings and their current status",
  ],
  [
    'Anshan',
    /gave the relationship up/,
    'should Sheffield keep, relinquish or rest its link with Anshan',
    'keep, end or rest: Sheffield Anshan',
    'decisions on Anshan',
  ],
  [
    'Sheffield',
    /criteria for new approaches/,
    'what criteria does Sheffield use for partners',
    'what criteria must a new twin of Sheffield meet',
    'does Lviv meet the criteria of Sheffield for a partner',
  ],
  [
    'Russia',
    /suspended by|\d places: .*Exeter/,
    'who suspended links with Russia in 2022',
    'which councils suspended their Russian links in 2022',
    'which other councils decided to suspend links with Russia',
  ],
  [
    'Chengdu',
    /kept by/,
    'who decided to keep Chengdu',
    'what lay behind keeping Chengdu',
    'why did Sheffield keep its link with Chengdu',
  ],
  [
    'Nablus',
    /friendship agreement/i,
    'what happened after the resolution on Nablus',
    'what came of the Sheffield resolution on Nablus',
    'what was decided on Nablus',
  ],
  [
    'Nablus',
    /^That is not recorded of links here.*Nobody is named here/,
    'who wrote in about Nablus',
    'who objected to the link with Nablus',
    'how many residents wrote to Sheffield about Nablus',
  ],
  [
    'Anshan',
    /after assessing it against the new policy/,
    'what was resolved on Anshan and on what assessment',
    'on what assessment did Sheffield relinquish Anshan',
    'on what basis was Anshan ended',
  ],
  [
    'Norwich',
    /What becomes of its links is not recorded/,
    "what happens to Norwich's links",
    "what becomes of Norwich's links when the council is abolished",
    'does Norwich end in 2028, and who has its twinnings then',
  ],
  [
    'Ukraine',
    /of the UK is not recorded here.*Lviv 717,273/,
    'which Ukrainian partners have places of our size',
    'which Ukrainian twins are towns about the size of Leeds',
    'Ukrainian cities twinned with places of similar size',
  ],
  [
    'Gomel',
    /by Aberdeen City Council/,
    'who pays for Gomel',
    'who pays for Gomel, the council or an association',
    'council, mayor or association: who pays for Gomel',
  ],
]

for (const [place, says, ...wordings] of QUESTIONS)
  for (const question of wordings)
    test(`a committee paper is answered or told plainly, and of nobody else: ${question}`, () => {
      const { heading, direct, lead = [], groups } = ask(question)
      const told = groups.flatMap((group) => group.findings)
      const words = [heading, direct?.sentence ?? '', ...lead, ...told.map((one) => one.says ?? '')]
      assert.ok(
        words.some((one) => says.test(one)),
        words.join('\n').slice(0, 2000),
      )
      assert.ok(told.length > 0)
      for (const { id, title, country, says = '', cite } of told) {
        const about = (knowledge.statements.get(id)?.places ?? []).map(
          (one) => knowledge.places.get(one)?.name,
        )
        assert.ok(
          about.includes(place) || country === place || `${title} ${says}`.includes(place),
          `${id}: ${title}`,
        )
        assert.ok(knowledge.sources.has(cite.source), id)
      }
    })

test('what came of a motion is told where it is known, and that it is not where it is not', () => {
  for (const [question, says] of [
    ['decisions on Lviv', /the process was still not finished/],
    ['who decided to suspend Volgograd and by what vote', /vote: unanimous/],
  ] as const) {
    const { direct, groups } = ask(question)
    const told = groups.flatMap(({ findings }) => findings.map((one) => one.says ?? ''))
    assert.ok(
      [direct?.sentence ?? '', ...told].some((one) => says.test(one)),
      question,
    )
  }
})

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
  const [heads = [], ...body] = rows
  assert.deepEqual(
    body.map(([link]) => link),
    links.map(({ twin, country }) => `${twin}, ${country}`),
  )
  const decisions = heads.indexOf('Decisions')
  for (const [city, outcome] of COMMITTEE) {
    const over = [...document.querySelectorAll('h3')].filter((one) => one.textContent?.includes(city))
    assert.equal(over.length, 1, city)
    const cell = body.find(([link = '']) => link.startsWith(`${city},`))?.[decisions] ?? ''
    // The body and the day stand in brackets behind each outcome.
    const told = [over[0]?.textContent, `Decisions: ${cell.replace(/ \([^)]*\)/g, '')}.`]
    for (let at = over[0]?.nextElementSibling; at?.tagName === 'P'; at = at.nextElementSibling)
      told.push(at.textContent)
    assert.match(told.join(' '), outcome, city)
    if (city !== 'South Korea') assert.match(cell, /\(Strategy and Resources Policy Committee, /, city)
  }
})

/** Item 13.2(i) of the committee’s minute: (a) to (j), each city of it. */
const COMMITTEE: readonly (readonly [city: string, outcome: RegExp])[] = [
  ['Anshan', /Decisions: ended\..*gave the relationship up/],
  ['Daqing', /Decisions: restarting the trade and collaboration agreement: refused\..*not to restart/],
  ['Nanchang', /Decisions: restarting the trade and collaboration agreement: refused\..*not to restart/],
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
