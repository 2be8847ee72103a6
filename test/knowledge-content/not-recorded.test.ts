import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { isDecided } from '../../src/knowledge/records-on-links.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { linksOf } from '../../src/library/link.ts'
import { placeName } from '../../src/places/locality.ts'
import { shipped } from './shipped.ts'

const { knowledge } = shipped()
const library = buildLibrary(knowledge)
const desk = createDesk(library, () => '2026-11-30')
const ask = (question: string) => desk.answer(question)

test('whether a partner meets the criteria of a body is no verdict of ours: what the body published is shown, cited', () => {
  const verdict = /^Whether .* meets the criteria below is not recorded here, and nothing here judges it\.$/
  for (const [question, who] of [
    ['does Kharkiv meet our criteria', 'Kharkiv'],
    ['does a proposed partner meet our criteria', 'a partner'],
    ['does Kharkiv meet the criteria of Sheffield', 'Kharkiv'],
    // A partner that no link is held of.
    ['does Zhengzhou meet our criteria', 'Zhengzhou'],
    ['does Zhengzhou fit the criteria of Brent', 'Zhengzhou'],
  ] as const) {
    const { lead = [], outcome, groups } = ask(question)
    assert.ok(
      lead.some((line) => verdict.test(line) && line.startsWith(`Whether ${who}`)),
      `${question}: ${lead}`,
    )
    assert.equal(outcome, 'found', question)
    const home = /Sheffield|Brent/.exec(question)?.[0]
    assert.ok(groups.length > 0 && groups.every(({ title }) => !home || title.startsWith(home)), question)
  }
  assert.deepEqual(ask('what criteria does Sheffield use for a new twinning').query?.unused, [])
})

test('what a body found of a partner by its criteria, and decided on it, is shown with these, and judged by nobody here', () => {
  const criteria = knowledge.decisions.filter((one) => one.criteria)
  let found = 0
  for (const { place, twin } of knowledge.decisions) {
    const [home, far] = [knowledge.places.get(place), knowledge.places.get(twin ?? '')]
    const published = criteria.filter((one) => one.place === place)
    if (!home || !far || published.length === 0) continue
    const own = knowledge.decisions.filter((one) => one.place === place && one.twin === twin)
    const { groups, direct, lead = [] } = ask(`does ${placeName(far)} meet the criteria of ${home.name}`)
    const shown = new Set(groups.flatMap(({ findings }) => findings.map(({ id }) => id)))
    for (const { id } of [...own, ...published]) assert.ok(shown.has(id), `${home.name} ${far.name}: ${id}`)
    assert.ok(
      lead.some((line) => line.endsWith('nothing here judges it.')),
      lead.join(' '),
    )
    const judged = own.filter((one) => one.judgedBy && isDecided(one))
    found += judged.length
    for (const { says } of judged) assert.ok(direct?.sentence.includes(says), direct?.sentence)
    if (judged.length === 0) assert.equal(direct, undefined)
    else assert.ok(!lead.some((line) => line.startsWith('Whether')), lead.join(' '))
  }
  assert.ok(found > 0)
  for (const question of [
    'was Nablus found to meet Brent’s protocol',
    'did Nablus pass the threshold in Brent',
  ]) {
    const { direct, query } = ask(question)
    assert.match(direct?.sentence ?? '', /found that it met the threshold/, question)
    assert.deepEqual(query?.unused, [], question)
  }
})

test('who asks who visited whom is shown what sources say of the link, which tells of visits where anything does', () => {
  const telling = linksOf(knowledge).filter(({ assertions }) =>
    assertions.some(({ id }) => /\bvisit(?:ed|ors)?\b/.test(library.finding(id, '2026-11-30').says ?? '')),
  )
  assert.ok(telling.length > 50)
  for (const { place, twin, assertions } of telling.slice(0, 60)) {
    const question = `who visited ${placeName(twin)} from ${place.name}`
    const { groups, query, lead = [] } = ask(question)
    if (query?.intent !== 'links') continue
    const shown = new Set(groups.flatMap(({ findings }) => findings.map(({ id }) => id)))
    for (const { id } of assertions) assert.ok(shown.has(id), `${question}: ${id}`)
    assert.ok(
      lead.some((line) => line.includes('by office and never by name')),
      question,
    )
  }
})

test('what is not recorded is a sentence, and what is offered to be added is of that kind', () => {
  for (const [question, heading, lacks] of [
    ['what does twinning cost Norwich', 'No sum that a source prints is recorded for Norwich', 'cost'],
    ['which places seek a partner', 'No place that seeks a partner is recorded here', 'notice'],
    ['does Norwich seek a partner', 'No notice of a partner sought is recorded for Norwich', 'notice'],
    ['what becomes of Leeds', 'No end of a council is recorded for Leeds', 'successor'],
    ['criteria of Bristol', 'No decision on criteria is recorded for Bristol', 'decision'],
  ] as const) {
    const answer = ask(question)
    assert.equal(answer.heading, heading)
    assert.match(answer.note ?? '', new RegExp(`npx hansa add ${lacks}\\.$`))
    for (const [surface, shown] of [
      ['terminal', print(answer, { width: 100, colour: false, links: false })],
      ['Slack', JSON.stringify(toBlocks(answer, { to: 'asker', share: false }))],
    ]) {
      assert.ok(!shown?.includes('Tell us about'), `${surface}: ${question}`)
      assert.ok(shown?.includes(`npx hansa add ${lacks}`), `${surface}: ${question}`)
    }
  }
})

test('no sum is granted as a grant, and no period reads as a note', () => {
  for (const { id, period } of knowledge.costs) {
    assert.doesNotMatch(library.finding(id, '2026-11-30').says ?? '', /granted as grants/, id)
    assert.doesNotMatch(period, /not shown/, id)
  }
})
