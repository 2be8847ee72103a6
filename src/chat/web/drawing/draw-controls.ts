import type { types } from '@slack/bolt'
import { createElement, type ReactNode } from 'react'
import type { Control } from '../workspace/deliveries.ts'

/**
 * Buttons and menus of one block, as controls of the form that its message is. Each is called `press` and its value
 * says what is pressed: block, action and, for a menu or a thumb, which.
 */
export function drawControls({ block_id = '' }: types.KnownBlock, controls: readonly Control[]): ReactNode[] {
  return controls.map((control, at) => {
    const key = `${block_id}-${at}`
    if (control.type === 'button')
      return button(key, pressValue(block_id, control), control.text.text, control)
    if (control.type === 'static_select') return menu(key, block_id, control)
    if (control.type === 'feedback_buttons') {
      return [control.positive_button, control.negative_button].map(({ text, value, accessibility_label }) =>
        button(`${key}-${value}`, pressValue(block_id, control, value), text.text, { accessibility_label }),
      )
    }
    if (control.type === 'icon_button')
      return button(key, pressValue(block_id, control), control.text.text, control)
    return createElement(
      'span',
      { key, className: 'unknown-control' },
      `(${control.type} cannot be used here)`,
    )
  })
}

/** What can be filled in, with its label; called `["block","action"]`. */
export function drawInput({ block_id = '', label, hint, element, optional }: types.InputBlock): ReactNode {
  const name = JSON.stringify([block_id, element.action_id ?? ''])
  const id = `input-${block_id}`
  const common = { id, name, required: !optional, 'aria-describedby': hint ? `${id}-hint` : undefined }
  return createElement(
    'p',
    { key: id, className: 'input' },
    createElement('label', { htmlFor: id }, label.text),
    field(element, common),
    hint ? createElement('span', { id: `${id}-hint`, className: 'small' }, hint.text) : null,
  )
}

function field(element: types.InputBlock['element'], common: { id: string; name: string }): ReactNode {
  if (element.type === 'static_select') {
    const options = (element.options ?? []).map(({ text, value }) =>
      createElement('option', { key: value, value }, text.text),
    )
    const none = createElement('option', { key: '', value: '' }, 'Choose…')
    return createElement(
      'select',
      { ...common, defaultValue: element.initial_option?.value ?? '' },
      none,
      ...options,
    )
  }
  if (element.type !== 'plain_text_input')
    return createElement('span', {}, `(${element.type} cannot be used here)`)
  const { multiline, max_length: maxLength, initial_value: defaultValue } = element
  return createElement(multiline ? 'textarea' : 'input', { ...common, maxLength, defaultValue })
}

/** What the form sends: `["block","action","value"]`. */
function pressValue(block: string, { action_id = '' }: { action_id?: string }, value?: string): string {
  return JSON.stringify(value === undefined ? [block, action_id] : [block, action_id, value])
}

type Look = { accessibility_label?: string; style?: string }

function button(key: string, value: string, label: string, { accessibility_label, style }: Look): ReactNode {
  // A spoken name has to hold the words that are seen.
  const spoken = accessibility_label?.toLowerCase().includes(label.toLowerCase())
    ? accessibility_label
    : undefined
  const className = style ? `press ${style}` : 'press'
  return createElement(
    'button',
    { key, type: 'submit', name: 'press', value, className, 'aria-label': spoken },
    label,
  )
}

/** A menu and a button: choosing with the arrow keys must not send anything yet. */
function menu(key: string, block: string, select: types.StaticSelect): ReactNode {
  const label = select.placeholder?.text ?? 'Choose'
  const options = (select.options ?? []).map(({ text, value }) =>
    createElement('option', { key: value, value: pressValue(block, select, value ?? '') }, text.text),
  )
  return createElement(
    'span',
    { key, className: 'menu' },
    createElement(
      'select',
      { name: 'choice', 'aria-label': label, defaultValue: '' },
      createElement('option', { key: '', value: '' }, label),
      ...options,
    ),
    createElement('button', { type: 'submit', name: 'press', value: 'choice', className: 'press' }, 'Show'),
  )
}
