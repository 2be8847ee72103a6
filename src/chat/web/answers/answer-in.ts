import type { Answer, Desk } from '../../../answer/answer.ts'
import { shownIn } from '../../slack/blocks/buttons.ts'
import { toBlocks } from '../../slack/blocks/to-blocks.ts'
import { elements } from '../workspace/pressed.ts'
import type { Post } from '../workspace/workspace-state.ts'

/** Buttons whose value is the question that was asked. */
const ASKED = /^(?:share|words|rest|report):\d+$/

/**
 * The answer whose first message this is, where it has an overview: the page then draws the answer itself. A message says
 * by its buttons what was asked; whether the answer is still the same is seen by its being the same message.
 */
export function answerIn({ blocks, text }: Pick<Post, 'blocks' | 'text'>, desk: Desk): Answer | undefined {
  const asked = blocks.flatMap(elements).find(({ action_id = '' }) => ASKED.test(action_id))
  if (asked?.type !== 'button' || !asked.value) return undefined
  const { ask } = shownIn(asked.value)
  const answer = desk.answer(ask)
  if (!answer.table) return undefined
  const said = toBlocks(answer)[0].text
  if (said === text) return answer
  // What was shared ends with its receipt.
  return text.startsWith(`${said}\n`) ? { ...answer, receipt: text.slice(said.length + 1) } : undefined
}
