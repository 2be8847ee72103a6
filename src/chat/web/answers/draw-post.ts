import type { types } from '@slack/bolt'
import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Answer } from '../../../answer/answer.ts'
import { FORMS, REVIEW_SHEET } from '../../core/taking.ts'
import { SLOT } from '../../slack/blocks/message.ts'
import { drawBlocks, drawControls, type Surroundings } from '../drawing/draw-blocks.ts'
import { type Control, elements } from '../workspace/deliveries.ts'
import { MAP_ADDRESS, takeAddress } from './answer-routes.ts'
import { drawFoot, drawOverview } from './draw-answer.ts'
import { addressOf } from './draw-evidence.ts'

/**
 * An answer as a post of the page: the overview, then what can be done with it, most used first. What stands here in
 * words and files needs no message of its own, so its buttons stand where those are.
 */
export function drawAnswerPost(
  answer: Answer,
  blocks: readonly types.KnownBlock[],
  { canTake, hasMaps, ...around }: Surroundings & { canTake: boolean; hasMaps: boolean },
): string {
  const all = blocks.flatMap((block) => elements(block).map((control) => ({ block, control })))
  const those = (press: RegExp, isMenu = false) =>
    all
      .filter(({ control }) => press.test(control.action_id ?? '') && (control.type !== 'button') === isMenu)
      .map(({ block, control }) => drawn(block, asMap(control)))
  const acts = h(
    'div',
    { className: 'acts' },
    those(/^share:/),
    words(answer, [...those(/^(words|rest|cite):/), ...those(/./, true)]),
    those(/^map:/),
    canTake ? take(answer, hasMaps) : null,
  )
  const next = those(/^(ask|open):/)
  const judge = those(/^(judge|report):/)
  return [
    drawOverview(answer, 3),
    renderToStaticMarkup(acts),
    // Below what can be pressed: it comes later, and moves none of that.
    drawBlocks(blocks.filter(isPicture), around),
    '<div class="follow">',
    row('next', next.length > 0 ? [h('span', { key: 'next', className: 'label' }, 'Next'), ...next] : []),
    row('judge', judge),
    '</div>',
    drawFoot(answer),
    credit(blocks, around),
  ].join('')
}

/** Under an answer that stands in blocks, as in a window. */
export function drawTaking(answer: Answer, hasMaps: boolean): string {
  return renderToStaticMarkup(h('div', { className: 'acts' }, take(answer, hasMaps)))
}

/** The map of the answer, or what is said in its place. */
function isPicture({ type, block_id }: types.KnownBlock): boolean {
  return type === 'image' || block_id === SLOT
}

/** Its timeline the page draws already, below the words. */
function asMap(control: Control): Control {
  if (control.type !== 'button' || !/^map:/.test(control.action_id ?? '')) return control
  return { ...control, text: { type: 'plain_text', text: 'Map' } }
}

function drawn(block: types.KnownBlock, control: Control): ReactNode {
  return h(
    'span',
    { key: `${block.block_id} ${control.action_id}`, className: 'act' },
    drawControls(block, [control]),
  )
}

function row(className: string, controls: readonly ReactNode[]): string {
  return controls.length > 0
    ? renderToStaticMarkup(h('div', { className: `quiet ${className}` }, controls))
    : ''
}

/** Loaded when it is opened; without a script, on a page of its own or in the conversation. */
function words({ ask }: Answer, inConversation: readonly ReactNode[]): ReactNode {
  return h(
    'details',
    { className: 'words', 'data-load': addressOf(ask) },
    h('summary', {}, 'Sources and words'),
    h(
      'div',
      { className: 'panel' },
      h(
        'div',
        { className: 'loaded' },
        h('p', {}, h('a', { href: addressOf(ask) }, 'Open them on a page of their own')),
      ),
      inConversation.length > 0
        ? h('div', { className: 'quiet' }, h('span', { className: 'label' }, 'As a message'), inConversation)
        : null,
    ),
  )
}

/** What an answer can be taken along as, opened by one control. */
function take({ ask, review, table }: Answer, hasMaps: boolean): ReactNode {
  const links = (references: boolean) =>
    FORMS.filter((form) => 'references' in form === references).map(({ ending, label, about }) =>
      h('a', { key: ending, href: takeAddress(ask, ending), download: true }, `${label} (${about})`),
    )
  return h(
    'details',
    { className: 'take', 'data-copies': takeAddress(ask, 'part.html') },
    h('summary', {}, 'Copy or save'),
    h(
      'div',
      { className: 'panel' },
      h('p', {}, h('strong', {}, 'This answer'), ' ', links(false), hasMaps && table ? map(ask) : null),
      h('p', {}, h('strong', {}, 'All its references'), ' ', links(true)),
      review ? h('p', {}, h('strong', {}, REVIEW_SHEET.label), ' ', sheet(review)) : null,
    ),
  )
}

function map(ask: string): ReactNode {
  const href = `${MAP_ADDRESS}?${new URLSearchParams({ ask })}`
  return h('a', { href, download: true }, 'Map (.png)')
}

function sheet(review: string): ReactNode {
  const { form } = REVIEW_SHEET
  return h('a', { href: takeAddress(review, form), download: true }, `Word (.${form})`)
}

/** Who asked, under an answer that is shared: the only small print of its message with a name in it. */
function credit(blocks: readonly types.KnownBlock[], around: Surroundings): string {
  const naming = blocks.filter(
    (block) => block.type === 'context' && block.elements.some(({ type }) => type === 'mrkdwn'),
  )
  return naming.length > 0 ? drawBlocks(naming, around) : ''
}
