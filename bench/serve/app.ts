import pino from 'pino'
import { KEPT_OPEN } from '../../src/chat/core/http-server.ts'
import { createWorkspace } from '../../src/chat/web/workspace/workspace.ts'
import { SETTINGS, serveSlack } from '../../test/chat/slack/pretend/served.ts'
import { SECRET } from '../../test/chat/slack/pretend/signed.ts'
import { realFolder } from '../../test/real-folder.ts'

// The app on the folder that comes with it, in a process of its own; its Slack is a pretend workspace.
const workspace = createWorkspace()
const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
/** Lines of the log, and those among them with a token, a signing secret or a signature in them. */
const logged = { lines: 0, secrets: 0 }
const log = pino(
  { level: 'info', base: undefined },
  {
    write(line: string) {
      logged.lines++
      if (/xox[a-z]-|v0=[0-9a-f]{64}/.test(line) || line.includes(SECRET)) logged.secrets++
    },
  },
)
const { fetch: pretend = fetch, slackApiUrl: apiUrl } = workspace.clientOptions
const settings = { ...SETTINGS, ...(apiUrl && { apiUrl }) }
const served = await serveSlack({ settings, desk: realFolder().desk, log, fetch: pretend })
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
  else if (message === 'logged') process.send?.(logged)
  else if (message === 'all levels') log.level = 'debug'
  // As `npm start` does.
  else
    served
      .leave(KEPT_OPEN)
      .then(() => served.stop())
      .then(() => process.exit(0))
})
process.send?.({ url: served.url, channel })
