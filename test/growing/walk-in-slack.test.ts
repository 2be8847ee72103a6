import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { SECRET } from '../chat/slack/pretend/signed.ts'
import { until } from '../until.ts'
import { read } from './folders.ts'
import { aHouse } from './house.ts'
import { CURATORS, person, pretendSlack } from './slack-person.ts'

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
  // The thread is told once the correction has stood for an hour: chat/slack/digest/corrected.test.ts.
  await until(async () => JSON.stringify(await me.types('Norwich')).includes('Kind: twin'))
})
