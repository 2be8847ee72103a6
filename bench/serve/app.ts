import { createWorkspace } from '../../src/chat/web/workspace/workspace.ts'
import { SETTINGS, serveSlack } from '../../test/chat/slack/served.ts'
import { realFolder } from '../../test/real-folder.ts'

// The app on the folder that comes with it, in a process of its own; its Slack is a pretend workspace.
const workspace = createWorkspace()
const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
const { fetch: pretend = fetch, slackApiUrl: apiUrl } = workspace.clientOptions
const settings = { ...SETTINGS, ...(apiUrl && { apiUrl }) }
const served = await serveSlack({ settings, desk: realFolder().desk, log, fetch: pretend })
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
  else served.stop().then(() => process.exit(0))
})
process.send?.({ url: served.url, channel })
