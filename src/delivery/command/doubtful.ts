import type { Run, RunState } from '../../digest/schedule/run.ts'
import { firstLine } from '../posting/message.ts'
import { reply, STATE } from '../replies.ts'
import { sayChange } from './say-change.ts'
import { type Said, subscriptionOf, type Verb } from './verb.ts'

const DID = 'settled a weekly digest in doubt'

/** `post 2026-W49`: a person decides that a doubtful digest was not posted. */
export const post: Verb = (said, parts) =>
  settled(said, parts, {
    to: 'claimed',
    heading: 'It will be posted within a few minutes',
    so: (name) => `“${name}” was not posted, and will be within a few minutes`,
  })

/** `seen 2026-W49`: a person saw it. */
export const seen: Verb = (said, parts) =>
  settled(said, parts, {
    to: 'handed',
    heading: 'Noted: it was posted',
    so: (name) => `“${name}” was posted`,
  })

type Settling = { to: RunState; heading: string; so: (name: string) => string }

async function settled(said: Said, parts: Parameters<Verb>[1], { to, heading, so }: Settling) {
  const { rest: week, where, asker } = said
  const next = where.channel === asker.channel ? [STATE] : []
  const turned = await parts.store.turn({ ...where, week }, ['doubtful'], to)
  if (!turned) {
    return reply('That digest is not in doubt any more', ['Somebody may have settled it before.'], next)
  }
  const change = { did: DID, so: so(nameOf(turned)) }
  const untold = await sayChange(change, await subscriptionOf(where, parts), said)
  return reply(heading, untold, next)
}

function nameOf(run: Run): string {
  return firstLine(run) ?? run.week
}
