import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from '@slack/bolt'
import type { ProposedLink, Wrong } from '../../../answer/proposal.ts'
import { choicesWith, linkFrom, otherField, QUESTIONS, type Question } from '../../core/proposals.ts'
import { LIMITS } from '../blocks/limits.ts'
import { option, plain } from '../blocks/menus.ts'
import { cut } from '../blocks/text.ts'

export const PROPOSE_WINDOW = 'propose'
export const CHANGE_WINDOW = 'change'

const LONGEST = 500

export type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** The list of partners. */
export const PARTNERS = 'partner'

/** Asks for a link; what is known is filled in. `completes`: whether names are offered while one types. */
export function proposeWindow(known: Partial<ProposedLink>, completes = false): types.ModalView {
  const named: types.InputBlock = {
    type: 'input',
    block_id: 'named',
    label: plain('Who read it, in the folder that others see?'),
    element: {
      type: 'plain_text_input',
      action_id: 'named',
      max_length: 100,
      placeholder: plain('Empty: “a colleague”'),
    },
    optional: true,
  }
  return {
    type: 'modal',
    callback_id: PROPOSE_WINDOW,
    title: plain('Propose a link'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [...questionsOn(known, completes), named],
  }
}

/** The same for a curator, who approves what they write there. */
export function changeWindow(number: number, proposed: ProposedLink, completes = false): types.ModalView {
  return {
    type: 'modal',
    callback_id: CHANGE_WINDOW,
    private_metadata: String(number),
    title: plain('Change a proposal'),
    submit: plain('Approve'),
    close: plain('Cancel'),
    blocks: questionsOn(proposed, completes),
  }
}

function questionsOn(known: Partial<ProposedLink>, completes: boolean): types.InputBlock[] {
  return QUESTIONS.flatMap((question): types.InputBlock[] => {
    const { field, label, hint, choices, other, isOptional } = question
    if (field === PARTNERS && completes) return partnerQuestions(question, known.partner ?? '')
    const ready = choices && choicesWith(choices, known[field])
    const value = cut(known[field] ?? '', LONGEST)
    const element: types.InputBlock['element'] = ready
      ? {
          type: 'static_select',
          action_id: field,
          options: ready.choices.map(({ write, says }) => option(says, write)),
          ...initialOf(ready.choices, known[field]),
        }
      : {
          type: 'plain_text_input',
          action_id: field,
          max_length: LONGEST,
          ...(hint && { placeholder: plain(hint) }),
          ...(value && { initial_value: value }),
        }
    return [
      { type: 'input', block_id: field, label: plain(label), element, optional: isOptional === true },
      ...(other ? [otherQuestion(field, other, { written: ready?.written })] : []),
    ]
  })
}

/** Chosen from a list, and not spelled; where the list does not have it, or does not come, it is written below. */
function partnerQuestions({ field, label }: Question, known: string): types.InputBlock[] {
  return [
    {
      type: 'input',
      block_id: field,
      label: plain(label),
      element: {
        type: 'external_select',
        action_id: field,
        min_query_length: 2,
        placeholder: plain('Type its first letters'),
        ...(known && { initial_option: nameOption(known) }),
      },
      optional: true,
    },
    otherQuestion(field, 'A partner that the list does not have', {
      hint: 'With its country: Dortmund, Germany',
    }),
  ]
}

/** An answer that the choices above it do not have. */
function otherQuestion(
  field: string,
  label: string,
  { hint, written = '' }: { hint?: string; written?: string | undefined },
): types.InputBlock {
  const id = otherField(field)
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: LONGEST,
      ...(hint && { placeholder: plain(hint) }),
      ...(written && { initial_value: cut(written, LONGEST) }),
    },
    optional: true,
  }
}

function nameOption(name: string): types.PlainTextOption {
  return option(cut(name, LIMITS.optionText), cut(name, LIMITS.optionValue))
}

/** What a list offers for the letters that somebody typed into it. */
export function offered(names: readonly string[]): types.PlainTextOption[] {
  return names.filter((name) => name.length <= LIMITS.optionText).map(nameOption)
}

function initialOf(choices: NonNullable<Question['choices']>, known: string | undefined) {
  const found = choices.find(({ write }) => write === known)
  return found && { initial_option: option(found.says, found.write) }
}

type Values = ViewSubmitAction['view']['state']['values']

export function linkIn(values: Values): ProposedLink {
  return linkFrom((field) => {
    const input = values[field]?.[field]
    return input?.value ?? input?.selected_option?.value
  })
}

export function closing(title: string, blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks }
}

/** All that is wrong, each under the question that it answers. */
export function errorsAt(wrong: readonly Wrong[], values: Values) {
  const blockOf = (field: string) => {
    const other = otherField(field)
    return values[other]?.[other]?.value?.trim() ? other : field
  }
  const errors = Object.fromEntries(wrong.map(({ field, why }) => [blockOf(field), cut(why, 300)]))
  return { response_action: 'errors' as const, errors }
}
