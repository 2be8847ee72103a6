import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'

const { knowledge, problems } = read({
  'places/b.yml': [
    'places:',
    '  - {id: E08000019, name: Sheffield, country: GB, lat: 53.4, lon: -1.5}',
    '  - {id: E07000148, name: Norwich, country: GB, lat: 52.6, lon: 1.3}',
    '  - {id: 2038120, name: Anshan, country: CN, lat: 41.1, lon: 123}',
    '  - {id: 472757, name: Volgograd, country: RU, lat: 48.7, lon: 44.5}',
    '',
  ].join('\n'),
  'decisions/a.yml': [
    `${DATES}decisions:`,
    '  - {id: end, place: Sheffield, twin: "Anshan, CN", body: Policy Committee, decided: end, says: Given up., vote: Unanimous, source: A}',
    '  - {id: asked, place: Sheffield, twin: "Volgograd, RU", body: Leader, on: 2022-02, decided: propose, says: Asked for., led-to: [halt], source: A}',
    '  - {id: halt, place: Sheffield, twin: "Volgograd, RU", body: Full Council, on: 2022-03-10, decided: suspend, says: Halted., source: A}',
    '  - {id: policy, place: Sheffield, matter: the policy, body: Policy Committee, on: 2023, decided: review, says: Set., criteria: [new partners], source: A}',
    '  - {id: open, place: Leeds, country: UA, body: Full Council, on: 2022-07, decided: propose, says: To be looked into., source: A}',
    '',
  ].join('\n'),
  'costs/a.yml': [
    `${DATES}costs:`,
    '  - {id: whole, place: Sheffield, amount: "£900", period: 2015, was: budgeted, for: all, source: A}',
    '  - {id: part, place: Sheffield, amount: "£400", period: 2015, was: budgeted, for: staff, part-of: whole, source: A}',
    '',
  ].join('\n'),
  'words/a.yml': [
    'asks:',
    '  - {asks: decisions, words: [approve, on what basis], why: asked for}',
    '  - {asks: criteria, words: [qualify, criteria], why: asked for}',
    '  - {asks: visits, words: [attend], why: asked for}',
    '  - {asks: people, words: [petitioner], why: asked for}',
    '  - {asks: not recorded, words: [impact], why: asked for}',
    '',
  ].join('\n'),
  'successors/a.yml': [
    `${DATES}successors:`,
    '  - {id: n, councils: [{name: Norwich City Council, code: E07000148}], ends: 2028-04-01, into: [Greater Norwich City], state: decided, on: 2026-03, source: A}',
    '  - {id: c, councils: [{name: Corby Borough Council, code: E07000150}], ends: 2021-04-01, into: [North Northamptonshire Council], state: ended, source: A}',
    '  - {id: e, councils: [{name: Eastbourne Borough Council, code: E07000061}], into: [Sussex Coast], state: consulted, source: A}',
    '',
  ].join('\n'),
})
assert.ok(knowledge, JSON.stringify(problems))
const library = buildLibrary(knowledge)

function ask(question: string, today = TODAY): Answer {
  return createDesk(library, () => today).answer(question)
}

function ids({ groups }: Answer): readonly string[] {
  return groups.flatMap(({ findings }) => findings.map(({ id }) => id))
}

test('decisions are told of whom the question names, and of nobody else', () => {
  for (const question of [
    '/twins Sheffield decisions',
    'decisions of Sheffield',
    'what was decided by Sheffield',
  ])
    assert.deepEqual(ids(ask(question)), ['policy', 'halt', 'end', 'asked'], question)
  assert.deepEqual(ids(ask('decisions on Russia')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('decisions on Anshan')), ['end'])
  assert.deepEqual(ids(ask('decisions on Ukraine')), ['open'])
  assert.equal(ask('decisions on Dortmund').heading, 'Decisions, Dortmund, Germany: not recorded')
})

test('who decided it, when and by what vote is one sentence, with what it does not know', () => {
  assert.equal(
    ask('who decided to end Anshan').direct?.sentence,
    'Sheffield – Anshan, China: ended by Policy Committee, on a day that the source does not print; vote: unanimous.',
  )
  assert.equal(
    ask('who suspended Volgograd').direct?.sentence,
    'Sheffield – Volgograd, Russia: suspended by Full Council, 10 March 2022; the vote is not recorded.',
  )
})

test('of a name that nobody knows no records are told, and those of all are a press away', () => {
  for (const [question, all] of [
    ['who decided to end Zorbville', 'twins decisions'],
    ['decision to suspend the link with Zorbville', 'twins decisions'],
    ['should we keep the Zorbville link', 'twins decisions'],
    ['what does twinning cost Zorbville', 'twins costs'],
    ['cost to Zorbville of its twin towns', 'twins costs'],
  ] as const) {
    const { heading, groups, table, next } = ask(question)
    assert.equal(heading, 'We know no place called “Zorbville”', question)
    assert.deepEqual([groups, table], [[], undefined], question)
    assert.equal(next[0]?.ask, all, question)
  }
  assert.deepEqual(ids(ask('twins decisions')).toSorted(), ['asked', 'end', 'halt', 'open', 'policy'])
})

test('a year beside decisions is theirs, and those without a day are counted', () => {
  const { lead = [], ...answer } = ask('/twins Sheffield decisions 2022')
  assert.deepEqual(ids(answer as Answer), ['halt', 'asked'])
  assert.ok(lead.includes('1 other decision has no day in the source.'), lead.join(' '))
})

test('a proposal stands apart, and says what came of it or that nothing is recorded', () => {
  const { groups } = ask('decisions on Russia')
  assert.deepEqual(
    groups.map(({ under }) => under),
    ['Decided', 'Proposed, and not decided'],
  )
  assert.match(
    groups[1]?.findings[0]?.says ?? '',
    /What came of it: suspended \(Full Council, 10 March 2022\)\./,
  )
  const [open] = ask('/twins Leeds decisions').groups
  assert.equal(open?.under, 'Proposed, and not decided')
  assert.match(open?.findings[0]?.says ?? '', /What came of the proposal is not recorded here\./)
  assert.equal(ask('/twins Leeds decisions').direct, undefined)
})

test('sums are shown as printed, a part under its whole, and never added', () => {
  const { heading, groups, lead = [] } = ask('what does twinning cost Sheffield')
  assert.equal(heading, 'Sheffield: 2 sums on record, as printed')
  assert.deepEqual(
    groups.map(({ findings }) => findings.map(({ id }) => id)),
    [['whole', 'part']],
  )
  assert.match(groups[0]?.findings[1]?.says ?? '', /A part of the £900 of 2015, not beside it\./)
  assert.match(
    lead.join(' '),
    /Nothing here is added up or estimated\..*Not all was spent: some is budgeted\./,
  )
  assert.equal(ask('what does Leeds spend on twinning').outcome, 'nothing')
})

test('where only sums for all links of a place are recorded, none is told for one of them, and they are offered', () => {
  const { outcome, lead = [], next } = ask('what did Sheffield spend on Anshan')
  assert.equal(outcome, 'nothing')
  assert.ok(lead.includes('2 sums are recorded of Sheffield otherwise: ask for all of them.'), lead.join(' '))
  assert.deepEqual(
    next.map(({ ask = '' }) => ask).filter((one) => one.endsWith(' costs')),
    ['twins Sheffield costs'],
  )
})

test('no council is called a successor before its day', () => {
  const says = (day: string) => ask("what happens to Norwich's links", day).direct?.sentence ?? ''
  assert.equal(
    says(TODAY),
    'Norwich City Council goes on today, and is to end on 1 April 2028, by a decision that was not yet law as of March 2026; Greater Norwich City is to follow.',
  )
  assert.equal(
    says('2028-04-02'),
    'Norwich City Council was to end on 1 April 2028, by a decision that was not yet law as of March 2026; Greater Norwich City was to follow. No source from after that day is recorded.',
  )
  assert.deepEqual(ask("what happens to Norwich's links").lead, [
    'What becomes of its links is not recorded.',
  ])
})

test('a council that is no place here is found by its own name and by that of its successor', () => {
  const ended =
    'Corby Borough Council ended on 1 April 2021; its area went to North Northamptonshire Council.'
  for (const question of ['who succeeded Corby', 'what became of Corby Borough Council'])
    assert.equal(ask(question).direct?.sentence, ended, question)
  assert.equal(
    ask('what happens to North Northamptonshire').direct?.sentence,
    'North Northamptonshire Council followed Corby Borough Council on 1 April 2021.',
  )
})

test('a consultation names no successor', () => {
  assert.equal(
    ask('what becomes of Eastbourne').direct?.sentence,
    'Nothing decided is recorded of Eastbourne Borough Council: there was a consultation on its end.',
  )
})

test('what is asked once can be asked again as it was understood', () => {
  for (const question of [
    'who decided to end Anshan',
    '/twins Sheffield decisions 2022',
    'what does Sheffield cost',
    'who succeeded Corby',
  ]) {
    const answer = ask(question)
    assert.deepEqual(ids(ask(answer.ask)), ids(answer), answer.ask)
  }
})

test('what it costs and what becomes of a council are asked for in many words', () => {
  for (const question of [
    'what did Sheffield pay for twinning',
    'how much does Sheffield spend on twinning',
    'what was paid for twinning by Sheffield',
    'price of twinning in Sheffield',
    'how expensive is twinning for Sheffield',
  ])
    assert.deepEqual(ids(ask(question)), ['whole', 'part'], question)
  for (const question of [
    "what happens to Norwich's links after local government reorganisation",
    "what happens to Norwich's links once the council is abolished",
    "what will happen to Norwich's twin towns when it is merged",
    "who takes over Norwich's twinnings",
    "who inherits Norwich's links",
  ])
    assert.equal(ask(question).query?.intent, 'becomes', question)
  assert.deepEqual(ids(ask('how did the vote on Anshan go')), ['end'])
})

test('what was decided, why, and what came of it are asked for in many words, and so is what is not recorded', () => {
  for (const question of [
    'how was the decision on Anshan taken',
    'what lay behind ending the link with Anshan',
    'reasons for ending the link with Anshan',
    'what happened after the resolution on Anshan',
    'what came of the motion on Anshan',
    'what was resolved on Anshan and on what assessment',
    'why was the Anshan link not kept',
  ])
    assert.deepEqual(ids(ask(question)), ['end'], question)
  for (const question of [
    'annual cost of twinning in Sheffield',
    'cost per link for Sheffield',
    'travel costs Sheffield',
  ])
    assert.deepEqual(ids(ask(question)), ['whole', 'part'], question)
  for (const question of [
    'what are the benefits of the twinning of Leeds with Dortmund',
    'what has Leeds got out of Dortmund',
    'outcomes of the Leeds Dortmund link',
    'who wrote in about the Dortmund twinning',
    'how many letters were received about the Leeds Dortmund twinning',
    'names of people who petitioned against the Leeds Dortmund link',
  ])
    assert.match(ask(question).lead?.join(' ') ?? '', /^That is not recorded of links here/, question)
  // Of no place it is a matter: what is written on it is looked for.
  for (const question of [
    'what are the benefits of twinning',
    'reasons for ending twinnings',
    'outcomes of twinning',
  ])
    assert.equal(ask(question).query?.intent, 'statements', question)
})

test('words of the folder ask for records of the places named, in any form, and only there', () => {
  for (const [question, found] of [
    ['who approved giving up Anshan', ['end']],
    ['approval of the Anshan business by anybody', ['end']],
    ['on what basis did Sheffield act in Volgograd', ['halt', 'asked']],
  ] as const)
    assert.deepEqual(ids(ask(question)), found, question)
  // One home place and more words than these are rather asked of the texts.
  for (const question of [
    'impact of floods on Leeds',
    'who approved the incinerator',
    'impact of twinning on health',
  ])
    assert.notEqual(ask(question).query?.intent, 'links', question)
  assert.equal(ask('who approved the Zorbville link').heading, 'We know no place called “Zorbville”')
})

test('what no entry tells is said so, and of no fewer links than are', () => {
  for (const question of [
    'impact of the Leeds Dortmund link over the last five years',
    'petitioners against ending Leeds and Dortmund',
    'did anyone write in support of keeping the Leeds Dortmund link',
  ]) {
    const { lead = [], table } = ask(question)
    assert.match(lead.join(' '), /That is not recorded of links here/, question)
    assert.equal(table?.rows.length, 1, question)
  }
  assert.match(ask('impact of the link of Leeds and Volgograd').lead?.[0] ?? '', /^That is not recorded/)
})

test('criteria are those that the body here decided on, and a partner of which none are recorded is told so', () => {
  for (const question of [
    'does Volgograd meet the criteria of Sheffield',
    'would Anshan qualify as a twin of Sheffield',
    'criteria of Sheffield for new links',
  ])
    assert.deepEqual(ids(ask(question)), ['policy'], question)
  const { heading, next } = ask('what criteria does Leeds have for links')
  assert.equal(heading, 'Criteria, Leeds: not recorded')
  assert.deepEqual(
    next.map((one) => one.ask),
    ['ask Leeds', 'twins Leeds decisions', 'twins criteria', 'twins Leeds'],
  )
})

test('who went is told by what was paid for travel and guests, and never by name', () => {
  const { heading, lead = [] } = ask('who attended from Sheffield in Volgograd')
  assert.equal(heading, 'Visits, Sheffield and Volgograd, Russia: not recorded')
  assert.match(lead.join(' '), /by office and never by name/)
})

test('where no link is, what was decided is told, and what others decided is a press away', () => {
  const none = ask('twins Sheffield Volgograd')
  assert.match(none.heading, /^We hold no link between Sheffield and Volgograd/)
  assert.deepEqual(
    none.groups.map(({ under }) => under),
    ['Decided', 'Proposed, and not decided'],
  )
  assert.match(none.note ?? '', /^2 statements from /)
  assert.ok(
    none.lead?.includes('Sheffield and Volgograd, Russia: 1 decision and 1 proposal are recorded, too.'),
  )
  assert.ok(none.next.some((one) => one.ask === 'twins Sheffield and Volgograd, Russia decisions'))
  const { next } = ask('should Leeds suspend its links with Russia')
  assert.ok(next.some((one) => one.ask === 'twins Russia decisions'))
})

test('who takes over a link is asked of the council that holds it, what becomes of it of the link', () => {
  const of = (question: string) => ask(question).query?.intent
  assert.equal(of("who will take over Norwich's link with Dortmund"), 'becomes')
  assert.equal(of("what becomes of Norwich's link with Dortmund"), 'links')
  assert.equal(
    ask("fate of Leeds's links under reorganisation").heading,
    'What becomes of the council, Leeds: not recorded',
  )
})

test('what any council decided is told of all, and which words played no part', () => {
  const { lead = [], ...answer } = ask('has any council ended a link over human rights')
  assert.deepEqual(ids(answer as Answer), ['end'])
  assert.deepEqual(answer.query?.unused, ['over', 'human', 'rights'])
  assert.deepEqual(ids(ask('what did other councils do about Russia')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('what did other councils do about Russia since March 2022')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('what did other councils do about Russia since March 2023')), [])
})

test('what stands behind a reason is no other partner, once a partner is named', () => {
  for (const [question, asked, unused] of [
    [
      'should Sheffield end its link with Russia over Ukraine',
      'twins Sheffield and Russia decisions',
      ['over', 'Ukraine'],
    ],
    [
      'have councils suspended Russian links because of Anshan',
      'twins Russia decided to suspend decisions',
      ['because', 'Anshan'],
    ],
    ['should a council cut its Russian twin over Zorbville', 'twins Russia decisions', ['over', 'Zorbville']],
    ['did anyone suspend Russian twinnings over Zorbville', 'twins Russia decisions', ['over', 'Zorbville']],
  ] as const) {
    const { query } = ask(question)
    assert.equal(query?.ask, asked, question)
    for (const word of unused) assert.ok(query?.unused.includes(word), `${question}: ${query?.unused}`)
  }
  // Where none is named before, it is the matter.
  assert.equal(ask('who voted over Volgograd').query?.ask, 'twins Volgograd, Russia decisions')
})

test('a word written small beside names written large is none of a place, be it misspelt or called like one', () => {
  for (const question of [
    'how much ratepayers money went on Sheffield and Anshan',
    'Plese tell what Sheffield paid for Anshan',
  ])
    assert.equal(ask(question).query?.ask, 'twins Sheffield and Anshan, China costs', question)
  assert.equal(ask('who decided to end zorbville').heading, 'We know no place called “zorbville”')
})

test('what is said of no place stands in no answer on two that are named', () => {
  const { groups } = ask('something on Leeds and Dortmund and civic universities')
  const told = groups.flatMap(({ findings }) => findings)
  for (const { id } of told) assert.ok((knowledge.statements.get(id)?.places.length ?? 0) > 0, id)
})

test('what a place that is not named should do is told by what all decided so', () => {
  for (const [question, found, unused] of [
    ['should we suspend over war', ['halt'], ['over', 'war']],
    ['should we suspend our links because of the war in Ukraine', ['halt'], ['because', 'war', 'Ukraine']],
    ['which links should we end', ['end'], []],
    ['should we suspend our Russian link', ['halt', 'asked'], []],
    ['criteria for ending a twinning', ['policy'], []],
    ['does a proposed partner meet our criteria', ['policy'], ['proposed', 'meet']],
  ] as const) {
    const { query, ...answer } = ask(question)
    assert.deepEqual(ids(answer as Answer), found, question)
    for (const word of unused) assert.ok(query?.unused.includes(word), `${question}: ${query?.unused}`)
  }
  // What is written on it is asked for without us.
  for (const question of [
    'why should councils end twinnings',
    'should we buy a tram',
    'outcomes of our twinning',
  ])
    assert.notEqual(ask(question).query?.ask, 'twins decided to end decisions', question)
})

test('of a name that nobody knows no links are told either, whatever is asked of them', () => {
  for (const question of ['did Zorbville suspend its Russian link', 'is Zorbville still twinned with Anshan'])
    assert.equal(ask(question).heading, 'We know no place called “Zorbville”', question)
})

test('what was decided on all links of a place is told where nothing is recorded on the one asked for', () => {
  const {
    heading,
    groups,
    lead = [],
    next,
  } = ask('has Sheffield ended its link with Dortmund over money, and by what vote')
  assert.match(heading, /^Decisions, .*: not recorded$/)
  assert.deepEqual(groups, [])
  assert.ok(lead.includes('1 decision recorded on all links of Sheffield.'), lead.join(' '))
  assert.ok(next.some((one) => one.ask === 'twins Sheffield decisions'))
})
