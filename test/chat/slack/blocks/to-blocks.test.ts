import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answer, findingsOf } from '../../../../src/answer/answer.ts'
import type { LinkRow } from '../../../../src/answer/table.ts'
import { clean } from '../../../../src/chat/slack/blocks/text.ts'
import { type Message, toBlocks } from '../../../../src/chat/slack/blocks/to-blocks.ts'
import { ANSWER, CITE, FINDING, ROW, TABLE } from '../../../an-answer.ts'
import { anyAnswer } from '../pretend/any-answer.ts'
import { messageFaults } from '../pretend/block-kit.ts'

const ASKER = { to: 'asker', share: true } as const
const CHANNEL = { to: 'channel', askedBy: 'U123' } as const

const ROWS: readonly LinkRow[] = ['Dortmund', 'Lille'].map((twin, at) => ({
  ...ROW,
  twin,
  link: `E08000035 ${at}`,
  ...(at === 1 && {
    country: 'France',
    differs: [],
    marks: [],
    kind: ['twin'],
    since: [],
    states: ['active'],
    standing: 'active',
  }),
}))

const OVERVIEW: Answer = {
  ...ANSWER,
  heading: 'Leeds: 2 links on record',
  table: { ...TABLE, rows: ROWS },
  groups: ROWS.map(({ link, twin }) => ({
    title: twin,
    link,
    findings: [{ ...FINDING, id: `leeds-${twin}`, twin }],
  })),
}

const CLAIM: Answer = {
  ...ANSWER,
  ask: 'ask partnerships',
  heading: 'On partnerships',
  lead: [],
  groups: [
    {
      title: 'City networks',
      findings: [
        {
          id: 'networks',
          kind: 'claim',
          title: 'City networks',
          says: 'Networks help partnerships last.',
          quote: 'cities that meet, stay',
          marks: { says: [[14, 26]] },
          cite: { ...CITE, overdue: 'last checked 14 months ago', archived: 'https://archive.example/x' },
        },
      ],
    },
  ],
  suggestions: [],
  more: undefined,
  note: undefined,
}

const GOLDENS: readonly (readonly [string, readonly Message[]])[] = [
  ['answer-private', toBlocks(ANSWER, ASKER)],
  ['answer-shared', toBlocks(ANSWER, CHANNEL)],
  ['claim-private', toBlocks(CLAIM, ASKER)],
  ['overview-private', toBlocks(OVERVIEW, ASKER)],
  ['overview-shared', toBlocks(OVERVIEW, CHANNEL)],
  ['evidence-private', toBlocks(OVERVIEW, { ...ASKER, view: 'evidence' })],
  ['one-link', toBlocks(OVERVIEW, { ...ASKER, view: { link: 'E08000035 0' } })],
]

for (const [name, messages] of GOLDENS) {
  test(`${name} looks as it was reviewed`, () => {
    const file = new URL(`../../../golden/slack/${name}.json`, import.meta.url)
    const shown = `${JSON.stringify(messages, null, 2)}\n`
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, shown)
    assert.equal(shown, readFileSync(file, 'utf8'))
    assert.deepEqual(messages.flatMap(messageFaults), [])
  })
}

test('Slack accepts every message of every answer', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      for (const rendering of [ASKER, CHANNEL])
        assert.deepEqual(toBlocks(answer, rendering).flatMap(messageFaults), [])
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('no citation, no quotation and none of our words is ever lost, on whatever page', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const shown = textOf(toBlocks(answer, ASKER))
      for (const { cite, quote, says } of findingsOf(answer))
        for (const text of [cite.label, cite.locator, quote ?? '', says ?? ''])
          assert.ok(shown.includes(inOneLine(text)), `lost: ${text.slice(0, 80)}`)
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('a thousand twins are all there, page by page, each page with a button for the next', () => {
  const answer = thousandTwins()
  const pages = toBlocks(answer, ASKER)
  const shown = textOf(pages)
  assert.deepEqual(pages.flatMap(messageFaults), [])
  assert.ok(findingsOf(answer).every(({ cite }) => shown.includes(cite.label)))
  const buttons = pages.map(({ blocks }) => JSON.stringify(blocks).match(/"rest:\d+"/)?.[0])
  assert.deepEqual(buttons, [...pages.slice(1).map((_, at) => `"rest:${at + 1}"`), undefined])
})

test('who presses under the same answer in the same way gets what was made for the one before', () => {
  const how = { to: 'asker', share: true, asked: 'twins Leeds' } as const
  const first = toBlocks(ANSWER, how)
  assert.equal(toBlocks(ANSWER, { ...how }), first)
  const other = toBlocks(ANSWER, { ...how, share: false })
  assert.notDeepEqual(other, first)
  assert.deepEqual(toBlocks(ANSWER, how), first)
})

test('a page that goes on says under which heading and of which link', () => {
  const [, second] = toBlocks(thousandTwins(), ASKER)
  assert.deepEqual(second?.blocks[0], {
    type: 'header',
    text: { type: 'plain_text', text: 'Current links (continued)', emoji: false },
  })
})

test('what was typed comes back as text that does nothing', () => {
  const typed = '<!channel> <@U1> <https://evil.example|click> & *bold*'
  const [message] = toBlocks(
    { ...ANSWER, outcome: 'unknown', ask: typed, heading: typed, direct: undefined, groups: [] },
    CHANNEL,
  )
  assert.match(
    message.text,
    /^&lt;!channel&gt; &lt;@U1&gt; &lt;https:\/\/evil.example\|click&gt; &amp; \*bold\*/,
  )
  assert.deepEqual(message.blocks[0], {
    type: 'header',
    text: { type: 'plain_text', text: typed, emoji: false },
  })
  assert.match(JSON.stringify(message.blocks.at(-1)), /&lt;!channel&gt; &lt;@U1&gt;.* · asked by <@U123>/)
  assert.doesNotMatch(JSON.stringify(message.blocks), /"type":"(link|broadcast|user)"/)
})

test('a link leads only where a citation says, and only over http', () => {
  const cites = [
    { url: 'javascript:alert(1)', jump: undefined },
    { url: 'https://name:word@example.org/', jump: undefined },
    { url: 'https://example.org/\u202egpj.exe', jump: undefined },
    { url: 'https://example.org/a', jump: 'https://example.org/a|b' },
  ]
  const findings = cites.map((links) => ({ ...FINDING, cite: { ...CITE, ...links } }))
  const [message] = toBlocks(
    { ...ANSWER, direct: undefined, groups: [{ title: 'Dortmund', findings }] },
    ASKER,
  )
  const links = [...JSON.stringify(message.blocks).matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url)
  assert.deepEqual(links, ['https://example.org/a'])
})

test('a status is shown with its date even where our words do not give it', () => {
  const findings = [
    { ...FINDING, says: undefined, saysStatus: undefined },
    { ...FINDING, says: 'Twin.', saysStatus: undefined, status: 'ended' as const, statusOn: undefined },
  ]
  const shown = textOf(toBlocks({ ...ANSWER, groups: [{ title: 'Dortmund', findings }] }, ASKER))
  assert.match(shown, /Since 1969 · active as of 12 February 2021/)
  assert.match(shown, /Since 1969 · ended \(undated\)/)
})

test('several sources are a menu of references, one source a button', () => {
  const others = [FINDING, { ...FINDING, id: 'other', cite: { ...CITE, source: 'B', label: 'B (2020)' } }]
  const [one] = toBlocks(ANSWER, ASKER)
  const [two] = toBlocks({ ...ANSWER, groups: [{ title: 'Dortmund', findings: others }] }, ASKER)
  assert.match(
    JSON.stringify(one.blocks),
    /"action_id":"cite:0","text":\{[^}]*"Reference"[^}]*\},"value":"leeds-dortmund-lccnews"/,
  )
  assert.match(
    JSON.stringify(two.blocks),
    /"static_select","action_id":"cite:0".*"B \(2020\): Leeds and Dortmund sign again"/,
  )
})

test('what is found can be shared, and that there is nothing; a question back cannot', () => {
  const shared = (['found', 'nothing', 'suggest', 'unknown', 'help'] as const).filter((outcome) =>
    JSON.stringify(toBlocks({ ...ANSWER, outcome }, ASKER)).includes('"share:0"'),
  )
  assert.deepEqual(shared, ['found', 'nothing'])
})

test('what goes to a channel has buttons for References and for a mistake, and none that change it', () => {
  const shown = JSON.stringify(toBlocks(thousandTwins(), CHANNEL))
  const actions = new Set([...shown.matchAll(/"action_id":"([^"]*)"/g)].map(([, id]) => id))
  assert.deepEqual([...actions].sort(), ['cite:0', 'report:0'])
})

function thousandTwins(): Answer {
  const groups = Array.from({ length: 1000 }, (_, at) => ({
    under: 'Current links',
    title: `Town ${at}, Germany`,
    findings: [
      { ...FINDING, id: `t-${at}`, twin: `Town ${at}`, cite: { ...CITE, label: `Paper no. ${at} (2021)` } },
    ],
  }))
  return { ...ANSWER, groups }
}

/** A very long text goes on in a new line. */
function inOneLine(text: string): string {
  return clean(text).replaceAll('\n', '')
}

/** Everything that is shown, without buttons and without the headings that are only repeated. */
function textOf(messages: readonly Message[]): string {
  const texts: string[] = []
  const blocks = messages.flatMap((message) => message.blocks).filter(({ type }) => type !== 'actions')
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string' && !value.endsWith('(continued)')) texts.push(value)
    return value
  })
  return inOneLine(texts.join(''))
}
