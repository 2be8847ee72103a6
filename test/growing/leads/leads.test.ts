import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../../src/answer/answer.ts'
import { createDesk } from '../../../src/answers/desk.ts'
import { compose } from '../../../src/digest/compose.ts'
import { answerJson } from '../../../src/formats/answer-json.ts'
import { csv } from '../../../src/formats/csv.ts'
import { html } from '../../../src/formats/html.ts'
import { markdown } from '../../../src/formats/markdown.ts'
import { leadList } from '../../../src/growing/leads/lead-list.ts'
import { rowsIn } from '../../../src/growing/leads/query-service.ts'
import { openTowns } from '../../../src/growing/places/towns.ts'
import { leadsText, leadsOf as readLeads } from '../../../src/knowledge/leads.ts'
import type { Knowledge, Lead } from '../../../src/knowledge/records.ts'
import { leadsOf } from '../../../src/library/leads.ts'
import { buildLibrary } from '../../../src/library/library.ts'
import { linksOf } from '../../../src/library/link.ts'
import { mapOf } from '../../../src/map/map-of.ts'
import { DUE } from '../../digest/composed-week.ts'
import { POLICY } from '../../digest/policy-channel.ts'
import { DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, TODAY } from '../../small-knowledge.ts'
import { answerOf, DORTMUND_ROW } from './pretend-service.ts'

const ended = { place: SHEFFIELD.id, twin: LILLE.id, status: 'ended' as const, on: '2020' }
const held = { place: LEEDS.id, twin: DORTMUND.id, since: '1970', on: '2024' }

function world(leads: readonly Lead[]) {
  const knowledge = smallKnowledge({
    places: [LEEDS, SHEFFIELD, DORTMUND, LILLE],
    links: [ended, held],
    exists: [{ id: '2641181', name: 'Norwich', country: 'GB', admin: 'Norfolk', population: 1, also: [] }],
  })
  return { ...knowledge, leads }
}

const lead = (some: Partial<Lead>): Lead => ({
  place: LEEDS.id,
  name: 'Leeds',
  partner: 'Brno',
  country: 'CZ',
  seen: TODAY,
  list: 'Wikidata',
  ...some,
})

test('rows become leads by our ids, each pair once, and what left the list keeps the day it was last seen', () => {
  const towns = openTowns()
  const before = [
    lead({ partner: 'Brno', seen: '2025-01-01' }),
    lead({ twin: '2935517', partner: 'Dortmund', country: 'DE', seen: '2025-01-01' }),
  ]
  const rows = [
    DORTMUND_ROW,
    { ...DORTMUND_ROW, statement: 's2' },
    { statement: 's3', geonames: '2641181', twinLabel: 'Rouen', country: 'FR' },
    { statement: 's4', code: 'E99999999', twinLabel: 'Nowhere' },
  ]
  const listed = rowsIn(answerOf(rows)).map(({ listed }) => [listed])
  const made = leadList(listed, { knowledge: world(before), towns: () => towns, today: TODAY })
  assert.deepEqual(
    made.leads.map(({ name, partner, since, seen }) => [name, partner, since, seen]),
    [
      ['Leeds', 'Brno', undefined, '2025-01-01'],
      ['Leeds', 'Dortmund', '1969', TODAY],
      ['Norwich', 'Rouen', undefined, TODAY],
    ],
  )
  assert.deepEqual([made.unknown, made.left], [1, 1])
  const text = leadsText(made.leads, ['Wikidata, CC0'])
  assert.deepEqual(readLeads('leads/wikidata.tsv', text), { leads: made.leads, faults: [] })
})

test('what a list read twice on one day does not name any more has left it, and is named nowhere', () => {
  const towns = openTowns()
  const knowledge = world([lead({ partner: 'Brno' })])
  const listed = rowsIn(answerOf([DORTMUND_ROW])).map(({ listed }) => [listed])
  const { leads, left } = leadList(listed, { knowledge, towns: () => towns, today: TODAY })
  assert.equal(left, 1)
  const kept = readLeads('leads/wikidata.tsv', leadsText(leads, [])).leads
  const now = { ...knowledge, leads: kept }
  const of = leadsOf(LEEDS, now, linksOf(now))
  assert.deepEqual(
    [...of.unread, ...of.ended].map(({ partner }) => partner),
    [],
  )
  assert.deepEqual(
    of.left.map(({ partner, left }) => [partner, left]),
    [['Brno', TODAY]],
  )
  assert.equal(createDesk(buildLibrary(now), () => TODAY).answer('twins Leeds').unread, undefined)
  // The day stays as it was first seen to be missing.
  const again = leadList([], { knowledge: now, towns: () => towns, today: '2027-01-01' })
  assert.deepEqual(again.leads.find(({ partner }) => partner === 'Brno')?.left, TODAY)
})

test('a list that an earlier release wrote is read as it is', () => {
  const text = leadsText([lead({})], []).replaceAll(/\t(left)?$/gm, '')
  assert.deepEqual(readLeads('leads/wikidata.tsv', text), { leads: [lead({})], faults: [] })
})

test('a list with a line that is no lead is told by its line', () => {
  const { faults } = readLeads('leads/x.tsv', `${leadsText([lead({})], [])}Leeds\tBrno\n`)
  assert.deepEqual(
    faults.map(({ spot, says }) => [spot.line, says]),
    [[3, 'this line is not a lead']],
  )
})

test('leads are shown apart, below all that was read, in words that say so', () => {
  const desk = createDesk(buildLibrary(world([lead({})])), () => TODAY)
  assert.equal(
    desk.answer('twins Leeds').unread,
    'Named in a public list (Wikidata, 24 November 2026), read by nobody here: Brno, Czechia. Check with the council before citing.',
  )
  assert.equal(desk.answer('twins Leeds ended').unread, undefined)
  const norwich = lead({ place: 'E07000148', name: 'Norwich', partner: 'Rouen', country: 'FR' })
  const nothing = createDesk(buildLibrary(world([norwich])), () => TODAY).answer('twins Norwich')
  assert.equal(nothing.outcome, 'nothing')
  assert.match(nothing.unread ?? '', /Rouen, France/)
})

function digestOf(knowledge: Knowledge) {
  return compose(buildLibrary(knowledge), POLICY, { runs: [], edition: undefined, gaps: [] }, DUE)
}

test('no lead is a finding, cited, drawn, in a digest, taken along, or beside a statement that the link ended', () => {
  const places = [LEEDS, SHEFFIELD]
  const partners = [
    { twin: LILLE.id, partner: 'Lille', country: 'FR' },
    { partner: 'Lille', country: 'FR' },
    { partner: 'Lille' },
    { twin: DORTMUND.id, partner: 'Dortmund', country: 'DE' },
    { partner: 'Zzyzx', country: 'US' },
    { partner: 'Zzyzx' },
    { partner: 'Tremonia', country: 'DE' },
  ]
  const dates = [{}, { since: '1969' }, { until: '2001' }, { seen: '2020-01-01' }]
  const all = places.flatMap(({ id, name }) =>
    partners.flatMap((partner) => dates.map((date) => lead({ place: id, name, ...partner, ...date }))),
  )
  const plain = world([])
  assert.ok(digestOf(plain))
  const without = createDesk(buildLibrary(plain), () => TODAY)
  for (const some of [all, ...all.map((one) => [one])]) {
    const knowledge = world(some)
    const desk = createDesk(buildLibrary(knowledge), () => TODAY)
    assert.deepEqual(digestOf(knowledge), digestOf(plain), 'leads are in no digest')
    for (const ask of [
      'twins Leeds',
      'twins Sheffield',
      'twins',
      'twins Leeds ended',
      'ask Zzyzx',
      'twins Zzyzx',
    ]) {
      const answer = desk.answer(ask)
      const { unread, ...rest } = answer
      assert.deepEqual(findingsOf(answer), findingsOf(without.answer(ask)))
      const taken = [csv, markdown, html].map((take) => take(answer, { day: TODAY, full: true }))
      assert.deepEqual(rest, without.answer(ask), 'leads change nothing of what is said')
      assert.ok(!JSON.stringify([...taken, mapOf(answer, knowledge)]).includes('read by nobody'))
      assert.equal((answerJson(answer) as { unread?: string }).unread, unread)
    }
    for (const place of places) {
      const { unread } = leadsOf(place, knowledge, linksOf(knowledge))
      for (const one of unread) {
        assert.ok(!one.until && (one.seen === TODAY || some.length === 1))
        assert.notEqual(place === SHEFFIELD && one.partner, 'Lille')
        assert.notEqual(place === LEEDS && one.partner, 'Dortmund')
        assert.notEqual(place === LEEDS && one.partner, 'Tremonia')
      }
    }
  }
})
