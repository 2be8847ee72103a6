import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Desk } from '../../../../src/answer/answer.ts'
import type { Post, View } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { ANSWER, FINDING } from '../../../an-answer.ts'
import { digestPretend } from '../pretend/digest-pretend.ts'
import { pretend } from '../pretend/pretend.ts'
import { smallDesk } from '../pretend/small-desk.ts'

/** The window in which an error is reported under `/twins Leeds`. */
async function opened(t: TestContext) {
  const here = await digestPretend(t)
  await here.workspace.command('U1', here.policy, '/twins Leeds')
  await here.workspace.press(
    'U1',
    here.workspace.seenBy('U1', here.policy).at(-1) as Post,
    'Report a mistake',
  )
  const window = here.workspace.windowOf('U1')
  assert.ok(window)
  return { ...here, window }
}

const filled = (record: string, says: string) => ({ record: { record }, says: { says } })

test('a report that says nothing is handed back with a sentence, and not kept', async (t) => {
  const { workspace, window, store, posted, faults } = await opened(t)
  for (const blank of ['', ' ', '\n\t \u00a0', '\u200b\u2060', '\u2800', '\u3164']) {
    const wrong = await workspace.submit(window, filled('leeds-dortmund', blank))
    assert.deepEqual(wrong, { says: 'Write a few words: what is wrong, or missing?' }, JSON.stringify(blank))
  }
  assert.deepEqual(await workspace.submit(window, filled('', 'It was 1968')), {
    record: 'Choose the statement that is wrong, or “Something is missing”.',
  })
  assert.deepEqual(await store.reports(workspace.state.bot.teamId), [])
  const [curators = ''] = [...workspace.state.channels.values()]
    .filter(({ name }) => name === 'curators')
    .map(({ id }) => id)
  assert.deepEqual(posted(curators), [])
  assert.deepEqual(await workspace.submit(window, filled('leeds-dortmund', '!')), {})
  assert.equal((await store.reports(workspace.state.bot.teamId)).length, 1)
  assert.deepEqual(faults, [])
})

test('that something is missing can be reported', async (t) => {
  const { workspace, window, store, faults } = await opened(t)
  const [, value = ''] =
    /"Something is missing"[^}]*\},"value":"([^"]*)"/.exec(JSON.stringify(window.blocks)) ?? []
  await workspace.submit(
    window,
    filled(value, 'Since 2024 there is a link with Lviv: Example Gazette, 3 May 2024.'),
  )
  assert.equal((await store.reports(workspace.state.bot.teamId))[0]?.record, 'something missing: Leeds')
  assert.deepEqual(faults, [])
})

test('under “we hold nothing” on some words, what is known can be told', async (t) => {
  const { workspace, policy, store, faults } = await digestPretend(t)
  await workspace.command('U1', policy, '/ask quantum gravity')
  await workspace.press('U1', workspace.seenBy('U1', policy).at(-1) as Post, 'Tell us what you know')
  const window = workspace.windowOf('U1') as View
  assert.equal(window.title, 'Tell us')
  await workspace.submit(window, filled('something missing', 'A paper of 2024 speaks to it.'))
  const [kept, ...others] = await store.reports(workspace.state.bot.teamId)
  assert.deepEqual(
    [kept?.record, kept?.says, others],
    ['something missing', 'A paper of 2024 speaks to it.', []],
  )
  assert.deepEqual(faults, [])
})

test('from the whole answer the statements stand under their links, and what is missing under none', async (t) => {
  const { window, faults } = await opened(t)
  const [input] = window.blocks.filter((block) => block.type === 'input')
  const menu = input?.element.type === 'static_select' ? input.element : undefined
  assert.deepEqual(
    menu?.option_groups?.map(({ label, options }) => [label.text, ...options.map(({ text }) => text.text)]),
    [
      ['Leeds – Dortmund', 'Dortmund – twin since 1969, Leeds City Council (no date)'],
      ['Leeds – Lille', 'Lille – twin since 1968, Leeds City Council (no date)'],
      ['None of these', 'Something is missing'],
    ],
  )
  assert.deepEqual(faults, [])
})

test('from one statement, that one is reported', async (t) => {
  const { workspace, policy, faults } = await digestPretend(t)
  await workspace.command('U1', policy, '/twins Leeds')
  const last = () => workspace.seenBy('U1', policy).at(-1) as Post
  await workspace.press('U1', last(), 'Sources and words')
  const menus = last().blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  const menu = menus.find(({ action_id }) => action_id === 'report:statement')
  const option = menu?.type === 'static_select' ? menu.options?.[1] : undefined
  const id = option?.value
  assert.ok(option && id)
  await workspace.press('U1', last(), option.text.text)
  const shown = JSON.stringify(workspace.windowOf('U1')?.blocks)
  assert.equal(/"initial_option":\{[^}]*\},"value":"([^"]*)"/.exec(shown)?.[1], id)
  assert.deepEqual(faults, [])
})

test('of more statements than one menu holds, each can be chosen', async () => {
  const findings = Array.from({ length: 250 }, (_, at) => ({
    ...FINDING,
    id: `link-${at}`,
    twin: `Town ${at}`,
  }))
  const desk: Desk = {
    answer: () => ({
      ...ANSWER,
      groups: findings.map((one) => ({ title: one.title, findings: [one] })),
      more: undefined,
    }),
    commands: () => [{ name: 'twins', description: 'Partner cities', usage: 'Leeds' }],
    suggest: () => [],
  }
  const { workspace, policy, faults } = pretend({ desk })
  await workspace.command('U1', policy, '/twins Leeds')
  const last = () => workspace.seenBy('U1', policy).at(-1) as Post
  for (let more = moreIn(last()); more; more = moreIn(last())) await workspace.press('U1', last(), more)
  await workspace.press('U1', last(), 'Report a mistake')
  const window = () => workspace.windowOf('U1') as View
  const pages = [...JSON.stringify(window().blocks).matchAll(/"text":"(\d+–\d+: [^"]*)"/g)].map(
    ([, label = '']) => label,
  )
  assert.deepEqual(pages.slice(0, 3), [
    '1–99: Town 0 to Town 98',
    '100–198: Town 99 to Town 197',
    '199–250: Town 198 to Town 249',
  ])
  const offered = new Set<string>()
  for (const label of pages.slice(0, 3)) {
    await workspace.press('U1', window(), label)
    for (const [, id = ''] of JSON.stringify(window().blocks).matchAll(/"value":"(link-\d+)"/g))
      offered.add(id)
  }
  assert.equal(offered.size, 250)
  assert.deepEqual(faults, [])
})

function moreIn({ blocks }: Post): string | undefined {
  return /"(Show more \(page \d+ of \d+\))"/.exec(JSON.stringify(blocks))?.[1]
}

test('a form that Slack does not open says so, and that one may press again', async () => {
  let refusal: string | undefined = 'expired_trigger_id'
  const { workspace, policy, faults } = pretend({
    refuse: (method) => (method === 'views.open' ? refusal : undefined),
    desk: smallDesk(),
  })
  await workspace.command('U1', policy, '/twins Leeds')
  const shown = workspace.seenBy('U1', policy).at(-1) as Post
  await workspace.press('U1', shown, 'Report a mistake')
  assert.equal(workspace.windowOf('U1'), undefined)
  assert.equal(
    workspace.seenBy('U1', policy).at(-1)?.text,
    'The form could not be opened in time, and nothing was sent. Please press again.',
  )
  refusal = undefined
  await workspace.press('U1', shown, 'Report a mistake')
  assert.ok(workspace.windowOf('U1'))
  assert.deepEqual(faults, [])
})
