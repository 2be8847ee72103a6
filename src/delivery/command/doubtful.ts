import { firstLine } from '../../digest/post.ts'
import type { Run, RunState } from '../../digest/schedule/run.ts'
import { reply, STATE } from '../replies.ts'
import { announceChange, type Change, type DigestRequest, subscriptionOf, type Verb } from './verb.ts'

const DID = 'settled a weekly digest in doubt'

/** `post 2026-W49`: a person decides that a doubtful digest was not posted. */
export const post: Verb = (request, deps) =>
  settled(request, deps, {
    to: 'claimed',
    heading: 'It will be posted within a few minutes',
    so: (name) => `“${name}” was not posted, and will be within a few minutes`,
  })

/** `seen 2026-W49`: a person saw it. */
export const seen: Verb = (request, deps) =>
  settled(request, deps, {
    to: 'handed',
    heading: 'Noted: it was posted',
    so: (name) => `“${name}” was posted`,
  })

type Settling = { to: RunState; heading: string; so: (name: string) => string }

async function settled(request: DigestRequest, deps: Parameters<Verb>[1], { to, heading, so }: Settling) {
  const { rest: week, where, asker } = request
  const next = where.channel === asker.channel ? [STATE] : []
  const turned = await deps.store.turn({ ...where, week }, ['doubtful'], to)
  if (!turned) {
    return reply('That digest is not in doubt any more', ['Somebody may have settled it before.'], next)
  }
  const change: Change = { act: 'changed a digest', did: DID, so: so(nameOf(turned)) }
  const untold = await announceChange(change, await subscriptionOf(where, deps), request, deps)
  return reply(heading, untold, next)
}

function nameOf(run: Run): string {
  return firstLine(run) ?? run.week
}
