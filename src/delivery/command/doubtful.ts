import type { RunState } from '../../digest/schedule/run.ts'
import { reply, STATE } from '../replies.ts'
import { type Said, subscriptionOf, type Verb } from './verb.ts'

/** `post 2026-W49`: a person decides that a doubtful digest was not posted. */
export const post: Verb = async (said, parts) => {
  const turned = await turn(said, parts, 'claimed')
  return turned
    ? reply('It will be posted within a few minutes', [], [STATE])
    : reply('That digest is not in doubt any more', ['Somebody else has settled it.'], [STATE])
}

/** `seen 2026-W49`: a person saw it. */
export const seen: Verb = async (said, parts) => {
  const turned = await turn(said, parts, 'handed')
  return reply(turned ? 'Noted: it was posted' : 'That digest is not in doubt any more', [], [STATE])
}

/** The week may follow the channel's id: whoever subscribed may press the button elsewhere. */
async function turn({ rest, where, by }: Said, parts: Parameters<Verb>[1], to: RunState) {
  const [week = '', channel = where.channel] = rest.split(' ').reverse()
  const there = { workspace: where.workspace, channel }
  if (channel !== where.channel && (await subscriptionOf(there, parts))?.by !== by) return undefined
  return parts.store.turn({ ...there, week }, ['doubtful'], to)
}
