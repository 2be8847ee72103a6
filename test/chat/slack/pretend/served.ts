import type { TestContext } from 'node:test'
import type { webApi } from '@slack/bolt'
import type { Log } from '../../../../src/answer/log.ts'
import { type ServedEdges, serveEdges } from '../../../../src/chat/core/serve-edges.ts'
import { type SlackOptions, slackEdge } from '../../../../src/chat/slack/transport/serve-slack.ts'
import { createWorkspace, type Workspace } from '../../../../src/chat/web/workspace/workspace.ts'
import { keepLog, type Line } from './pretend.ts'
import { SECRET } from './signed.ts'
import { smallDesk } from './small-desk.ts'

export const SETTINGS = { botToken: 'xoxb-pretend', signingSecret: SECRET, host: '127.0.0.1', port: 0 }

export type ServeOptions = Omit<SlackOptions, 'settings' | 'times'> & {
  settings: SlackOptions['settings'] & { host: string; port: number }
  log: Log
  times?: NonNullable<SlackOptions['times']> & { drain?: number }
  storeTrouble?: () => string | undefined
}

/** Slack, served by itself. */
export function serveSlack({ log, settings, storeTrouble, times, ...options }: ServeOptions) {
  const { host, port, ...slack } = settings
  const { drain, ...others } = times ?? {}
  const edge = slackEdge({ ...options, settings: slack, times: others })
  return serveEdges([edge], {
    log,
    host,
    port,
    ...(storeTrouble && { storeTrouble }),
    ...(drain && { drain }),
  })
}

export type Running = {
  served: ServedEdges
  workspace: Workspace
  desk: ReturnType<typeof smallDesk>
  lines: Line[]
  channel: string
}

/** `through` sees each call to Slack, and the pretend Slack's own fetch. */
export type Options = Partial<Omit<ServeOptions, 'fetch'>> & {
  through?: (call: webApi.FetchFunction) => webApi.FetchFunction
}

/** The running app on loopback, whose Slack is a pretend workspace. Stopped when the test is over. */
export async function running(
  t: TestContext,
  { through = (call) => call, ...options }: Options = {},
): Promise<Running> {
  const workspace = createWorkspace()
  const { id: channel } = workspace.addChannel('policy', { people: ['U1'] })
  const { log, lines } = keepLog()
  const desk = smallDesk()
  const { fetch: call = globalThis.fetch, slackApiUrl } = workspace.clientOptions
  const settings = { ...SETTINGS, ...(slackApiUrl && { apiUrl: slackApiUrl }) }
  const served = await serveSlack({ settings, desk, log, fetch: through(call), ...options })
  t.after(() => served.stop())
  return { served, workspace, desk, lines, channel }
}
