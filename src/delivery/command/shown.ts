import { type Content, shownOf } from '../../digest/schedule/run.ts'
import { reply, STATE } from '../replies.ts'
import type { Said, Verb } from './verb.ts'

/** `show 2026-W49`: a digest of this channel once more, as it was. */
export const show: Verb = async (said, parts) => {
  const content = await kept(said, parts)
  return content ? shownOf(content) : notKept(said)
}

/** `rest 2026-W49`: what it folded. */
export const rest: Verb = async (said, parts) => (await kept(said, parts))?.rest ?? notKept(said)

async function kept(
  { rest: week, where }: Said,
  { store }: Parameters<Verb>[1],
): Promise<Content | undefined> {
  const { workspace, channel } = where
  return (await store.run({ workspace, channel, week }))?.content
}

function notKept({ rest: week }: Said) {
  return reply(`The digest of ${week || 'that week'} is not kept for this channel`, [], [STATE])
}
