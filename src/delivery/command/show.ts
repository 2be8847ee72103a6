import { momentOf } from '../../digest/schedule/moment.ts'
import { type Content, shownOf } from '../../digest/schedule/run.ts'
import { channelKey, slotNear } from '../../digest/schedule/subscription.ts'
import { doubtfulAmong, recentRuns, stateInWords } from '../digest-state.ts'
import { contentFor } from '../posting/claim-owed.ts'
import { PREVIEW, reply, STATE, TURN_OFF, turnOn } from '../replies.ts'
import { type DigestRequest, defaultWeekly, othersKeep, subscriptionOf, type Verb } from './verb.ts'

/** `/digest`: how it stands. */
export const state: Verb = async (request, deps) => {
  const { where } = request
  const subscription = await subscriptionOf(where, deps)
  if (!subscription) {
    return reply(
      'There is no weekly digest here',
      [
        'Once a week: what is new in the folder, one link and one finding, anniversaries, and questions nobody could ' +
          `answer. Choose a time with “${deps.post.typed('digest on monday 09:00', where.channel)}”, or press a button.`,
      ],
      [turnOn('Turn on, Mondays at 09:00'), PREVIEW],
    )
  }
  const runs = (await recentRuns(deps)).filter((run) => channelKey(run) === channelKey(where))
  const { stopped } = subscription
  const heading = stopped ? 'The weekly digest here has stopped' : 'There is a weekly digest here'
  const lines = stateInWords(subscription, runs, deps.now(), deps.post.typed)
  const others = await othersKeep(subscription, request, deps)
  if (others) return { ...reply(heading, lines, [PREVIEW]), ...others }
  const doubtful = (await doubtfulAmong(runs, deps)).flatMap(({ week, heading }) => [
    { label: `Post it: ${heading}`, ask: `digest post ${week}` },
    { label: `It was posted: ${heading}`, ask: `digest seen ${week}` },
  ])
  return reply(heading, lines, [...doubtful, PREVIEW, ...(stopped ? [turnOn('Start again')] : []), TURN_OFF])
}

/** `/digest now`: what the digest would say at this moment, for one person's eyes; `now rest`: what it would fold. */
export const now: Verb = async ({ rest, where, asker }, deps) => {
  const found = await subscriptionOf(where, deps)
  const due = momentOf(deps.now())
  const subscription = found ?? {
    ...where,
    weekly: defaultWeekly(deps),
    about: '',
    by: asker.user ?? '',
    since: due,
  }
  const { week } = slotNear(subscription.weekly, deps.now())
  const content = await contentFor(subscription, { week, due }, deps)
  if (!content)
    return reply('There is nothing to say this week', ['In such a week, nothing is posted.'], [STATE])
  if (rest === 'rest' && content.rest) return { ...content.rest, ask: 'digest now rest' }
  const answer = shownOf(content)
  return {
    ...answer,
    ask: 'digest now',
    lead: ['A preview for you alone: nothing was posted.', ...(answer.lead ?? [])],
    more: answer.more && { ...answer.more, ask: 'digest now rest' },
    note: found
      ? answer.note
      : `This channel has no digest yet. “${deps.post.typed('digest on', where.channel)}” turns it on.`,
  }
}

/** `show 2026-W49`: a digest of this channel once more, as it was. */
export const show: Verb = async (request, deps) => {
  const content = await kept(request, deps)
  return content ? shownOf(content) : notKept(request)
}

/** `rest 2026-W49`: what it folded. */
export const rest: Verb = async (request, deps) => (await kept(request, deps))?.rest ?? notKept(request)

async function kept(
  { rest: week, where }: DigestRequest,
  { store }: Parameters<Verb>[1],
): Promise<Content | undefined> {
  const { workspace, channel } = where
  return (await store.run({ workspace, channel, week }))?.content
}

function notKept({ rest: week }: DigestRequest) {
  return reply(`The digest of ${week || 'that week'} is not kept for this channel`, [], [STATE])
}
