import type { Log } from '../../answer/log.ts'
import type { Correction, DigestDesk, Served } from '../../digest/desk.ts'
import type { Curators } from './handle-interaction.ts'
import { type HeldRecord, type ProposalDesk, tellProposers } from './proposals.ts'

/** How people of one workspace are told, on its platform. Each rejects where it is to be tried again later. */
export type Speaks = {
  proposer(user: string, sentence: string): Promise<unknown>
  thread(correction: Correction): Promise<unknown>
  curators(channel: string, due: HeldRecord): Promise<unknown>
}

export type Tending = {
  proposals: ProposalDesk
  curators: Curators
  /** What threads are to be told of shared answers. */
  desk?: Pick<DigestDesk, 'tellCorrections'>
  served: Served
  speaks(workspace: string): Promise<Speaks | undefined>
  log: Pick<Log, 'warn'>
}

/** Milliseconds between two looks at what is to be sent. */
const EVERY = 60_000

/**
 * Tells proposers what came of it, wherever that was decided, and threads what was corrected since it was shared there, and sends
 * curators what is due for a check. Any number of processes may do so on one store. Never rejects.
 */
export async function tend({ proposals, curators, desk, served, speaks, log }: Tending): Promise<void> {
  try {
    for (const workspace of await served()) {
      const say = await speaks(workspace)
      if (!say) continue
      await tellProposers(proposals, workspace, say.proposer)
      await desk?.tellCorrections(workspace, say.thread)
      const channels = curators(workspace)
      if (channels.length === 0) continue
      for (const due of await proposals.due(workspace))
        for (const channel of channels) await say.curators(channel, due)
    }
  } catch (err) {
    // Of its own trouble the store has told.
    if (err instanceof Error && err.name === 'StoreTrouble') return
    log.warn({ err }, 'proposers or curators could not be told what there is for them')
  }
}

export function tending(options: Tending): { stop(): void } {
  const timer = setInterval(() => void tend(options), EVERY)
  timer.unref()
  void tend(options)
  return { stop: () => clearInterval(timer) }
}
