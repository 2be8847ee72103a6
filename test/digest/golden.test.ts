import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { compose } from '../../src/digest/compose.ts'
import { editionOf } from '../../src/digest/edition.ts'
import { shownOf } from '../../src/digest/schedule/run.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { BOCHUM, DORTMUND, LEEDS, LILLE, SHEFFIELD, smallKnowledge, type World } from '../small-knowledge.ts'
import { POLICY } from './policy-channel.ts'

const LAST_WEEK: World = {
  places: [LEEDS, SHEFFIELD, DORTMUND, BOCHUM, LILLE],
  sources: [
    { id: 'post', author: [{ literal: 'Yorkshire Post' }], issued: '2026-11-25', title: 'A link ends' },
  ],
  links: [
    {
      id: 'a',
      place: LEEDS.id,
      twin: DORTMUND.id,
      since: '1969-12-03',
      on: '2021-02-12',
      added: '2026-01-01',
    },
    { id: 'b', place: LEEDS.id, twin: LILLE.id, since: '1968', status: 'listed', added: '2026-01-01' },
    { id: 'c', place: SHEFFIELD.id, twin: BOCHUM.id, since: '1950', on: '2020', added: '2026-01-01' },
  ],
  claims: [
    { id: 'p', says: 'Links rest on people.', quote: 'people, not paper', at: 'p. 4', added: '2026-01-01' },
    { id: 'o', says: 'Old news.', added: '2025-01-01', checked: { on: '2025-08-01', by: 'R. Reader' } },
  ],
}
const THIS_WEEK: World = {
  ...LAST_WEEK,
  links: [
    ...(LAST_WEEK.links ?? []),
    {
      id: 'd',
      place: SHEFFIELD.id,
      twin: BOCHUM.id,
      status: 'ended',
      on: '2026-11-25',
      source: 'post',
      added: '2026-11-26',
    },
  ],
  claims: [
    ...(LAST_WEEK.claims ?? []),
    ...['Schools', 'Orchestras', 'Football clubs'].map((who) => ({
      id: who.toLowerCase().replace(' ', '-'),
      says: `${who} keep links alive.`,
      about: [who.toLowerCase()],
      added: '2026-11-27',
    })),
  ],
}

/** Look at them as one would at the message in a channel. `UPDATE_GOLDEN=1` rewrites them. */
test('a week’s digest looks as it was reviewed', () => {
  const content = compose(
    buildLibrary(smallKnowledge(THIS_WEEK)),
    { ...POLICY, about: 'yorkshire' },
    {
      runs: [],
      edition: editionOf(smallKnowledge(LAST_WEEK)),
      gaps: [
        { about: { is: 'topic', id: 'schools' }, count: 3, days: 3, last: '2026-11-26' },
        { count: 17, days: 9, last: '2026-11-20' },
      ],
    },
    { week: '2026-W49', due: '2026-11-30T09:00:00Z' },
  )
  assert.ok(content)
  same('digest.txt', print(shownOf(content), { width: 90, colour: false, links: false }))
  assert.ok(content.rest)
  same('digest-rest.txt', print(content.rest, { width: 90, colour: false, links: false }))
  same(
    'digest.slack.json',
    `${JSON.stringify(toBlocks(shownOf(content), { to: 'asker', share: false }), null, 2)}\n`,
  )
})

function same(name: string, shown: string): void {
  const file = new URL(`../golden/digest/${name}`, import.meta.url)
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, shown)
  assert.equal(shown, readFileSync(file, 'utf8'))
}
