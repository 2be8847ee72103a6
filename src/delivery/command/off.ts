import { channelKey } from '../../digest/schedule/subscription.ts'
import { recentRuns } from '../mine.ts'
import { twoClocks } from '../posting/clock.ts'
import { isWaiting, withdraw } from '../posting/withdraw.ts'
import { reply, turnOn } from '../replies.ts'
import { subscriptionOf, type Verb } from './verb.ts'

/** `/digest off`: also takes back what waits to be shown. */
export const off: Verb = async ({ where }, parts) => {
  if (!(await subscriptionOf(where, parts))) return reply('There was no weekly digest here', [], [turnOn()])
  await parts.store.unsubscribe(where)
  const clock = twoClocks(parts.now)
  const runs = (await recentRuns(parts)).filter((run) => channelKey(run) === channelKey(where))
  const waiting = runs.filter(
    (run) => run.state === 'claimed' || run.state === 'trying' || isWaiting(run, clock),
  )
  const withdrawn = await Promise.all(waiting.map((run) => withdraw(run, clock, parts)))
  const mayAppear = withdrawn.includes(false)
  return reply(
    'There is no weekly digest here any more',
    mayAppear ? ['This week’s was already on its way, and may still appear once.'] : [],
    [turnOn('Turn on again')],
  )
}
