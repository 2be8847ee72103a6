import { channelKey } from '../../digest/schedule/subscription.ts'
import { stateInWords } from '../channel-state.ts'
import { doubtfulAmong, recentRuns } from '../mine.ts'
import { PREVIEW, reply, TURN_OFF, turnOn } from '../replies.ts'
import { subscriptionOf, type Verb } from './verb.ts'

/** `/digest`: how it stands. */
export const state: Verb = async ({ where }, parts) => {
  const subscription = await subscriptionOf(where, parts)
  if (!subscription) {
    return reply(
      'There is no weekly digest here',
      [
        'Once a week: what is new in the folder, one link and one finding, anniversaries, and questions nobody could ' +
          'answer. Choose a time with /digest on monday 09:00, or press a button.',
      ],
      [turnOn('Turn on, Mondays at 09:00'), PREVIEW],
    )
  }
  const runs = (await recentRuns(parts)).filter((run) => channelKey(run) === channelKey(where))
  const doubtful = (await doubtfulAmong(runs, parts)).flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${week}` },
  ])
  const { stopped } = subscription
  return reply(
    stopped ? 'The weekly digest here has stopped' : 'There is a weekly digest here',
    stateInWords(subscription, runs, parts.now()),
    [...doubtful, PREVIEW, ...(stopped ? [turnOn('Start again')] : []), TURN_OFF],
  )
}
