import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestContext } from 'node:test'
import {
  commandFields,
  form,
  pressBody,
  shortcutBody,
  signed,
  suggestionBody,
} from '../chat/slack/pretend/signed.ts'
import { until } from '../until.ts'

// biome-ignore lint/suspicious/noExplicitAny: what Slack is sent, looked into as it comes.
export type Json = { readonly [key: string]: any }

const TEAM = 'T0PRETEND'

let count = 0
/** Of what is delivered, Slack gives everything another id. */
const unique = () => `N${++count}`

/** What Hansa sent: which method of Slack's, or `respond`, and with what. */
export type Call = { method: string; sent: Json }

export const CURATORS = 'C9'

/** Slack on loopback, which keeps all that it is sent. */
export async function pretendSlack(t: TestContext) {
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
export function person(at: string, slack: Awaited<ReturnType<typeof pretendSlack>>, user: string) {
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
    /** “Keep this for Hansa”, in the menu of a message. */
    async keep(text: string, channel: string): Promise<void> {
      steps.push('Keep this for Hansa')
      const before = slack.calls.length
      await send({ ...shortcutBody(text, channel), user: { id: user, team_id: TEAM } })
      const opened = () => slack.calls.slice(before).find(({ method }) => method === 'views.open')
      await until(opened)
      window = opened()?.sent.view ?? {}
    },
    /** Fills in the questions of the open window by what they ask, and sends it; what Slack is told to show. */
    async fill(filled: Readonly<Record<string, string>>): Promise<Json> {
      const inputs = (window.blocks as Json[]).filter(({ type }) => type === 'input')
      const asked = inputs.map(({ label }) => label.text)
      for (const label of Object.keys(filled)) assert.ok(asked.includes(label), `${label} in ${asked}`)
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
