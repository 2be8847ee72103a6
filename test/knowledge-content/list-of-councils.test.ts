import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask as askOn, shipped } from './shipped.ts'

const { knowledge } = shipped()
const TODAY = '2026-12-01'
const ask = (question: string, today = TODAY) => askOn(question, today)
const years = [...new Set(knowledge.successors.flatMap(({ ends = '' }) => ends.slice(0, 4) || []))]
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** All councils that are shown, each with the heading and the words over it. */
function listed(question: string, today = TODAY) {
  const { groups } = ask(question, today)
  let under = ''
  return groups.map((group) => {
    under = group.under ?? under
    return { under, title: group.title, says: group.lead ?? '' }
  })
}

test('every council whose end has a day is found by its year and by its month, however one asks', () => {
  for (const { councils, ends = '' } of knowledge.successors) {
    const [year = '', month = ''] = ends.split('-')
    if (!year) continue
    const asked = [
      `which councils will be abolished in ${year}`,
      `what councils end in ${year}`,
      `which councils ended in ${year}?`,
      `how many authorities disappear in ${year}`,
      `list of councils abolished in ${MONTHS[Number(month) - 1]} ${year}`,
    ]
    for (const question of asked) {
      const titles = listed(question).map(({ title }) => title)
      for (const { name } of councils)
        assert.ok(
          titles.some((title) => title.includes(name)),
          `${question}: ${name}`,
        )
    }
  }
})

test('a council that ends on the last day of a month is found under the next one as well', () => {
  const last = knowledge.successors.filter(({ ends }) => ends?.endsWith('-03-31'))
  for (const { councils, ends = '' } of last) {
    const titles = listed(`what councils end in April ${ends.slice(0, 4)}`).map(({ title }) => title)
    assert.ok(titles.some((title) => title.includes(councils[0]?.name ?? '?')))
  }
})

test('no council is listed as ended, or as one that follows, before its day, and no proposal as decided', () => {
  const states = new Map<string, Set<string>>()
  for (const { councils, state } of knowledge.successors)
    for (const { name } of councils) states.set(name, new Set([...(states.get(name) ?? []), state]))
  for (const question of [
    'councils that end',
    'councils that are to end',
    'councils that ended',
    'new councils',
  ]) {
    for (const { under, title, says } of listed(`twins ${question}`)) {
      assert.doesNotMatch(under, /^Only /, title)
      const own = [...states].filter(([name]) => title.includes(name)).map(([, of]) => of)
      assert.ok(
        own.every((of) => of.has('ended') || of.has('enacted') || of.has('decided')),
        title,
      )
      if (under !== 'Ended' && under !== 'Followed other councils')
        assert.doesNotMatch(says, / ended on | followed |went to/, title)
    }
  }
  const open = listed('which councils are only proposed to be abolished')
  for (const { title, says } of open.filter(({ under }) => under))
    assert.match(says, /^Nothing decided is recorded of/, title)
})

test('a list can be asked for again, counts what it shows, cites every row and says what it leaves out', () => {
  const where = ['', ' in Suffolk', ' in the East of England', ' in Somerset', ' in England']
  const when = [
    '',
    ' in 2028',
    ' in April 2027',
    ' since 2019',
    ' by 2027',
    ' between 2019 and 2023',
    ' after 2027',
  ]
  for (const place of where)
    for (const time of when)
      for (const what of [
        `councils${place} that end`,
        `new councils${place}`,
        `abolished councils${place}`,
        `district councils${place} that ended`,
      ]) {
        const question = `${what}${time}`
        const answer = ask(question)
        assert.equal(answer.query?.intent, 'councils', question)
        assert.deepEqual(
          ask(answer.ask),
          answer.query && { ...answer, query: ask(answer.ask).query },
          answer.ask,
        )
        assert.ok(
          answer.groups.every(({ findings }) => findings.length > 0),
          question,
        )
        if (answer.outcome === 'found') assert.match(answer.heading, /: \d+ on record$/, question)
        else assert.match(answer.heading, /^No .*council.* recorded here /, question)
        for (const next of answer.next) assert.notEqual(ask(next.ask ?? '').outcome, 'unknown', next.ask)
      }
})

test('of a year in which none ends, that is said in one plain sentence', () => {
  assert.ok(!years.includes('2035'))
  const { heading, outcome } = ask('which councils will be abolished in 2035')
  assert.equal(heading, 'No council recorded here ends in 2035')
  assert.equal(outcome, 'nothing')
})

test('links that councils end, hold or have most of are no councils that end', () => {
  for (const question of [
    'which councils ended links with Russia',
    'which councils ended their twinning in 2022',
    'councils with the most links',
    'which councils ended Anshan',
    'has any council ended a link over human rights',
    'what happens to Norwich',
    'who replaces Suffolk County Council',
  ])
    assert.notEqual(ask(question).query?.intent, 'councils', question)
  assert.equal(ask('links of councils that end in 2028').query?.intent, 'councils')
})

test('what changes with the day is told by the day of asking', () => {
  const before = listed('abolished councils in Suffolk', '2019-03-31')
  const after = listed('abolished councils in Suffolk', '2019-04-01')
  const of = (all: typeof before) => all.find(({ title }) => title.includes('Forest Heath'))
  assert.match(of(before)?.says ?? '', /goes on today, and is to end on 1 April 2019/)
  assert.match(of(after)?.says ?? '', /ended on 1 April 2019; its area went to West Suffolk Council/)
})

test('what becomes of two places is told of each, or that no record tells of it', () => {
  for (const [one, other, told, silent] of [
    ['Norwich', 'Ipswich', ['Norwich City Council', 'Ipswich Borough Council'], []],
    ['Kettering', 'Corby', ['Corby Borough Council and Kettering Borough Council'], []],
    ['Guildford', 'Leeds', ['Guildford Borough Council'], ['Leeds']],
  ] as const)
    for (const question of [
      `what becomes of ${one}'s and ${other}'s links`,
      `what happens to the links of ${other} and ${one}`,
    ]) {
      const { groups, lead = [] } = ask(question)
      assert.deepEqual(groups.map(({ title }) => title).toSorted(), [...told].toSorted(), question)
      const line = lead.find((one) => one.startsWith('No record here tells')) ?? ''
      assert.ok(
        silent.every((name) => line.includes(name)) && (silent.length > 0 || line === ''),
        `${question}: ${line}`,
      )
    }
})
