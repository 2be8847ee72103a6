import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { commandFields, form, pressBody, SECRET, signed, suggestionBody } from '../chat/slack/signed.ts'
import { until } from '../until.ts'
import { read } from './folders.ts'
import { aHouse } from './house.ts'

// biome-ignore lint/suspicious/noExplicitAny: what Slack is sent, looked into as it comes.
type Json = { readonly [key: string]: any }

const TEAM = 'T0PRETEND'

let count = 0
/** Of what is delivered, Slack gives everything another id. */
const unique = () => `N${++count}`

/** What Hansa sent: which method of Slack's, or `respond`, and with what. */
type Call = { method: string; sent: Json }

const CURATORS = 'C9'

/** Slack on loopback, which keeps all that it is sent. */
async function pretendSlack(t: TestContext) {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    const body = await text(request)
    const isJson = request.headers['content-type']?.includes('json')
    const sent = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
    for (const key of ['view', 'blocks']) if (typeof sent[key] === 'string') sent[key] = JSON.parse(sent[key])
    calls.push({ method, sent })
    const me = { user_id: 'U0HANSA', bot_id: 'B0HANSA', user: 'hansa', team: 'T', team_id: TEAM }
    const reply = {
      ok: true,
      ts: `1.${calls.length}`,
      channel: { id: 'D1' },
      view: { id: 'V1', ...sent.view },
      ...me,
    }
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify(method === 'users.info' ? { ok: true, user: { id: sent.user, team_id: TEAM } } : reply),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` }
}

/** Everything in it that has such a field. */
function* inside(it: unknown, field: string): Generator<Json> {
  if (typeof it !== 'object' || it === null) return
  if (field in it) yield it as Json
  for (const value of Object.values(it)) yield* inside(value, field)
}

/** Somebody at Slack; `steps` is what they pressed, filled in and chose. */
function person(at: string, slack: Awaited<ReturnType<typeof pretendSlack>>, user: string) {
  const steps: string[] = []
  const respond = `${slack.url}respond`
  let window: Json = {}
  const send = async (body: object) => {
    const reply = await signed(at, form({ payload: JSON.stringify(body) }))
    assert.equal(reply.status, 200)
    return reply.text()
  }
  /** The first name that the list has for what is typed into it. */
  const offered = async (typed: string): Promise<Option> => {
    const [first] = JSON.parse(
      await send({ ...suggestionBody(typed), user: { id: user, team_id: TEAM } }),
    ).options
    return first ?? assert.fail(`nothing is offered for ${typed}`)
  }
  return {
    steps,
    async types(words: string): Promise<Json> {
      const fields = { ...commandFields(words), user_id: user, response_url: respond }
      return JSON.parse(await (await signed(at, form(fields))).text())
    },
    /** The button of a message that is called so; what Slack was sent then. */
    async press(message: Json, called: string, channel = 'C1'): Promise<Call> {
      const button = [...inside(message.blocks, 'action_id')].find(
        ({ text, type }) => type === 'button' && text.text === called,
      )
      assert.ok(button, `${called} in ${JSON.stringify(message.blocks)}`)
      steps.push(called)
      const body = pressBody(button.value, channel, button.action_id) as Json
      const before = slack.calls.length
      await send({ ...body, user: { id: user, team_id: TEAM }, response_url: respond })
      const isReply = ({ method }: Call) => ['views.open', 'respond', 'chat.postEphemeral'].includes(method)
      await until(() => slack.calls.slice(before).some(isReply))
      const call = slack.calls.slice(before).find(isReply) as Call
      window = call.sent.view ?? {}
      return call
    },
    /** Fills in the questions of the open window by what they ask, and sends it; what Slack is told to show. */
    async fill(filled: Readonly<Record<string, string>>): Promise<Json> {
      const inputs = (window.blocks as Json[]).filter(({ type }) => type === 'input')
      const values: Record<string, Json> = {}
      for (const { block_id, label, element } of inputs as Window[]) {
        const write = filled[label.text]
        if (write !== undefined) steps.push(label.text)
        const { type, action_id, options, initial_value, initial_option } = element
        const given =
          type === 'external_select' && write
            ? await offered(write)
            : options?.find(({ text }) => write !== undefined && text.text.startsWith(write))
        const state =
          type === 'plain_text_input'
            ? { value: write ?? initial_value ?? null }
            : { selected_option: given ?? initial_option ?? null }
        values[block_id] = { [action_id]: { type, ...state } }
      }
      steps.push(window.submit.text)
      const of = { user: { id: user, team_id: TEAM }, team: { id: TEAM }, trigger_id: unique() }
      const view = { ...window, id: unique(), state: { values } }
      const said = await send({ type: 'view_submission', ...of, view })
      return said === '' ? {} : JSON.parse(said)
    },
  }
}

type Option = { text: { text: string }; value: string }
type Window = {
  block_id: string
  label: { text: string }
  element: {
    type: string
    action_id: string
    options?: Option[]
    initial_value?: string
    initial_option?: Option
  }
}

test('in Slack, press by press: from nothing to an approved record, written; from a reported mistake to a corrected line', async (t) => {
  const slack = await pretendSlack(t)
  const { folder, git, run, start } = aHouse(t, {
    SLACK_BOT_TOKEN: 'xoxb-pretend',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.url,
    HANSA_CURATORS: CURATORS,
  })
  const at = await start()
  const [me, curator] = [person(at, slack, 'U1'), person(at, slack, 'U2')]
  const nothing = await me.types('Norwich')
  await me.press(nothing, 'Tell us about Norwich')
  const sent = await me.fill({
    'Which partner?': 'Rouen',
    'What does the source show?': 'Something happens',
    'Where did you read it?': 'https://example.org/rouen',
  })
  assert.match(JSON.stringify(sent), /It waits as proposal 1 /)
  assert.equal(me.steps.length, 5, me.steps.join())
  const message = () =>
    slack.calls.find(({ method, sent }) => method === 'chat.postMessage' && sent.channel === CURATORS)
  await until(message)
  await curator.press(message()?.sent ?? {}, 'Approve', CURATORS)
  assert.deepEqual(curator.steps, ['Approve'])
  await until(async () => JSON.stringify(await me.types('Norwich')).includes('Rouen'))
  assert.equal((await run('proposals', 'write', '--no-fetch')).status, 0)
  assert.equal(git('log', '-1', '--format=%s'), 'Add a link of Norwich\n')
  await until(async () => !JSON.stringify(await me.types('Norwich')).includes('not yet written'))

  // Somebody sees that it is wrong, and whoever keeps the folder puts the line right.
  const shown = await me.types('Norwich')
  const reader = person(at, slack, 'U3')
  await reader.press(shown, 'Report a mistake')
  await reader.fill({ 'What is wrong or missing, and how do you know?': 'It was 1952.' })
  assert.equal(reader.steps.length, 3, 'the only statement is chosen already')
  let said = ''
  await until(async () => {
    said = (await run('mistakes')).stdout
    return said.includes('It was 1952.')
  })
  const [, path = '', line = ''] = /\((twinnings\/norwich\.yml):(\d+)\): It was 1952\./.exec(said) ?? []
  const lines = read(folder, path).split('\n')
  const wrong = lines.indexOf('    kind: not stated', Number(line) - 1)
  writeFileSync(join(folder, path), lines.with(wrong, '    kind: twin').join('\n'))
  assert.equal((await run('check')).status, 0)
  // The thread is told once the correction has stood for an hour: chat/slack/corrected.test.ts.
  await until(async () => JSON.stringify(await me.types('Norwich')).includes('Kind: twin'))
})
