import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt'
import type { Log } from '../../core/log.ts'
import type { Seen } from '../../core/once.ts'

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** A delivery that was handled before is acknowledged and left alone. */
export function onlyOnce(seen: Seen, log: Log) {
  return async ({ body, next, ...args }: Args): Promise<void> => {
    const id = 'event_id' in body ? body.event_id : 'trigger_id' in body ? body.trigger_id : undefined
    if (typeof id === 'string' && (await wasSeen(id))) {
      log.info({ retry: args.context.retryNum }, 'a delivery came again')
      if ('ack' in args && args.ack) await (args.ack as () => Promise<void>)()
      return
    }
    await next()
  }

  /** Answering twice is better than not at all. */
  async function wasSeen(id: string): Promise<boolean> {
    try {
      return await seen(id)
    } catch (err) {
      log.error({ err }, 'cannot tell whether a delivery came before')
      return false
    }
  }
}
