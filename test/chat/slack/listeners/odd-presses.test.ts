import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newAddress } from '../../../../src/chat/web/workspace/addresses.ts'
import { until } from '../../../until.ts'
import { pretend } from '../pretend/pretend.ts'
import { running } from '../pretend/served.ts'
import { form, pressBody, signed, submitBody } from '../pretend/signed.ts'

const BUTTON = { type: 'button', block_id: 'b' }

/** Buttons that no release makes, or none makes any more; and what else can be pressed. */
const ODD: Readonly<Record<string, object>> = {
  'an action that there is not': { ...BUTTON, action_id: 'frobnicate:1', value: 'twins Leeds' },
  'a thumb that there is not': { ...BUTTON, action_id: 'judge:7', value: 'twins Leeds' },
  'a thumb without a question': { ...BUTTON, action_id: 'judge:1' },
  'a report that there is not': { ...BUTTON, action_id: 'report:99', value: 'twins Leeds' },
  'a report without a question': { ...BUTTON, action_id: 'report:0' },
  'a report’s pages outside a window': {
    type: 'static_select',
    block_id: 'b',
    action_id: 'report:page',
    selected_option: { value: '1' },
  },
  'a question without words': { ...BUTTON, action_id: 'ask:0', value: '' },
  'a share without words': { ...BUTTON, action_id: 'share:0' },
  'a number that is none': { ...BUTTON, action_id: 'rest:x', value: 'twins Leeds' },
  'a menu with nothing chosen': {
    type: 'static_select',
    block_id: 'b',
    action_id: 'cite:0',
    selected_option: null,
  },
  'an element that we have not': {
    type: 'users_select',
    block_id: 'b',
    action_id: 'ask:0',
    selected_user: 'U2',
  },
  'an action with a line break': { ...BUTTON, action_id: 'judge:1\n', value: 'twins Leeds' },
}

for (const [what, action] of Object.entries(ODD)) {
  test(`${what} is acknowledged, and answered with a sentence`, async () => {
    const { app, workspace, policy, faults, lines } = pretend()
    const response_url = newAddress(workspace.state, policy, 'U1')
    let acknowledged = 0
    const ack = async () => {
      acknowledged++
    }
    await app.processEvent({ body: { ...pressBody('', policy), response_url, actions: [action] }, ack })
    assert.equal(acknowledged, 1)
    const [told, ...others] = workspace.seenBy('U1', policy)
    assert.match(told?.text ?? '', /^There is nothing behind this button any more\. Please ask again\.$/)
    assert.equal(told?.onlyFor, 'U1')
    assert.deepEqual(others, [])
    assert.deepEqual([faults, lines.filter(({ level }) => level === 'error')], [[], []])
  })
}

test('a button that only opens an address is acknowledged, and nothing more is said', async () => {
  const { app, workspace, policy } = pretend()
  let acknowledged = 0
  const body = { ...pressBody('', policy), actions: [{ ...BUTTON, action_id: 'open:0' }] }
  await app.processEvent({
    body,
    ack: async () => {
      acknowledged++
    },
  })
  assert.equal(acknowledged, 1)
  assert.deepEqual(workspace.seenBy('U1', policy), [])
})

test('a press without an address to answer to is answered in its channel, to who pressed', async () => {
  const { app, workspace, policy } = pretend()
  const { response_url: _, ...body } = pressBody('twins Leeds', policy)
  await app.processEvent({ body, ack: async () => undefined })
  const [answer] = workspace.seenBy('U1', policy)
  assert.match(answer?.text ?? '', /^Leeds: 1 link/)
  assert.equal(answer?.onlyFor, 'U1')
})

test('over HTTP no odd press and no odd window waits for three seconds', async (t) => {
  const { served, workspace, channel } = await running(t)
  // What waited would wait each time; a machine that is busy is slow once or twice.
  const soon = async (send: () => Promise<void>) =>
    until(async () => {
      const start = performance.now()
      await send()
      return performance.now() - start < 2000
    })
  let sent = 0
  for (const action of Object.values(ODD))
    await soon(async () => {
      const response_url = newAddress(workspace.state, channel, 'U1')
      const body = { ...pressBody('', channel), response_url, actions: [action] }
      sent++
      assert.equal((await signed(served.url, form({ payload: JSON.stringify(body) }))).status, 200)
    })
  await until(() => workspace.seenBy('U1', channel).length === sent)
  for (const callback_id of ['', 'report:1', 'something', 'report:0\n']) {
    const submitted = submitBody()
    const body = { ...submitted, view: { ...(submitted.view as object), callback_id } }
    await soon(async () => {
      const response = await signed(served.url, form({ payload: JSON.stringify(body) }))
      assert.match(await response.text(), /from an earlier release, and nothing was kept/, callback_id)
    })
  }
})
