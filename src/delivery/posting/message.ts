import type { Message } from '../../digest/post.ts'
import { instantOf } from '../../digest/schedule/moment.ts'
import { isLate } from '../../digest/schedule/owed.ts'
import { type Run, shownOf } from '../../digest/schedule/run.ts'

/** What the platform is given of a run: it depends on nothing but the run, so that every try is the same. */
export function messageOf({ workspace, channel, week, due, postAt = due, content }: Run): Message {
  if (!content) throw new Error(`the run of ${week} has nothing to say, so there is nothing to post`)
  const answer = shownOf(content)
  const late = isLate(instantOf(due), instantOf(postAt)) ? [content.ifLate] : []
  return { workspace, channel, week, answer: { ...answer, lead: [...late, ...(answer.lead ?? [])] } }
}

/** How a waiting message is known to be this run's. */
export function firstLine({ content }: Run): string | undefined {
  return content?.answer.heading
}
