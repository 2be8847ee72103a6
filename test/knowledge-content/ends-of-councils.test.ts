import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { AnswerContext } from '../../src/answers/answer-context.ts'
import { onCouncil } from '../../src/answers/council.ts'
import { towns } from '../../src/growing/places/towns.ts'
import { councilNamed } from '../../src/library/councils.ts'
import { linksOf } from '../../src/library/link.ts'
import { ask, deskOn, shipped } from './shipped.ts'

const { knowledge, library } = shipped()

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

test('what a source says of the end of councils is told as ended only where they have', () => {
  const SAYS = {
    ended: /^Ended, /,
    enacted: /^To end, by an order made, /,
    decided: /^To end, by a decision that is not yet law, /,
    proposed: /^Proposed to end, not decided, /,
    consulted: /^In a consultation on its end, not decided, /,
  }
  for (const { id, state } of knowledge.successors) {
    const { title, says = '' } = library.finding(id, '2026-11-30')
    assert.match(says, SAYS[state], id)
    assert.ok(title.endsWith(`: ${state}`), title)
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
            said.some(({ ends }) => ends !== undefined && day < ends),
            `${day}: ${says}`,
          )
      }
    }
  }
  assert.ok(rows >= 155, String(rows))
})

test('who takes over the links of a place is told by the day asked, whichever way it is asked', () => {
  const codes = new Set(knowledge.successors.flatMap(({ councils }) => councils.map(({ code }) => code)))
  const places = new Map(linksOf(knowledge).map(({ place, twin }) => [place, twin]))
  const ending = [...places].filter(([{ id }]) => codes.has(id))
  assert.ok(ending.length > 20)
  for (const today of ['2026-12-01', '2027-03-31', '2027-04-02', '2028-04-02']) {
    const desk = deskOn(today)
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

test('the end of a council is asked of it right behind its name as well, whether it is a place here or not', () => {
  let asked = 0
  for (const { councils } of knowledge.successors) {
    const name =
      councils[0]?.name.replace(/ (?:(?:Metropolitan )?Borough|City|District|County)? ?Council$/, '') ?? ''
    const told = asked < 40 ? ask(`what becomes of ${name}`).direct?.sentence : undefined
    if (told === undefined) continue
    asked++
    for (const question of [`does ${name} end in 2028`, `now that ${name} is gone, who has its twinnings`])
      assert.equal(ask(question).direct?.sentence, told, question)
  }
  assert.ok(asked > 20)
  for (const name of new Set(
    knowledge.successors.flatMap(({ councils }) => councils.map((one) => one.name)),
  )) {
    const short = name.replace(/ (?:(?:Metropolitan )?Borough|City|District|County)? ?Council$/, '')
    for (const [question, becomes] of [
      [`is ${short} still a council`, short],
      [`twins ${name} links what happens`, name],
    ] as const)
      assert.equal(
        ask(question).direct?.sentence,
        ask(`what becomes of ${becomes}`).direct?.sentence,
        question,
      )
  }
  assert.equal(ask('Surrey County Council links what happens').heading, 'Surrey County Council')
  // What a council ends is a link.
  for (const question of [
    'did Basildon end Meaux',
    'when did Norwich end its link with Rouen',
    'has Exeter gone to Rennes',
  ])
    assert.doesNotMatch(ask(question).ask, /successor$/, question)
})

test('of no council is a day called not recorded that a statement shown below tells', () => {
  for (const { councils, into } of knowledge.successors)
    for (const name of new Set([...councils.map((one) => one.name), ...into])) {
      const told = ask(`what happens to ${name}`).direct?.sentence ?? ''
      const isDated = councilNamed(name, knowledge)?.said.some(({ ends }) => ends !== undefined)
      if (isDated) assert.doesNotMatch(told, /day that is not recorded|day has come is not recorded/)
    }
  assert.match(
    ask('what happens to Surrey County Council').direct?.sentence ?? '',
    /^Surrey County Council goes on today, and is to end in April 2027 \(by another source, on 31 March 2027\)/,
  )
  assert.match(
    ask('what happens to North Yorkshire County Council').direct?.sentence ?? '',
    /was to end in April 2023, by an order/,
  )
})

test('where no links of a council that is no more are held, its end and what followed come first, by either of its names', () => {
  const goesOn = new Set(towns().councils.map(({ id }) => id))
  let told = 0
  const ended = knowledge.successors
    .filter(({ state }) => ['ended', 'enacted', 'decided'].includes(state))
    .flatMap(({ councils }) => councils)
  for (const name of new Set(ended.filter(({ code }) => !goesOn.has(code)).map((one) => one.name))) {
    const short = name.replace(/ (?:(?:Metropolitan )?Borough|City|District|County)? ?Council$/, '')
    for (const asked of [name, short]) {
      const { lead = [], heading, next } = ask(`twins ${asked}`)
      if (!/^We hold no links of .*United Kingdom\)$| is in /.test(heading)) continue
      told++
      const becomes = ask(next[0]?.ask ?? '')
      assert.equal(next[0]?.label, 'What becomes of it', asked)
      assert.equal(becomes.heading, name)
      assert.equal(lead[0], becomes.direct?.sentence, asked)
    }
  }
  assert.ok(told > 40, String(told))
  const { lead, next } = ask('twins Barrow-in-Furness Borough Council')
  assert.match(lead?.[0] ?? '', /ended on 1 April 2023; its area went to Westmorland and Furness Council\.$/)
  assert.ok(
    ask('twins Mendip').next.some(
      ({ label, ask }) => label === 'Links of Somerset' && ask === 'twins Somerset',
    ),
  )
  assert.ok(next.length > 1)
  // It goes on, and lies in another county than the village.
  assert.doesNotMatch(ask('twins Rushmoor, Surrey').lead?.join(' ') ?? '', /Borough Council/)
})

test('who has the links now that it is one council is told with what that council followed, and of no other', () => {
  const ofItsName = knowledge.successors.flatMap(({ councils, into, state }) =>
    councils.flatMap(({ name }) => {
      const own = name.replace(/ County Council$/, '')
      return state !== 'proposed' && into.includes(`${own} Council`) ? [own] : []
    }),
  )
  assert.ok(ofItsName.length > 0)
  for (const name of new Set(ofItsName)) {
    const asked = `now that ${name} is one council who has the twinnings`
    const { query, lead = [] } = ask(asked)
    assert.equal(query?.intent, 'becomes', asked)
    assert.match(lead[0] ?? '', new RegExp(`^${name} Council (followed|was to follow|is to follow) `), asked)
    // In words, nothing stands below that holds only `one` and `council`.
    for (const { findings } of ask(`ask ${asked}`).groups)
      assert.ok(
        findings.every(({ title, says }) => `${title} ${says}`.includes(name)),
        `${asked}: ${findings[0]?.title}`,
      )
  }
})
