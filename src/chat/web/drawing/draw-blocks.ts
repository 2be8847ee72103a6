import type { types } from '@slack/bolt'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import kit, { type Block } from 'slack-blocks-to-jsx'
import type { Person } from '../workspace/people.ts'
import { elements } from '../workspace/pressed.ts'
import { drawControls, drawInput } from './draw-controls.ts'

/** What blocks are drawn with: who the people are, and where an uploaded picture is. */
export type Surroundings = {
  people: readonly Person[]
  picture(fileId: string): ReactNode
}

const drawn = new WeakMap<readonly types.KnownBlock[], string>()

/**
 * Blocks as HTML. What is read is drawn by slack-blocks-to-jsx; what is pressed has to work in a page without React, so
 * it is drawn as buttons and menus of a form. A message that changes gets new blocks, so the same ones are drawn once.
 */
export function drawBlocks(blocks: readonly types.KnownBlock[], around: Surroundings): string {
  const known = drawn.get(blocks)
  if (known !== undefined) return known
  const html = renderToStaticMarkup(runs(blocks).map((run, key) => drawRun(run, key, around)))
  // The library puts its id and a theme on every message; the page sets them once. Styles belong into style sheets.
  const once = html
    .replaceAll(' id="slack_blocks_to_jsx" data-theme="light"', '')
    .replaceAll(/ style="[^"]*"/g, '')
  drawn.set(blocks, once)
  return once
}

function drawRun(run: readonly types.KnownBlock[], key: number, around: Surroundings): ReactNode {
  const [first] = run
  if (first?.type === 'input') return drawInput(first)
  if (first?.type === 'image')
    return createElement('div', { key, className: 'picture' }, image(first, around))
  const controls = run.flatMap((block) => drawControls(block, elements(block)))
  return createElement(
    'div',
    { key },
    first && !isControls(first) ? read(run, around.people) : null,
    controls.length > 0 ? createElement('div', { className: 'controls' }, controls) : null,
  )
}

/** Blocks that are drawn together: one with something to press, or a picture, stands alone. */
function runs(blocks: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const all: types.KnownBlock[][] = []
  let open = false
  for (const block of blocks) {
    const alone = block.type === 'image' || block.type === 'input' || elements(block).length > 0
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

function read(blocks: readonly types.KnownBlock[], people: readonly Person[]): ReactNode {
  const props = {
    blocks: blocks.map(readable) as Block[],
    withoutWrapper: true,
    data: { users: [...people] },
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
