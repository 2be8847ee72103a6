import { momentOf } from '../../digest/schedule/moment.ts'
import { shownOf } from '../../digest/schedule/run.ts'
import { slotNear } from '../../digest/schedule/subscription.ts'
import { contentFor } from '../posting/claim-owed.ts'
import { reply, STATE } from '../replies.ts'
import { subscriptionOf, usual, type Verb } from './verb.ts'

/** `/digest now`: what the digest would say at this moment, for one person's eyes; `now rest`: what it would fold. */
export const now: Verb = async ({ rest, where, asker }, parts) => {
  const found = await subscriptionOf(where, parts)
  const due = momentOf(parts.now())
  const subscription = found ?? {
    ...where,
    weekly: usual(parts),
    about: '',
    by: asker.user ?? '',
    since: due,
  }
  const { week } = slotNear(subscription.weekly, parts.now())
  const content = await contentFor(subscription, { week, due }, parts)
  if (!content)
    return reply('There is nothing to say this week', ['In such a week, nothing is posted.'], [STATE])
  if (rest === 'rest' && content.rest) return { ...content.rest, ask: 'digest now rest' }
  const answer = shownOf(content)
  return {
    ...answer,
    ask: 'digest now',
    lead: ['A preview for you alone: nothing was posted.', ...(answer.lead ?? [])],
    more: answer.more && { ...answer.more, ask: 'digest now rest' },
    note: found ? answer.note : 'This channel has no digest yet. /digest on turns it on.',
  }
}
