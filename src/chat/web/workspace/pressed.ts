import type { types } from '@slack/bolt'
import type { Choice, Control } from './deliveries.ts'

/** Something to press, by the ids its message gave it; `value` is which option of a menu, or which thumb, `typed` what stands in a field. */
export type Pressable = { block: string; action: string; value?: string; typed?: string }

/** Nothing of that name can be pressed there: perhaps no longer. */
export class NotThere extends Error {}

/** What is pressed: by its ids, or by the label that people see. Throws NotThere. */
export function pressed(blocks: readonly types.KnownBlock[], what: string | Pressable): Choice {
  const all = blocks.flatMap((block) =>
    elements(block).map((action) => ({ action, blockId: block.block_id ?? '' })),
  )
  const choices = all.flatMap(({ action, blockId }) =>
    values(action).map(({ label, value }) => ({
      label,
      choice: { action, blockId, ...(value && { value }) },
    })),
  )
  const found = choices.find(({ label, choice }) =>
    typeof what === 'string' ? label === what : isMeant(choice, what),
  )
  if (!found)
    throw new NotThere(`There is no “${typeof what === 'string' ? what : what.action}” to press here.`)
  const { typed } = typeof what === 'string' ? {} : what
  return { ...found.choice, ...(typed !== undefined && { value: typed }) }
}

/** What can be pressed in a block; also a field that sends what is typed by itself. */
export function elements(block: types.KnownBlock): readonly Control[] {
  if (block.type === 'actions' || block.type === 'context_actions') return block.elements as Control[]
  if (block.type === 'input') return block.dispatch_action ? [block.element as Control] : []
  const accessory = block.type === 'section' ? block.accessory : undefined
  return accessory && accessory.type !== 'image' ? [accessory as Control] : []
}

type Value = { label: string; value?: string }

function values(action: Control): readonly Value[] {
  if (action.type === 'button') return [{ label: action.text.text }]
  if (action.type === 'icon_button') return [{ label: action.text.text }]
  if (action.type === 'plain_text_input') return [{ label: action.placeholder?.text ?? '' }]
  if (action.type === 'feedback_buttons') return [action.positive_button, action.negative_button].map(thumb)
  const options = 'options' in action ? (action.options ?? []) : []
  return options.map(({ text, value }) => ({ label: text.text, value: value ?? '' }))
}

function thumb({ text, value }: { text: { text: string }; value: string }): Value {
  return { label: text.text, value }
}

function isMeant({ action, blockId, value }: Choice, what: Pressable): boolean {
  return (
    blockId === what.block &&
    action.action_id === what.action &&
    (value === undefined || value === what.value)
  )
}
