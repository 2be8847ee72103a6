import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryName } from '../../src/answer/in-words.ts'
import type { AnswerContext } from '../../src/answers/answer-context.ts'
import { timelineOf } from '../../src/answers/parts/link-story.ts'
import { linksOf } from '../../src/library/link.ts'
import { ask, deskOn, shipped } from './shipped.ts'

const { knowledge, library } = shipped()
const findings = (question: string) => ask(question).groups.flatMap((group) => group.findings)

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

test('what a body only received or considered is counted and shown apart from what was decided', () => {
  const received = knowledge.decisions.filter(({ decided }) => decided === 'receive')
  assert.ok(received.length > 0)
  for (const { id, place } of received) {
    const name = knowledge.places.get(place)?.name
    const { heading, groups, direct } = ask(`decisions of ${name}`)
    const under = groups.find(({ findings }) => findings.some((one) => one.id === id))?.under
    assert.equal(under, 'Received or considered, and not decided', id)
    assert.match(heading, /\b1 matter not decided\b/, id)
    const decided = groups.filter((group) => group.under === 'Decided').flatMap(({ findings }) => findings)
    assert.equal(Number(/(\d+) decision/.exec(heading)?.[1] ?? 0), decided.length, heading)
    if (decided.length === 0) assert.equal(direct, undefined, id)
    assert.match(library.finding(id, '2026-11-30').title, /received, not decided$/)
  }
})

test('which links a place gave up, kept or handed over is asked of its decisions by what they decided', () => {
  const verbs = {
    end: [
      'which links did %s relinquish',
      'what did %s give up',
      'what did %s end',
      'did %s end its twinning',
    ],
    retain: ['what did %s retain', 'which links has %s kept'],
    renew: ['what did %s renew'],
    start: ['which twinnings did %s start'],
    suspend: ['which links did %s suspend'],
    'hand over': ['what did %s hand over'],
    refuse: ['what did %s turn down'],
    review: ['what did %s assess'],
    propose: ['what did %s propose'],
    receive: ['what did %s consider'],
  } as const
  for (const [decided, questions] of Object.entries(verbs)) {
    const places = new Set(
      knowledge.decisions.filter((one) => one.decided === decided).map((one) => one.place),
    )
    assert.ok(places.size > 0, decided)
    for (const place of places) {
      const name = knowledge.places.get(place)?.name ?? ''
      for (const question of questions.map((one) => one.replace('%s', name))) {
        const { groups, query, ask: again } = ask(question)
        if (query?.intent !== 'links') continue
        const shown = groups
          .flatMap((group) => group.findings)
          .filter(({ kind }) => kind === 'decision')
          .map(({ id }) => id)
        const own = knowledge.decisions.filter((one) => one.place === place && one.decided === decided)
        for (const { id } of own) assert.ok(shown.includes(id), `${question}: ${id}`)
        const others = knowledge.decisions.filter((one) => one.decided !== decided).map(({ id }) => id)
        assert.ok(!shown.some((id) => others.includes(id)), `${question}: ${shown}`)
        assert.equal(ask(again).heading, ask(question).heading, again)
      }
    }
  }
})

test('what was decided otherwise is told where nothing was decided so, and a council without an object may end itself', () => {
  const { heading, groups } = ask('did Bristol end its twinning budget')
  assert.equal(heading, 'No decision to end is recorded for Bristol')
  assert.deepEqual(
    groups.map(({ under }) => under),
    ['Decided', 'Proposed, and not decided'],
  )
  assert.match(ask('did Cheshire West and Chester end its twinning').direct?.sentence ?? '', /July 2009/)
  assert.equal(ask('did Norwich end').query?.intent, 'becomes')
  assert.match(ask('let lapse Sheffield and Chengdu').query?.ask ?? '', /decisions$/)
  assert.match(
    ask('did Sheffield keep Chengdu').query?.ask ?? '',
    /^twins Sheffield and Chengdu, China decisions$/,
  )
})

test('a proposal is in no sentence on what was decided, and no link of it is told by asking for it', () => {
  const desk = deskOn('2026-11-30')
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

test('what is known by its month alone stands behind the days of it, wherever decisions are told in order', () => {
  const { table, groups } = ask('twins Coventry Volgograd')
  const told = table?.rows[0]?.more?.find(([head]) => head === 'Decisions')?.[1]
  assert.match(told ?? '', /^proposed, not decided \(9 March 2022\); suspended \(March 2022\)/)
  const days = groups.filter(({ under }) => under === 'Timeline').map(({ title }) => title.split(' · ')[0])
  assert.ok(days.indexOf('9 March 2022') < days.indexOf('March 2022'), days.join())
  assert.ok(days.includes('February 2018'))
  assert.match(ask('who suspended Volgograd').direct?.sentence ?? '', /March 2022/)
})

test('every sum is shown as its source prints it, to the penny', () => {
  for (const { id, amount } of knowledge.costs) {
    const { title, says = '', quote } = library.finding(id, '2026-11-30')
    assert.ok(title.endsWith(`: ${amount}`) && says.startsWith(`${amount}, `), `${id}: ${title}. ${says}`)
    if (quote) assert.ok(quote.includes(amount), id)
  }
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
        ...findings.filter(({ kind }) => kind === 'sum').map((one) => one.says ?? ''),
      ])
      for (const sum of sums([heading, ...lead, ...says].join(' ')))
        assert.ok(printed.has(sum), `${asked}: ${sum}`)
    }
  }
})

function sums(text: string): readonly string[] {
  return text.match(/£[\d,.]*\d[KkMm]?/g) ?? []
}
