import bolt from '@slack/bolt'
import { SECRET } from '../../test/chat/slack/pretend/signed.ts'

/** Bolt alone, with one command that answers a sentence: what the app is measured beside. */
const receiver = new bolt.HTTPReceiver({ signingSecret: SECRET, logLevel: bolt.LogLevel.ERROR })
const app = new bolt.App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-pretend', botId: 'B0', botUserId: 'U0', teamId: 'T0PRETEND' }),
  logLevel: bolt.LogLevel.ERROR,
})
app.command('/twins', async ({ ack }) =>
  ack({ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Leeds is linked with Dortmund.' } }] }),
)
const server = await app.start(0)
const address = server.address()
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
  else process.exit(0)
})
process.send?.({
  url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
  channel: 'C1',
})
