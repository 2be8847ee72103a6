import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt'
import type { ProposedLink } from '../../../answer/proposal.ts'
import { linkFrom, QUESTIONS, type Question } from '../../core/proposals.ts'
import { option, plain } from '../blocks/menus.ts'
import { cut } from '../blocks/text.ts'

export const PROPOSE_WINDOW = 'propose'
export const CHANGE_WINDOW = 'change'

const LONGEST = 500

export type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** Asks for a link; what is known is filled in. */
export function proposeWindow(known: Partial<ProposedLink>): types.ModalView {
  const named: types.InputBlock = {
    type: 'input',
    block_id: 'named',
    label: plain('Who read it, in the folder that others see?'),
    element: {
      type: 'plain_text_input',
      action_id: 'named',
      max_length: 100,
      placeholder: plain('Your name if you want it there; else “a colleague”'),
    },
    optional: true,
  }
  return {
    type: 'modal',
    callback_id: PROPOSE_WINDOW,
    title: plain('Propose a link'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [...questionsOn(known), named],
  }
}

/** The same for a curator, who approves what they write there. */
export function changeWindow(number: number, proposed: ProposedLink): types.ModalView {
  return {
    type: 'modal',
    callback_id: CHANGE_WINDOW,
    private_metadata: String(number),
    title: plain('Change a proposal'),
    submit: plain('Approve'),
    close: plain('Cancel'),
    blocks: questionsOn(proposed),
  }
}

function questionsOn(known: Partial<ProposedLink>): types.InputBlock[] {
  return QUESTIONS.map(({ field, label, hint, choices, isOptional }): types.InputBlock => {
    const value = cut(known[field] ?? '', LONGEST)
    const element: types.InputBlock['element'] = choices
      ? {
          type: 'static_select',
          action_id: field,
          options: choices.map(({ write, says }) => option(says, write)),
          ...initialOf(choices, known[field]),
        }
      : {
          type: 'plain_text_input',
          action_id: field,
          max_length: LONGEST,
          ...(hint && { placeholder: plain(hint) }),
          ...(value && { initial_value: value }),
        }
    return { type: 'input', block_id: field, label: plain(label), element, optional: isOptional === true }
  })
}

function initialOf(choices: NonNullable<Question['choices']>, known: string | undefined) {
  const found = choices.find(({ write }) => write === known)
  return found && { initial_option: option(found.says, found.write) }
}

export function linkIn(values: ViewSubmitAction['view']['state']['values']): ProposedLink {
  return linkFrom((field) => {
    const input = values[field]?.[field]
    return input?.value ?? input?.selected_option?.value
  })
}

export function closing(title: string, blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks }
}

/** What is wrong, under the question that it answers. */
export function errorAt({ field, why }: { field: string; why: string }) {
  return { response_action: 'errors' as const, errors: { [field]: cut(why, 300) } }
}
