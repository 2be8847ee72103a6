import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shipped } from './shipped.ts'

const ask = (question: string) => shipped().desk.answer(question)

test('however a committee paper asks, records of the places named are told, or that there are none', () => {
  for (const [question, asked] of AS_ASKED) {
    const { query, ...answer } = ask(question)
    assert.equal(query?.ask, asked, question)
    if (answer.outcome === 'nothing') assert.match(answer.heading, /^No .* recorded for /, question)
  }
})

const AS_ASKED: readonly (readonly [question: string, asked: string])[] = [
  ['does Brent have rules for new partners', 'twins Brent criteria'],
  ['how much did Leeds spend on travel to its partners', 'twins Leeds visits'],
  ['why did Portsmouth stop new links', 'twins Portsmouth decisions'],
  [
    "which council meeting suspended Exeter's Yaroslavl link",
    'twins Exeter and Yaroslavl, Russia decided to suspend decisions',
  ],
  ['did the mayor of Doncaster end Ozyorsk', 'twins Doncaster and Ozyorsk, Russia status'],
  [
    "who signed Belfast's agreement with Boston",
    'twins Belfast and Boston (Massachusetts), United States what was signed',
  ],
  ['does Caerphilly have a strategy on twinning', 'twins Caerphilly decisions'],
  ['does Leeds have a policy on twinning', 'twins Leeds criteria'],
  ["what is Sheffield's policy on partner cities", 'twins Sheffield criteria'],
  ["is Portland's twinning a council matter or an association's", 'twins Portland who holds'],
  ["is the Chengdu link the council's or an association's", 'twins Chengdu, China who holds'],
  ["who looks after Hastings's link with Béthune", 'twins Hastings and Béthune, France who holds'],
  ['who is responsible for twinning in Exeter', 'twins Exeter who holds'],
  ['decsions on Anshan', 'twins Anshan, China decisions'],
  ['twining costs Aberdeen', 'twins Aberdeen costs'],
  ['Aberdeen parners', 'twins Aberdeen'],
  ['which Sheffield links should we keep, relinquish or rest', 'twins Sheffield decisions'],
  ['which Coventry links should we keep, relinquish or rest', 'twins Coventry decisions'],
  ['what happened after the Sheffield resolution', 'twins Sheffield decisions'],
  ['should we suspend Sheffield Donetsk over war', 'twins Sheffield and Donetsk, Ukraine decisions'],
  ['should Leeds suspend Hangzhou over human rights', 'twins Leeds and Hangzhou, China decisions'],
  ['ought we to relinquish Esteli', 'twins Estelí, Nicaragua decisions'],
  ["who pays for Sheffield's links: council, mayor or association", 'twins Sheffield costs'],
  ['who foots the bill for Coventry’s twinning', 'twins Coventry costs'],
  ['was any public money spent on Chengdu', 'twins Chengdu, China costs'],
  ['why did Leeds keep Hangzhou', 'twins Leeds and Hangzhou, China decisions'],
  ['why did Sheffield keep Chengdu', 'twins Sheffield and Chengdu, China decisions'],
  ['was the vote on Chengdu unanimous', 'twins Chengdu, China decisions'],
  ['who went to Hangzhou from Leeds', 'twins Hangzhou, China and Leeds visits'],
  ['which councils kept their Chinese link', 'twins China decided to keep decisions'],
  ['how much does it cost to keep the Dortmund link', 'twins Dortmund, Germany costs'],
  ['which councillors visited Dortmund and at whose expense', 'twins Dortmund, Germany visits'],
  ['how did councillors vote on Nablus', 'twins Nablus, Palestine decisions'],
  ['what does Aberdeen pay towards Gomel each year', 'twins Aberdeen and Gomel, Belarus costs'],
  ['what was Aberdeens international twinning budget in 2016-17', 'twins Aberdeen in 2016 costs'],
  [
    "which committee ended Sheffield's relationship with Anshan",
    'twins Sheffield and Anshan, China decided to end decisions',
  ],
  [
    'under what authority was the Wakefield Belgorod agreement revoked',
    'twins Wakefield and Belgorod, Russia decisions',
  ],
  [
    'minutes of the meeting at which Exeter suspended Yaroslavl',
    'twins Exeter and Yaroslavl, Russia suspended decisions',
  ],
  ['what tests must a prospective twin of Brent pass', 'twins Brent criteria'],
  ["does Kharkiv meet Leeds's criteria for a new partnership", 'twins Kharkiv, Ukraine and Leeds criteria'],
  ['what did other authorities do about Belarus', 'twins Belarus decisions'],
  [
    'what action have councils taken on Israeli twin cities since October 2023',
    'twins Israel since October 2023 decisions',
  ],
  ['rationale for continuing with Chinese partner cities', 'twins China decisions'],
  ['what assessment was made of Chengdu', 'twins Chengdu, China decisions'],
  ['on what basis was Anshan ended', 'twins Anshan, China ended decisions'],
  ["Was Glasgow's call to suspend Rostov acted on", 'twins Glasgow and Rostov-on-Don, Russia decisions'],
  [
    'Did the Hastings proposal to cut the Béthune grant go through',
    'twins Hastings and Béthune, France decisions',
  ],
  ['Did the Lord Mayor of Sheffield travel to Bochum?', 'twins Sheffield and Bochum, Germany visits'],
  ["who takes over Guildford's link with Freiburg", 'twins Guildford successor'],
  ["fate of Leeds's twinnings on reorganisation", 'twins Leeds successor'],
  [
    "Is Cheltenham's link with Sochi run by the council or the twinning association",
    'twins Cheltenham and Sochi, Russia who holds',
  ],
  ['small Ukrainian towns looking for a partner', 'twins Ukraine notices'],
  ['how much ratepayers money went on Coventry Volgograd', 'twins Coventry and Volgograd, Russia costs'],
  ['Aberdeen grant conditions for twinning projects', 'twins Aberdeen criteria'],
  ['have councils severed Russian links because of Ukraine', 'twins Russia decided to end decisions'],
  ['UK councils suspending Israeli twins', 'twins United Kingdom and Israel decided to suspend decisions'],
  ['what did Hackney do about Haifa over Gaza', 'twins Hackney and Haifa, Israel decisions'],
  ["what should become of Wakefield's link with Belgorod", 'twins Wakefield and Belgorod, Russia decisions'],
  ['what must a city show to be accepted as a partner by Sheffield', 'twins Sheffield criteria'],
  ["once Surrey is split who holds Guildford's twinnings", 'twins Guildford successor'],
  ['how many people live in Lviv', 'twins Lviv, Ukraine population'],
  ['does the twinning association or the town council pay in Bridgnorth', 'twins Bridgnorth costs'],
]

test('every word for records, beside the two ends of a link, asks for those of them and of nobody else', () => {
  const { knowledge } = shipped()
  const decided = knowledge.decisions.flatMap(({ place, twin }) => (twin ? [{ place, twin }] : []))
  const pairs = [...new Map(decided.map((one) => [`${one.place} ${one.twin}`, one])).values()]
  assert.ok(knowledge.asks.length > 100 && pairs.length > 40)
  for (const [at, { says, asks }] of knowledge.asks.entries()) {
    const { place, twin } = pairs[at % pairs.length] as (typeof pairs)[number]
    const [home, far] = [knowledge.places.get(place)?.name, knowledge.places.get(twin)?.name]
    const question = `${says} on ${home} and ${far}`
    const { heading, table, groups, query, lead = [] } = ask(question)
    assert.ok(['links', 'becomes', 'choice'].includes(query?.intent ?? ''), `${question}: ${heading}`)
    if (query?.intent === 'choice') continue
    for (const { id } of groups.flatMap(({ findings }) => findings)) {
      const { places = [] } = knowledge.statements.get(id) ?? {}
      const around = places.flatMap((one) => [one, ...(knowledge.places.get(one)?.within ?? [])])
      if (asks !== 'succession') assert.ok(around.includes(place), `${question}: ${id}`)
    }
    if (asks === 'people' || asks === 'not recorded')
      assert.match(lead.join(' '), /That is not recorded of links here/, question)
    if (asks === 'decisions') assert.equal(table, undefined, question)
  }
})

test('a question for records that names no place asks which, or tells all where they are few', () => {
  const { knowledge } = shipped()
  // What a word asks of twinning as such is a matter.
  const ofOne = knowledge.asks.filter(({ says }) => !/twinning/.test(says))
  const asked = [
    ...OF_NOBODY,
    ...ofOne.map(({ says }) => `what was the ${says} of it`),
    ...ofOne.map(({ says }) => `who was it that did ${says}`),
  ]
  for (const question of asked) {
    const { query, heading, groups, suggestions = [] } = ask(question)
    if (query?.intent === 'links') {
      assert.match(heading, /^All places[:,] /, question)
      assert.ok(groups.length <= 12, question)
      continue
    }
    assert.deepEqual([query?.intent, heading, groups], ['which place', 'Which place?', []], question)
    assert.ok(suggestions.length > 1, question)
    for (const one of suggestions)
      assert.ok(ask(one.ask).groups.length > 0 && ask(one.ask).outcome === 'found', one.ask)
  }
})

const OF_NOBODY = [
  'who wrote in',
  'who decided it and by what vote',
  'who travelled and who paid',
  'who pays: council, mayor or association',
  'what did it cost',
  'what did the link cost',
  'what was signed',
  'who holds it',
  'why was it ended',
  'who takes over',
  'what were their criteria',
]

test('what is asked of councils or of twinning in general, and a word alone, is a matter and asks for no place', () => {
  for (const question of [
    'how do councils fund their work',
    'costs',
    'what are the benefits of twinning',
    'why do links end',
  ])
    assert.equal(ask(question).query?.intent, 'statements', question)
  assert.match(ask('what does twinning cost').heading, /^All places: /)
})

test('what belongs to a place that is held is never that of one whose name only ends as well in an s', () => {
  const { knowledge } = shipped()
  const held = new Set([...knowledge.places.values()].flatMap(({ name, also }) => [name, ...also]))
  const exists = new Set(knowledge.exists.flatMap(({ name, also }) => [name, ...also]))
  const alike = [...knowledge.places.values()].filter(
    ({ name }) => exists.has(`${name}s`) && !held.has(`${name}s`) && !name.includes(' '),
  )
  assert.ok(alike.length > 0)
  for (const { name } of alike)
    for (const question of [`${name}'s twins`, `minutes on ${name}’s links`])
      assert.ok(ask(question).query?.ask.startsWith(`twins ${name}`), `${question}: ${ask(question).heading}`)
})

test('no answer is “on” a place of which nothing is shown', () => {
  const answer = ask('who worked together with Kitwe')
  assert.deepEqual(answer.query?.unused, ['Kitwe'])
  assert.match(answer.heading, /^Nothing speaks to all of/)
})
