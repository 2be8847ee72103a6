import type { types } from '@slack/bolt'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Block } from 'slack-blocks-to-jsx'
import kit from 'slack-blocks-to-jsx'
import { drawBlockTable } from '../answers/folding-table.ts'
import { type Control, elements } from '../workspace/deliveries.ts'
import type { Person } from '../workspace/rooms.ts'
import type { View } from '../workspace/workspace-state.ts'
import { folded, withMoreFolded } from './fold-optional.ts'

/** What blocks are drawn with: who the people are, what channels are called, and where an uploaded picture is. */
export type Surroundings = {
  people: readonly Person[]
  /** Channels that a message may name. */
  channels(): Iterable<{ id: string; name: string }>
  picture(fileId: string): ReactNode
}

type Refused = NonNullable<View['refused']>

const drawn = new WeakMap<readonly types.KnownBlock[], string>()

/**
 * Blocks as HTML. What is read is drawn by slack-blocks-to-jsx; what is pressed has to work in a page without React, so
 * it is drawn as buttons and menus of a form. A message that changes gets new blocks, so the same ones are drawn once.
 */
export function drawBlocks(
  blocks: readonly types.KnownBlock[],
  around: Surroundings,
  refused?: Refused,
): string {
  const known = refused ? undefined : drawn.get(blocks)
  if (known !== undefined) return known
  const { asked, more } = withMoreFolded(runs(blocks))
  const draw = (run: readonly types.KnownBlock[], key: number) => drawRun(run, key, around, refused)
  const html = renderToStaticMarkup([...asked.map(draw), folded(more, draw, refused)])
  // The library puts its id and a theme on every message; the page sets them once. Styles belong into style sheets.
  const once = html
    .replaceAll(' id="slack_blocks_to_jsx" data-theme="light"', '')
    .replaceAll(/ style="[^"]*"/g, '')
  if (!refused) drawn.set(blocks, once)
  return once
}

function drawRun(
  run: readonly types.KnownBlock[],
  key: number,
  around: Surroundings,
  refused?: Refused,
): ReactNode {
  const [first] = run
  if (first?.type === 'input') return drawInput(first, refused, around.people)
  if (first?.type === 'table') return drawBlockTable(first, key)
  if (first?.type === 'image')
    return createElement('div', { key, className: 'picture' }, image(first, around))
  const controls = run.flatMap((block) => drawControls(block, elements(block)))
  // As Slack has it, what is pressed stands beside its words.
  const className = first?.type === 'section' && controls.length > 0 ? 'beside' : undefined
  return createElement(
    'div',
    { key, className },
    first && !isControls(first) ? read(run, around) : null,
    controls.length > 0 ? createElement('div', { className: 'controls' }, controls) : null,
  )
}

const ALONE: ReadonlySet<string> = new Set(['image', 'input', 'table'])

/** Blocks that are drawn together: one with something to press, or a picture, stands alone. */
function runs(blocks: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const all: types.KnownBlock[][] = []
  let open = false
  for (const block of blocks) {
    const alone = ALONE.has(block.type) || elements(block).length > 0
    if (alone || !open) all.push([block])
    else all.at(-1)?.push(block)
    open = !alone
  }
  return all
}

function isControls({ type }: types.KnownBlock): boolean {
  return type === 'actions' || type === 'context_actions'
}

function image({ alt_text, title, ...block }: types.ImageBlock, around: Surroundings): ReactNode {
  if ('slack_file' in block && 'id' in block.slack_file && block.slack_file.id) {
    return around.picture(block.slack_file.id)
  }
  return createElement('p', {}, title?.text ?? alt_text)
}

function read(blocks: readonly types.KnownBlock[], { people, channels }: Surroundings): ReactNode {
  const props = {
    blocks: blocks.map(readable) as Block[],
    withoutWrapper: true,
    data: { users: [...people], channels: [...channels()] },
  }
  return createElement(kit.Message, { logo: '', name: '', ...props })
}

/** A section without what can be pressed; and the library takes `verbatim` for "do not read mentions either". */
function readable(block: types.KnownBlock): types.KnownBlock {
  if (block.type === 'section' && elements(block).length > 0) return { ...block, accessory: undefined }
  if (block.type !== 'context') return block
  return {
    ...block,
    elements: block.elements.map((one) => (one.type === 'mrkdwn' ? { ...one, verbatim: false } : one)),
  }
}

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

/** What can be filled in, with its label; called `["block","action"]`. What is sent by itself has a button. */
export function drawInput(
  { dispatch_action: sends, ...block }: types.InputBlock,
  { filled, wrong }: Refused = { filled: {}, wrong: {} },
  people: readonly Person[] = [],
): ReactNode {
  const { block_id = '', label, hint, element, optional } = block
  const name = JSON.stringify([block_id, element.action_id ?? ''])
  const id = `input-${block_id}`
  const required = !optional && !sends
  const why = wrong[block_id]
  const about = [...(why ? [`${id}-wrong`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ') || undefined
  const common = {
    ...{ id, name, required, 'aria-describedby': about, 'aria-invalid': why !== undefined || undefined },
    filled: filled[block_id]?.[element.action_id ?? ''],
  }
  return createElement(
    'p',
    { key: id, className: 'input' },
    createElement('label', { htmlFor: id }, label.text, required || sends ? null : OPTIONAL),
    why ? createElement('span', { id: `${id}-wrong`, className: 'wrong' }, why) : null,
    element.type === 'multi_users_select' ? persons(element, common, people) : field(element, common),
    sends ? button('send', pressValue(block_id, element), 'Ask', { style: 'primary' }) : null,
    hint ? createElement('span', { id: `${id}-hint`, className: 'small' }, hint.text) : null,
  )
}

/** As Slack says it. */
const OPTIONAL = createElement('span', { className: 'optional' }, ' (optional)')

type Common = { id: string; name: string; filled: string | undefined }

function field(element: types.InputBlock['element'], { filled, ...common }: Common): ReactNode {
  if (element.type === 'static_select') {
    const drawn = ({ options = [] }: Pick<types.StaticSelect, 'options'>) =>
      options.map(({ text, value }) => createElement('option', { key: value, value }, text.text))
    const groups = (element.option_groups ?? []).map(({ label, options }, key) =>
      createElement('optgroup', { key, label: label.text }, drawn({ options })),
    )
    const none = createElement('option', { key: '', value: '' }, 'Choose…')
    const chosen = { ...common, defaultValue: filled ?? element.initial_option?.value ?? '' }
    return createElement('select', chosen, none, ...drawn(element), ...groups)
  }
  if (element.type === 'timepicker')
    return createElement('input', { ...common, type: 'time', defaultValue: filled ?? element.initial_time })
  if (element.type !== 'plain_text_input')
    return createElement('span', {}, `(${element.type} cannot be used here)`)
  const { multiline, max_length: maxLength, initial_value, placeholder } = element
  return createElement(multiline ? 'textarea' : 'input', {
    ...common,
    maxLength,
    defaultValue: filled ?? initial_value,
    placeholder: placeholder?.text,
  })
}

/** Nothing chosen is sent as nothing: the field was there. Who has left the page since they were chosen stays. */
function persons(
  { initial_users = [] }: types.MultiUsersSelect,
  { filled, ...common }: Common,
  people: readonly Person[],
): ReactNode {
  const chosen = filled?.split(' ').filter(Boolean) ?? initial_users
  const names = new Map([
    ...chosen.map((id) => [id, id] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ])
  const options = [...names].map(([id, name]) => createElement('option', { key: id, value: id }, name))
  const some = { key: 'some', ...common, multiple: true, defaultValue: [...chosen] }
  return [
    createElement('input', { key: 'none', type: 'hidden', name: common.name, value: '' }),
    createElement('select', some, ...options),
  ]
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
