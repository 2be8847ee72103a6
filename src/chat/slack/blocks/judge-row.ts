import type { types } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import { mayBeJudged } from '../../../answer/rights.ts'
import { button, REPORT_BUTTON } from './buttons.ts'

/** Under an answer that found something. */
export function judgeRow(answer: Answer): readonly types.ActionsBlock[] {
  if (!mayBeJudged(answer)) return []
  const { ask } = answer
  return [
    {
      type: 'actions',
      elements: [
        button('Helpful', 'judge:1', ask),
        button('Not helpful', 'judge:0', ask),
        button('Report an error', REPORT_BUTTON, ask),
      ],
    },
  ]
}
