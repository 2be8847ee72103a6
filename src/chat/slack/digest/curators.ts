import type { Log } from '../../../answer/log.ts'
import type { Correction, DigestDesk, Served } from '../../../digest/desk.ts'
import type { Curators } from '../../core/handle-interaction.ts'
import type { ProposalDesk } from '../../core/proposals.ts'
import { button, row } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import { tellProposers } from '../listeners/decide.ts'
import { dueMessage } from '../listeners/look.ts'
import type { DigestClient } from './digest-client.ts'

export type Tending = {
  proposals: ProposalDesk
  curators: Curators
  /** What threads are to be told of shared answers. */
  desk?: Pick<DigestDesk, 'tellCorrections'>
  served: Served
  client(workspace: string): Promise<Pick<DigestClient, 'chat'> | undefined>
  log: Pick<Log, 'warn'>
}

/** Milliseconds between two looks at what is to be sent. */
const EVERY = 60_000

/** Tells proposers what came of it, wherever that was decided, and threads what was corrected since it was shared there, and sends curators what is due for a check. Any number of processes may do so on one store. Never rejects. */
export async function tend({ proposals, curators, desk, served, client, log }: Tending): Promise<void> {
  try {
    for (const workspace of await served()) {
      const channels = curators(workspace)
      const slack = await client(workspace)
      if (!slack) continue
      await tellProposers(proposals, workspace, slack)
      await desk?.tellCorrections(workspace, (one) => slack.chat.postMessage(correctionMessage(one)))
      if (channels.length === 0) continue
      for (const message of (await proposals.due(workspace)).map(dueMessage))
        for (const channel of channels) await slack.chat.postMessage({ channel, ...message })
    }
  } catch (err) {
    log.warn({ err }, 'proposers or curators could not be told what there is for them')
  }
}

function correctionMessage({ channel, thread, sentence, ask }: Correction) {
  const { text, blocks } = notice(sentence)
  const again = ask === '' ? [] : row([button('Ask again', 'ask:0', ask)])
  return { channel, thread_ts: thread, text, blocks: [...blocks, ...again] }
}

export function tending(options: Tending): { stop(): void } {
  const timer = setInterval(() => void tend(options), EVERY)
  timer.unref()
  void tend(options)
  return { stop: () => clearInterval(timer) }
}
