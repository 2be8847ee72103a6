import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../src/answer/answer.ts'
import { ask, ids, library } from './on-record-folder.ts'

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
  for (const [question, told] of [
    ['does Volgograd meet the criteria of Sheffield', ['halt', 'asked', 'policy']],
    ['would Anshan qualify as a twin of Sheffield', ['end', 'policy']],
    ['criteria of Sheffield for new links', ['policy']],
  ] as const)
    assert.deepEqual(ids(ask(question)), told, question)
  const { heading, next } = ask('what criteria does Leeds have for links')
  assert.equal(heading, 'No decision on criteria is recorded for Leeds')
  assert.deepEqual(
    next.map((one) => one.ask),
    ['ask Leeds', 'twins Leeds decisions', 'twins criteria', 'twins Leeds'],
  )
})

test('who went is told by what was paid for travel and guests, and never by name', () => {
  const { heading, lead = [] } = ask('who attended from Sheffield in Volgograd')
  assert.equal(
    heading,
    'No sum for travel or for visitors that a source prints is recorded for Sheffield and Volgograd, Russia',
  )
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
    'No end of a council is recorded for Leeds',
  )
})

test('what any council decided is told of all, and which words played no part', () => {
  const { lead = [], ...answer } = ask('has any council ended a link over human rights')
  assert.deepEqual(ids(answer as Answer), ['end'])
  assert.deepEqual(answer.query?.unused, ['over', 'human', 'rights'])
  assert.deepEqual(ids(ask('what did other councils do about Russia')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('what did other councils do about Russia since February 2022')), ['halt', 'asked'])
  assert.deepEqual(ids(ask('what did other councils do about Russia since March 2022')), ['halt'])
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
  for (const { id } of told) assert.ok((library.knowledge.statements.get(id)?.places.length ?? 0) > 0, id)
})

test('what a place that is not named should do is told by what all decided so', () => {
  for (const [question, found, unused] of [
    ['should we suspend over war', ['halt'], ['over', 'war']],
    ['should we suspend our links because of the war in Ukraine', ['halt'], ['because', 'war', 'Ukraine']],
    ['which links should we end', ['end'], []],
    ['should we suspend our Russian link', ['halt', 'asked'], []],
    ['criteria for ending a twinning', ['policy'], []],
    ['does a proposed partner meet our criteria', ['policy'], []],
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
  assert.match(heading, /^No decision to end is recorded for /)
  assert.deepEqual(groups, [])
  assert.ok(lead.includes('1 decision recorded on all links of Sheffield.'), lead.join(' '))
  assert.ok(next.some((one) => one.ask === 'twins Sheffield decisions'))
})
