import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boltLog, redactingSlack as redacting } from '../../../../src/chat/slack/transport/slack-app.ts'
import { keepLog } from '../pretend/pretend.ts'

// Put together here, so that no checker of secrets takes them for real ones.
const SECRETS = [
  `xox${'b'}-1-2-abc`,
  `xap${'p'}-1-A-2-def`,
  `https://hooks.slack.${'com'}/commands/T/1/x`,
  `hunter${'2'}`,
]

test('no secret reaches the log, wherever it hides', () => {
  const { log, lines } = keepLog()
  const cause = new Error(`postgres://hansa:${SECRETS[3]}@db/hansa failed`)
  const err = new Error(`with ${SECRETS[0]}`, { cause })
  redacting(log).error(
    { err, body: { response_url: SECRETS[2], list: [SECRETS[1]] }, signing_secret: 'abc' },
    `at ${SECRETS[2]}`,
  )
  boltLog(redacting(log)).warn('sent', { token: SECRETS[0] }, err)
  const written = JSON.stringify(lines)
  for (const secret of SECRETS) assert.ok(!written.includes(secret), secret)
  assert.doesNotMatch(written, /abc/)
  assert.match(written, /postgres:\/\/hansa:\[secret\]@db\/hansa failed/)
})

test('Bolt’s debug lines, which hold whole requests, are left out unless asked for', () => {
  const { log, lines } = keepLog()
  boltLog(log).debug('ack() call begins (body: everything)')
  boltLog(log, true).debug('wanted')
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['wanted'],
  )
})
