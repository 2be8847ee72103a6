import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { findingsOf } from '../../src/answer/answer.ts'
import type { LinkTable } from '../../src/answer/table.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { shownTable } from '../../src/chat/core/overview.ts'
import { toBlocks } from '../../src/chat/slack/blocks/to-blocks.ts'
import { toCards } from '../../src/chat/teams/cards/to-cards.ts'
import { print } from '../../src/chat/terminal/print.ts'
import { drawOverview } from '../../src/chat/web/answers/draw-answer.ts'
import { newAddress } from '../../src/chat/web/workspace/addresses.ts'
import { csv } from '../../src/formats/csv.ts'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { realFolder } from '../real-folder.ts'
import { CHECKED, DORTMUND, LEEDS, LILLE, smallKnowledge, TODAY } from '../small-knowledge.ts'
import { until } from '../until.ts'
import { running } from './slack/pretend/served.ts'
import { commandFields, form, pressBody, signed } from './slack/pretend/signed.ts'
import { textsOf } from './teams/card-rules.ts'
import { served, visitor } from './web/served.ts'

const { desk } = realFolder()

/** Where people ask, and everything that they then read, from the first page to the last. */
const SURFACES: Readonly<Record<string, (t: TestContext, question: string) => Promise<string>>> = {
  'the terminal': async (_, question) =>
    print(desk.answer(question), { width: 10_000, colour: false, links: false, full: true }),

  'cards of Teams': async (_, question) => {
    const answer = desk.answer(question)
    const pages = [
      ...toCards(answer, { to: 'asker', share: true, asked: question }),
      ...toCards(answer, { to: 'asker', share: true, asked: question, view: 'evidence' }),
    ]
    return pages.map(({ card }) => textsOf(card).join(' ')).join(' ')
  },

  'the playground': async (t, question) => {
    const me = visitor(await served(t, { desk }))
    await me.get('/policy')
    await me.post('/policy/say', { text: question })
    let words = false
    for (;;) {
      const page = await me.read('/policy')
      const rest = lastButton(page, 'Show more')
      const [, where = '', more] = rest[2] || words ? rest : lastButton(page, 'Sources and words')
      words ||= !rest[2]
      if (more === undefined) return read(page)
      await me.post('/policy/press', { where, press: more })
    }
  },

  'a signed request': async (t, question) => {
    const { served, workspace, channel } = await running(t, { desk })
    const [, command = '', text = ''] = /^(\/\S+) (.*)$/.exec(question) ?? []
    const body = form(commandFields(text, command))
    const first = await (await signed(served.url, body)).json()
    const pages = [JSON.stringify(first)]
    for (let next = nextIn(pages); next; next = nextIn(pages)) {
      const response_url = newAddress(workspace.state, channel, 'U1')
      const press = { ...pressBody(question.slice(1), channel, next), response_url }
      await signed(served.url, form({ payload: JSON.stringify(press) }))
      await until(() => workspace.state.posts.length === pages.length)
      pages.push(JSON.stringify(workspace.state.posts.at(-1)))
    }
    return pages.map((page) => texts(JSON.parse(page).blocks).join(' ')).join(' ')
  },
}

for (const question of [
  '/twins Leeds',
  '/twins Sheffield',
  '/twins Germany',
  '/nesta partnerships',
  '/ask universities',
]) {
  test(`${question} gives the same findings in the same order wherever it is asked`, async (t) => {
    const findings = findingsOf(desk.answer(question))
    assert.ok(findings.length > 0)
    for (const [surface, ask] of Object.entries(SURFACES)) {
      const shown = spaced(await ask(t, question))
      let from = 0
      for (const { says = '', quote = '', cite } of findings) {
        for (const words of [says, quote, cite.label]) {
          const at = shown.indexOf(spaced(words), from)
          assert.ok(at >= from, `${surface} does not show “${words}” where it belongs`)
          from = at
        }
      }
    }
  })
}

for (const question of ['/twins Leeds', '/twins Germany', '/twins Yorkshire']) {
  test(`the overview of ${question} has the same rows, marks and documents in Teams as in Slack`, () => {
    const answer = desk.answer(question)
    const cards = toCards(answer).map(({ card }) => textsOf(card).join(' '))
    const blocks = toBlocks(answer).map(({ blocks }) => texts(blocks).join(' '))
    const [inTeams, inSlack] = [cards, blocks].map((pages) => spaced(pages.join(' ')))
    const { rows } = shownTable(answer.table as LinkTable)
    assert.ok(rows.length > 1)
    let from = 0
    for (const { cells } of rows) {
      for (const shown of [inTeams, inSlack]) assert.ok(shown?.includes(spaced(cells.join(' '))))
      from = inTeams?.indexOf(spaced(cells.join(' ')), from) ?? -1
      assert.ok(from >= 0, `${cells[0]} stands in its order`)
    }
    const named = new Set(rows.flatMap(({ sources }) => sources))
    for (const [at, { label }] of (answer.table?.references ?? []).entries()) {
      if (named.has(at + 1)) assert.ok(inTeams?.includes(spaced(`${at + 1} ${label}`)))
    }
  })
}

/** The button that leads on: to the next page, or from an overview to what it rests on. */
function nextIn(pages: readonly string[]): string | undefined {
  const last = pages.at(-1) ?? ''
  const [, rest] = /"action_id":"((?:rest|words):[1-9]\d*)"/.exec(last) ?? []
  return rest ?? (last.includes('"words:0"') ? 'words:0' : undefined)
}

/** The texts of blocks, in their order. */
function texts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'text' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([name]) => !['accessory', 'value'].includes(name))
    .flatMap(([name, inner]) => texts(inner, name))
}

function read(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Letters and digits only: quotation marks, bold words and line breaks differ from place to place. */
function spaced(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function lastButton(page: string, label: string): readonly (string | undefined)[] {
  const end = page.lastIndexOf(`>${label}`)
  if (end < 0 || page.indexOf('<li', end) > 0) return []
  const before = page.slice(0, end)
  const where = [...before.matchAll(/name="where" value="([^"]+)"/g)].at(-1)?.[1]
  return ['', where, [...before.matchAll(/value="([^"]*)"/g)].at(-1)?.[1]?.replaceAll('&quot;', '"')]
}

test('that a source no longer says so is seen in the row of the overview, wherever and however it is shown', async () => {
  const checked = { ...CHECKED, gone: true as const }
  const knowledge = smallKnowledge({
    places: [LEEDS, DORTMUND, LILLE],
    links: [
      { place: LEEDS.id, twin: DORTMUND.id, on: '2025' },
      { place: LEEDS.id, twin: LILLE.id, on: '2025', checked },
    ],
  })
  const answer = createDesk(buildLibrary(knowledge), () => TODAY).answer('twins Leeds')
  assert.deepEqual(
    answer.table?.rows.map(({ twin, marks }) => [twin, marks]),
    [
      ['Dortmund', []],
      ['Lille', ['gone']],
    ],
  )
  const overview = { ...answer, groups: [] }
  const day = { day: TODAY }
  const shown = {
    terminal: print(overview, { width: 200, colour: false, links: false }),
    slack: JSON.stringify(toBlocks(overview)),
    teams: textsOf(toCards(overview)[0].card).join(' '),
    page: drawOverview(overview, 1),
    csv: csv(overview, day),
    html: html(overview, day),
    markdown: markdown(overview, day),
  }
  for (const [surface, text] of Object.entries(shown)) {
    const [before = '', ...rest] = text.split('Lille')
    assert.doesNotMatch(before, /no longer says so|†/, surface)
    assert.match(rest.join(), /no longer says so/, surface)
  }
})
