import type { Correction } from '../../../digest/desk.ts'
import { type Tending as TendingAll, tend as tendAll, tending as tendingAll } from '../../core/tending.ts'
import { button, row } from '../blocks/buttons.ts'
import { notice } from '../blocks/message.ts'
import { toldBySlack } from '../listeners/decide.ts'
import { dueMessage } from '../listeners/look.ts'
import type { DigestClient } from './digest-client.ts'

type Client = Pick<DigestClient, 'chat'>

export type Tending = Omit<TendingAll, 'speaks'> & {
  client(workspace: string): Promise<Client | undefined>
}

/** See `core/tending.ts`. */
export function tend(options: Tending): Promise<void> {
  return tendAll(inSlack(options))
}

export function tending(options: Tending): { stop(): void } {
  return tendingAll(inSlack(options))
}

function inSlack({ client, ...options }: Tending): TendingAll {
  return {
    ...options,
    async speaks(workspace) {
      const slack = await client(workspace)
      return (
        slack && {
          proposer: toldBySlack(slack),
          thread: (one) => slack.chat.postMessage(correctionMessage(one)),
          curators: (channel, due) => slack.chat.postMessage({ channel, ...dueMessage(due) }),
        }
      )
    },
  }
}

function correctionMessage({ channel, thread, sentence, ask }: Correction) {
  const { text, blocks } = notice(sentence)
  const again = ask === '' ? [] : row([button('Ask again', 'ask:0', ask)])
  return { channel, thread_ts: thread, text, blocks: [...blocks, ...again] }
}
