import { channelKey } from '../../digest/schedule/subscription.ts'
import { stateInWords } from '../channel-state.ts'
import { doubtfulAmong, recentRuns } from '../own-digests.ts'
import { PREVIEW, reply, TURN_OFF, turnOn } from '../replies.ts'
import { changeable, subscriptionOf, type Verb } from './verb.ts'
import { whomToAsk } from './whom-to-ask.ts'

/** `/digest`: how it stands. */
export const state: Verb = async (said, parts) => {
  const { where } = said
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
  const { stopped, by } = subscription
  const heading = stopped ? 'The weekly digest here has stopped' : 'There is a weekly digest here'
  const lines = stateInWords(subscription, runs, parts.now())
  if (!changeable(subscription, said, parts))
    return { ...reply(heading, lines, [PREVIEW]), ...(by && { naming: whomToAsk(by, parts) }) }
  const doubtful = (await doubtfulAmong(runs, parts)).flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${week}` },
  ])
  return reply(heading, lines, [...doubtful, PREVIEW, ...(stopped ? [turnOn('Start again')] : []), TURN_OFF])
}
