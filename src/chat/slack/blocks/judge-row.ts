import type { types } from '@slack/bolt'
import type { Answer } from '../../../answer/answer.ts'
import { button, REPORT_BUTTON } from './buttons.ts'

/** Under an answer that found something. */
export function judgeRow({ ask, outcome }: Answer): readonly types.ActionsBlock[] {
  if (outcome !== 'found' || /^(cite|help|digest)\b/.test(ask)) return []
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
