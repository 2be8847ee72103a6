import { channelKey } from '../../digest/schedule/subscription.ts'
import { recentRuns } from '../own-digests.ts'
import type { DeskParts } from '../parts.ts'
import { twoClocks } from '../posting/clock.ts'
import { isWaiting, withdraw } from '../posting/withdraw.ts'
import { reply, turnOn } from '../replies.ts'
import { sayChange } from './say-change.ts'
import { type Said, subscriptionOf, type Verb } from './verb.ts'

/** `/digest off`: also takes back what waits to be shown. */
export const off: Verb = async (said, parts) => {
  const before = await subscriptionOf(said.where, parts)
  if (!before) return reply('There was no weekly digest here', [], [turnOn()])
  await parts.store.unsubscribe(said.where)
  const [untold, mayAppear] = await Promise.all([
    sayChange({ did: 'turned off the weekly digest' }, before, said),
    withdrawAll(said, parts),
  ])
  const onItsWay = mayAppear ? ['This week’s was already on its way, and may still appear once.'] : []
  return reply('There is no weekly digest here any more', [...onItsWay, ...untold], [turnOn('Turn on again')])
}

/** Whether one may be shown all the same. */
async function withdrawAll({ where }: Said, parts: DeskParts): Promise<boolean> {
  const clock = twoClocks(parts.now)
  const runs = (await recentRuns(parts)).filter((run) => channelKey(run) === channelKey(where))
  const waiting = runs.filter(
    (run) => run.state === 'claimed' || run.state === 'trying' || isWaiting(run, clock),
  )
  const withdrawn = await Promise.all(waiting.map((run) => withdraw(run, clock, parts)))
  return withdrawn.includes(false)
}
