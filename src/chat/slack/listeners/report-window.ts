import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { REPORT_BUTTON } from '../blocks/buttons.ts'
import { richText, words } from '../blocks/rich-text.ts'
import { choicesOf } from './report-choices.ts'

/** The menu that shows others of many statements. */
export const PAGES = 'report:page'

const LONGEST = 2000

/** Asks which statement is wrong, and how. `question` comes back with what is pressed in the window. */
export function reportWindow(findings: readonly Finding[], question: string, page: number): types.ModalView {
  const { menus, parts } = choicesOf(findings)
  const options = [...(menus[page] ?? menus[0] ?? [])]
  const [only, ...others] = options
  return {
    type: 'modal',
    callback_id: REPORT_BUTTON,
    private_metadata: question,
    title: plain('Report an error'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      ...(parts.length > 0 ? turnPages(parts, page) : []),
      {
        type: 'input',
        block_id: 'record',
        label: plain('Which statement?'),
        element: {
          type: 'static_select',
          action_id: 'record',
          options,
          // One statement, and what is missing.
          ...(others.length === 1 && only && { initial_option: only }),
        },
      },
      {
        type: 'input',
        block_id: 'says',
        label: plain('What is wrong or missing, and how do you know?'),
        element: { type: 'plain_text_input', action_id: 'says', multiline: true, max_length: LONGEST },
      },
    ],
  }
}

/** More statements than one menu holds: first which of them. */
function turnPages(parts: readonly types.PlainTextOption[], page: number): types.KnownBlock[] {
  const shown = parts[page]
  return [
    ...richText([{ line: words('This answer has many statements. Choose first among which yours is.') }]),
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: PAGES,
          placeholder: plain('Which statements?'),
          options: [...parts],
          ...(shown && { initial_option: shown }),
        },
      ],
    },
  ]
}

export function thanks(blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain('Report an error'), close: plain('Close'), blocks }
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
