import type { App } from '@slack/bolt'
import type { Desk } from '../../../../src/answer/answer.ts'
import type { Log } from '../../../../src/answer/log.ts'
import { slackApp } from '../../../../src/chat/slack/transport/slack-app.ts'
import { createWorkspace, type Workspace } from '../../../../src/chat/web/workspace/workspace.ts'
import type { Inspect } from '../../../../src/chat/web/workspace/workspace-state.ts'
import { callFaults } from './block-kit.ts'
import { smallDesk } from './small-desk.ts'

export type Line = { level: string; message: string; facts: Record<string, unknown> }

export function keepLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = []
  const to = (level: string) => (facts: object, message: string) => {
    lines.push({ level, message, facts: facts as Record<string, unknown> })
  }
  return { log: { debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') }, lines }
}

export type Pretend<D = ReturnType<typeof smallDesk>> = {
  workspace: Workspace
  app: App
  desk: D
  lines: Line[]
  faults: string[]
  policy: string
}

/** Hansa in a pretend workspace, where each payload is looked at as Slack would; `faults` must stay empty. `refuse` gives a code of Slack’s. */
export function pretend(): Pretend
export function pretend<D extends Desk>(options: { desk: D; refuse?: Inspect }): Pretend<D>
export function pretend({
  desk = smallDesk(),
  refuse = () => undefined,
}: {
  desk?: Desk
  refuse?: Inspect
} = {}): Pretend<Desk> {
  const faults: string[] = []
  const workspace = createWorkspace({
    inspect: (method, args) => {
      faults.push(...callFaults(args).map((fault) => `${method}: ${fault}`))
      return refuse(method, args)
    },
  })
  const { log, lines } = keepLog()
  const { receiver, authorize, clientOptions } = workspace
  let number = 0
  const app = slackApp({
    desk,
    log,
    receiver,
    authorize,
    clientOptions,
    now: () => 0,
    reference: () => `R${++number}`,
  })
  const { id: policy } = workspace.addChannel('policy', { people: ['U1', 'U2'] })
  return { workspace, app, desk, lines, faults, policy }
}
