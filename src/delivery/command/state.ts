import { channelKey } from '../../digest/schedule/subscription.ts'
import { doubtfulAmong, recentRuns, stateInWords } from '../digest-state.ts'
import { PREVIEW, reply, TURN_OFF, turnOn } from '../replies.ts'
import { mayChangeDigest, subscriptionOf, type Verb, whomToAsk } from './verb.ts'

/** `/digest`: how it stands. */
export const state: Verb = async (request, deps) => {
  const { where } = request
  const subscription = await subscriptionOf(where, deps)
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
  const runs = (await recentRuns(deps)).filter((run) => channelKey(run) === channelKey(where))
  const { stopped, by } = subscription
  const heading = stopped ? 'The weekly digest here has stopped' : 'There is a weekly digest here'
  const lines = stateInWords(subscription, runs, deps.now())
  if (!mayChangeDigest(subscription, request, deps))
    return { ...reply(heading, lines, [PREVIEW]), ...(by && { naming: whomToAsk(by, deps) }) }
  const doubtful = (await doubtfulAmong(runs, deps)).flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${week}` },
  ])
  return reply(heading, lines, [...doubtful, PREVIEW, ...(stopped ? [turnOn('Start again')] : []), TURN_OFF])
}
