import { unmetWishes } from '../../digest/items/interest.ts'
import { ABOUT_EXAMPLE } from '../digest-state.ts'
import { PREVIEW, reply, STATE, turnOn } from '../replies.ts'
import { announceChange, beforeOf, keepChange, type Verb } from './verb.ts'

/** Longer wishes are cut, by characters. */
const LONGEST = 200

/** `/digest about yorkshire, universities`; `about nothing` drops all wishes; `about` alone shows them. */
export const about: Verb = async (request, deps) => {
  const { rest, where } = request
  const subscription = await beforeOf(request, deps)
  if (!subscription) {
    return reply(
      'There is no weekly digest here yet',
      ['Turn it on first, then say what it should look for.'],
      [turnOn()],
    )
  }
  const words = [...rest.replace(/^nothing$/i, '')].slice(0, LONGEST).join('').trim()
  if (rest === '') {
    const now = subscription.about ? `It looks first for: ${subscription.about}.` : 'It has no topics yet.'
    return reply(
      now,
      [
        `Name topics and places: ${deps.post.typed(ABOUT_EXAMPLE, where.channel)}. Or: ${deps.post.typed('digest about nothing', where.channel)}.`,
      ],
      [STATE],
    )
  }
  const same = words === subscription.about
  if (!same) await keepChange(subscription, { ...subscription, about: words }, deps)
  // The words themselves are somebody's: `digest` shows them to who wants to know.
  const untold = same
    ? []
    : await announceChange(
        { act: 'changed a digest', did: 'changed the topics of the weekly digest' },
        subscription,
        request,
        deps,
      )
  const unmet = unmetWishes(words, deps.library())
  return reply(
    words ? `The digest looks first for: ${words}` : 'The digest looks for nothing in particular',
    [
      ...(unmet.length > 0
        ? [`Nothing in the folder answers to ${unmet.map((wish) => `“${wish}”`).join(', ')} so far.`]
        : []),
      ...untold,
    ],
    [PREVIEW, STATE],
  )
}
