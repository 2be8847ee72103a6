import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { countryName } from '../../src/answer/in-words.ts'
import type { AnswerContext } from '../../src/answers/answer-context.ts'
import { onCouncil } from '../../src/answers/council.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { timelineOf } from '../../src/answers/parts/link-story.ts'
import { councilNamed } from '../../src/library/councils.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import { shipped } from './shipped.ts'

const { knowledge } = shipped()
const library = buildLibrary(knowledge)
const ask = (question: string, today = '2026-11-30') => createDesk(library, () => today).answer(question)
const findings = (question: string) => ask(question).groups.flatMap((group) => group.findings)

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

test('the end of the council around a place is never told as that of its own', () => {
  const around = knowledge.successors.flatMap(({ councils }) => councils.map(({ code }) => code))
  const inside = linksOf(knowledge)
    .map(({ place }) => place)
    .find(({ id, within }) => !around.includes(id) && within.some((code) => around.includes(code)))
  assert.ok(inside)
  assert.match(
    ask(`what becomes of ${inside.name}’s links`).direct?.sentence ?? '',
    /^No end of a council of .* itself/,
  )
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

test('what a body was only asked, or whose outcome the page does not show, is recorded as a proposal', () => {
  const open =
    /not the resolution|does not show what|shows no decision|before the decision|^[^.]* (?:was|were) asked (?:to|whether) |^(?:(?!suspended|ended|kept|approved)[^.])* (?:asked for|recommended|moved|proposed|planned|meant|(?:told|spoke) [^.]* of the plan) |[Dd]raft/
  const wrong = knowledge.decisions.filter(
    ({ decided, says, note = '' }) =>
      decided !== 'propose' && decided !== 'receive' && open.test(`${says} ${note}`),
  )
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  )
  assert.ok(knowledge.decisions.some(({ decided }) => decided === 'propose'))
})

test('no proposal reads as a decision, wherever it is shown', () => {
  for (const { id, decided } of knowledge.decisions) {
    const { title, says = '' } = library.finding(id, '2026-11-30')
    assert.equal(title.endsWith('proposed, not decided'), decided === 'propose', title)
    if (decided === 'propose') assert.match(says, /What came of/, id)
  }
  const proposals = new Set(
    knowledge.decisions.filter((one) => one.decided === 'propose').map(({ id }) => id),
  )
  const context = {
    knowledge,
    today: '2026-11-30',
    finding: (id: string) => library.finding(id, '2026-11-30'),
  }
  for (const { moments = [], findings } of linksOf(knowledge).flatMap((link) =>
    timelineOf(link, context as AnswerContext),
  ))
    if (proposals.has(findings[0]?.id ?? ''))
      for (const { what } of moments) assert.match(what, /proposed, not decided$/)
  const decided = ask('/twins decisions').groups.filter(({ under }) => under === 'Decided')
  assert.ok(decided.length > 0)
  for (const { findings } of decided) for (const { id } of findings) assert.ok(!proposals.has(id), id)
})

test('no sum is shown that no source printed', () => {
  const printed = new Set(knowledge.costs.flatMap(({ amount, note = '' }) => sums(`${amount} ${note}`)))
  for (const place of new Set(knowledge.costs.map((one) => one.place))) {
    const name = knowledge.places.get(place)?.name
    for (const asked of [`/twins ${name} costs`, `/twins ${name} visits`, `/twins ${name} review`]) {
      const { heading, lead = [], groups } = ask(asked)
      const ours = groups.filter(({ link }) => link === undefined)
      const says = ours.flatMap(({ title, lead = '', moments = [], findings }) => [
        ...[title, lead, ...moments.map(({ what }) => what)],
        ...findings.filter(({ kind }) => kind === 'cost').map((one) => one.says ?? ''),
      ])
      for (const sum of sums([heading, ...lead, ...says].join(' ')))
        assert.ok(printed.has(sum), `${asked}: ${sum}`)
    }
  }
})

function sums(text: string): readonly string[] {
  return text.match(/£[\d,.]*\d[KkMm]?/g) ?? []
}

test('no council is said to follow another before its day, whichever is asked for', () => {
  const asked = new Set<string>()
  for (const { councils, into, state } of knowledge.successors) {
    // The others of an entry are told by the same words.
    for (const name of [councils[0]?.name, into[0]].filter((one) => one !== undefined)) {
      if (asked.has(name) || !asked.add(name)) continue
      const says = ask(`what happens to ${name}`).direct?.sentence ?? ''
      assert.notEqual(says, '', name)
      const strongest = knowledge.successors.filter(
        (one) => one.into.includes(name) || one.councils.some((council) => council.name === name),
      )
      const hasEnded = strongest.some((one) => one.state === 'ended')
      if (state !== 'ended' && !hasEnded) assert.doesNotMatch(says, / ended | followed |went to/, says)
    }
  }
})

test('of every council, the end and what follows are told by the day asked: before, on and after', () => {
  const told = (name: string, today: string) => {
    const council = councilNamed(name, knowledge)
    assert.ok(council, name)
    const context = { knowledge, today, finding: (id: string) => library.finding(id, today) } as AnswerContext
    return onCouncil({ is: 'becomes', words: name, council }, context).direct?.sentence ?? ''
  }
  let rows = 0
  for (const { councils, into, ends = '2028-04' } of knowledge.successors) {
    const first = Temporal.PlainDate.from(`${ends}-01-01`.slice(0, 10))
    const days = [first.subtract({ days: 1 }), first, first.add({ days: 1 }), first.add({ years: 2 })]
    for (const name of new Set([...councils.map((one) => one.name), ...into])) {
      rows++
      const said = councilNamed(name, knowledge)?.said ?? []
      assert.equal(councilNamed(name, knowledge)?.name, name)
      const ended = said.filter(({ state }) => state === 'ended').map(({ ends = '' }) => ends)
      for (const day of days.map(String)) {
        const says = told(name, day)
        const isOver = ended.some((end) => `${end}-01-01`.slice(0, 10) <= day)
        assert.equal(/ ended | ended\.| followed |went to/.test(says), isOver, `${day}: ${says}`)
        if (/goes on today|is to follow .* and does not yet/.test(says))
          assert.ok(
            said.some(({ ends = '9999' }) => day < ends),
            `${day}: ${says}`,
          )
      }
    }
  }
  assert.ok(rows >= 155, String(rows))
})

test('no decision, sum, agreement, end or notice names a person, but by office', () => {
  const { decisions, costs, agreements, successors, notices } = knowledge
  for (const { id } of [...decisions, ...costs, ...agreements, ...successors, ...notices]) {
    const { title, says = '' } = library.finding(id, '2026-11-30')
    assert.doesNotMatch(`${title} ${says}`, NAMED, id)
    assert.doesNotMatch(says, /@|\b0\d{3,4} ?\d{3} ?\d{3,4}\b/, id)
  }
  for (const { body, id } of decisions) assert.doesNotMatch(body, NAMED, id)
  for (const { payer = '', id } of costs) assert.doesNotMatch(payer, NAMED, id)
  assert.ok(findings('/twins Sheffield decisions').length > 0)
})

test('no statement of the folder names a person by a title, and whoever asks for persons is shown none', () => {
  for (const { id, says = '', quote = '' } of knowledge.statements.values())
    assert.doesNotMatch(`${says} ${quote}`, NAMED, id)
  const desk = createDesk(library, () => '2026-11-30')
  const decided = new Set(knowledge.decisions.map(({ place }) => knowledge.places.get(place)?.name))
  assert.ok(decided.size > 30)
  for (const name of decided)
    for (const question of [`who wrote in about the links of ${name}`, `petitioners on ${name}’s twinning`]) {
      const { heading, lead = [], groups, table } = desk.answer(question)
      const told = groups.flatMap(({ findings }) => findings.map(({ says = '', quote = '' }) => says + quote))
      const rows = (table?.rows ?? []).flatMap((row) => JSON.stringify(row))
      assert.match(lead.join(' '), /That is not recorded of links here/, `${question}: ${heading}`)
      for (const text of [heading, ...lead, ...told, ...rows]) assert.doesNotMatch(text, NAMED, question)
    }
})

test('a proposal is in no sentence on what was decided, and no link of it is told by asking for it', () => {
  const desk = createDesk(library, () => '2026-11-30')
  const proposals = knowledge.decisions.filter(({ decided }) => decided === 'propose')
  const quoted = new Set(proposals.map(({ source, at, quote }) => `${source} ${at} ${quote}`))
  for (const { place, twin } of proposals) {
    const home = knowledge.places.get(place)?.name
    const far = knowledge.places.get(twin ?? '')?.name
    for (const question of [
      `/twins ${home} decisions`,
      ...(far ? [`/twins ${home} ${far} decisions`] : []),
    ]) {
      const { direct, groups } = desk.answer(question)
      assert.doesNotMatch(direct?.sentence ?? '', /propos/, question)
      const own = groups.filter(({ under }) => under === 'Decided').flatMap(({ findings }) => findings)
      for (const { id } of own) assert.ok(!proposals.some((one) => one.id === id), `${question}: ${id}`)
      if (own.length === 0) assert.equal(direct, undefined, question)
    }
  }
  assert.ok(quoted.size > 20)
})

test('who takes over the links of a place is told by the day asked, whichever way it is asked', () => {
  const codes = new Set(knowledge.successors.flatMap(({ councils }) => councils.map(({ code }) => code)))
  const places = new Map(linksOf(knowledge).map(({ place, twin }) => [place, twin]))
  const ending = [...places].filter(([{ id }]) => codes.has(id))
  assert.ok(ending.length > 20)
  for (const today of ['2026-12-01', '2027-03-31', '2027-04-02', '2028-04-02']) {
    const desk = createDesk(library, () => today)
    for (const [{ id, name }, twin] of ending) {
      const said = knowledge.successors.filter(({ councils }) => councils.some(({ code }) => code === id))
      const isOver = said.some(
        ({ state, ends = '9999' }) => state === 'ended' && `${ends}-01-01`.slice(0, 10) <= today,
      )
      const sentences = [
        `what happens to ${name}’s links`,
        `who takes over ${name}’s link with ${twin.name}`,
        `fate of ${name}’s twinnings on reorganisation`,
      ].map((question) => desk.answer(question).direct?.sentence ?? question)
      assert.equal(new Set(sentences).size, 1, sentences.join('\n'))
      assert.equal(
        / ended | ended\.| followed |went to/.test(sentences[0] ?? ''),
        isOver,
        `${today}: ${sentences[0]}`,
      )
    }
  }
})

/** A title and a name behind it; the Lord Mayor is an office. */
const NAMED =
  /\b(Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Herr|Frau)\.? (?!Mayor|Provost|Lieutenant|Mayoress)\p{Lu}/u

test('who ended or suspended links with a country is told by how links stand and by what was decided', () => {
  const links = linksOf(knowledge)
  const countries = new Set(links.map(({ twin }) => twin.country))
  let byDecisionAlone = 0
  for (const [decided, state, who] of [
    ['end', 'ended', 'who ended links with'],
    ['suspend', 'suspended', 'who suspended links with'],
  ] as const) {
    for (const code of countries) {
      const name = countryName(code)
      const own = links.filter(({ twin }) => twin.country === code)
      const didSo = (link: (typeof links)[number]) =>
        knowledge.decisions.filter(
          (one) =>
            one.place === link.place.id &&
            one.twin === link.twin.id &&
            one.decided === decided &&
            !one.matter,
        )
      const standing = own.filter(({ decisive }) => decisive?.status === state)
      const ends = (some: typeof own) => some.map(({ place, twin }) => `${place.id} ${twin.id}`).sort()
      const asked = own.filter((link) => standing.includes(link) || didSo(link).length > 0)
      byDecisionAlone += asked.length - standing.length
      const { table } = ask(`${state} links with ${name}`)
      assert.deepEqual(table?.rows.map(({ link }) => link).sort() ?? [], ends(asked), `${state} ${name}`)
      const shown = new Set(findings(`${who} ${name}`).map(({ id }) => id))
      for (const link of asked) {
        const ids = didSo(link).map(({ id }) => id)
        const told = ids.length > 0 ? ids : [link.decisive?.id ?? '']
        assert.ok(
          told.every((id) => shown.has(id)),
          `${who} ${name}: ${told}`,
        )
      }
    }
  }
  assert.ok(byDecisionAlone > 0)
})

/** How people type what committee papers ask, what it is read as, and what the answer says. */
const TYPED: readonly (readonly [question: string, ask: RegExp, says?: RegExp])[] = [
  ["when did bishop's stortford pull the plug on Friedberg", /decisions$/, /13 to 3/],
  ['Which body agreed the friendship agreement with Nablus in Sheffield?', /decisions$/],
  ['which of our links should we let go - Wakefield', /^twins Wakefield decisions$/],
  ['does Bradford have a policy for choosing partners', /^twins Bradford criteria$/],
  ['expenditure on town twinning, Aberdeen City Council, 2016/17', /in 2016 costs$/, /£137,000/],
  ['is there a written agreement between Belfast and Boston', /what was signed$/, /signed 12 May 2014/],
  ["when does Sheffield's agreement with Nablus run out", /what was signed$/, /until October 2027/],
  ['Who signed for Sheffield with Khmelnytskyi?', /what was signed$/, /memorandum of understanding/],
  ['is Estelí a council link', /who holds$/],
  ["does the council still run Bishop's Stortford's twinning", /Stortford who holds$/],
  ["which of Cheltenham's twinnings are run by the association", /held by an association$/],
  ["who gets Exeter's twin towns when the council goes", /^twins Exeter successor$/],
  ["Surrey is being split, who gets Guildford's link with Freiburg", /^twins Guildford successor$/],
  ["did Taunton Deane's links move to Somerset", /^twins Taunton Deane Borough Council successor$/],
  ['will Oxford keep its twins if reorganised', /^twins Oxford successor$/],
  ['Carlisle council gone? links?', /^twins Carlisle successor$/, /ended on 1 April 2023/],
  ['anyone doing hydrogen with a twin town?', /^twins on energy$/],
  ['dementia projects with Japan', /^twins Japan on ageing$/],
  ['anybody in Poland looking for an English twin', /notices$/],
  ['did residents write in to keep Volgograd', /^twins Volgograd, Russia$/, /Nobody is named here/],
  ['how big is Khmelnytskyi compared to Sheffield', /population$/, /GeoNames has: Khmelnytskyi 274,582/],
  [
    'on what date did Oxford suspend Perm',
    /Perm/,
    /suspended by Council leader|Council leader, 4 March 2022/,
  ],
  ['did Cambridgeshire end Viersen', /Viersen/, /Kreis Viersen, Germany: proposed, not decided/],
  ['Did Portsmouth agree Halifax as a sister city?', /^twins Portsmouth and Halifax, Canada decisions$/],
  [
    'what conditions does Windsor attach to twinning grants',
    /criteria$/,
    /Windsor and Maidenhead, in which Windsor/,
  ],
  ['Rhondda Cynon Taf and Pavlohrad: what stage is that at', /Pavlohrad/, /proposed, not decided/],
  ["who do I contact about Bridgend's twinning with Langenau?", /who holds$/],
  ['keep, relinquish or rest', /^keep, relinquish or rest$/, /names no place and no partner/],
  ["who met the costs of councillors' trips from Leeds", /^twins Leeds/, /£31,386/],
  ['did Bury St Edmunds stop paying for visits', /decisions$/, /civic budget/],
  ['any place in Germany seeking a British partner', /notices$/],
  ['full story of Oxford and Perm', /^twins Oxford and Perm, Russia$/],
  ['has Portsmouth put new twinnings on hold', /^twins Portsmouth/],
  ['what happened with Leeds and Kharkiv', /Kharkiv/, /Executive Board, 2023/],
]

test('loose wording is read as what committee papers ask, and answered with what is on record', () => {
  for (const [question, asked, says = /./] of TYPED) {
    const answer = ask(question, '2026-12-01')
    const told = answer.groups.flatMap(({ title, findings }) => [
      title,
      ...findings.flatMap((one) => [one.title, one.says ?? '']),
    ])
    assert.match(answer.ask, asked, question)
    assert.match([answer.direct?.sentence ?? '', ...(answer.lead ?? []), ...told].join('\n'), says, question)
  }
})

test('of a place on which nothing is held, what was decided on its country is a press away', () => {
  const { outcome, groups, next } = ask('what did other councils do after Gaza')
  assert.deepEqual([outcome, groups], ['nothing', []])
  assert.equal(next[0]?.ask, 'twins Palestine decisions')
})

test('a link of a town is never told as that of the area that was asked for', () => {
  const { direct } = ask('has Cambridgeshire ended the Viersen twinning')
  assert.match(direct?.sentence ?? '', /: Peterborough – Viersen, Germany\.$/)
})

test('what is known by its month alone stands behind the days of it, wherever decisions are told in order', () => {
  const { table, groups } = ask('twins Coventry Volgograd')
  const told = table?.rows[0]?.more?.find(([head]) => head === 'Decisions')?.[1]
  assert.match(told ?? '', /^kept \(9 March 2022\); suspended \(March 2022\)/)
  const days = groups.filter(({ under }) => under === 'Timeline').map(({ title }) => title.split(' · ')[0])
  assert.ok(days.indexOf('9 March 2022') < days.indexOf('March 2022'), days.join())
  assert.ok(days.includes('February 2018'))
  assert.match(ask('who suspended Volgograd').direct?.sentence ?? '', /March 2022/)
})
