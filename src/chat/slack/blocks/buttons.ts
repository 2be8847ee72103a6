import type { types } from '@slack/bolt'
import type { Ask, Finding, WebLink } from '../../../answer/answer.ts'
import { isSafe } from '../../../answer/safe-url.ts'
import { clean, cut } from './inert-text.ts'
import { LIMITS, QUESTION } from './limits.ts'

/**
 * What a press asks for. The value of a button is the question itself, so that any instance can answer it, also after
 * a restart: `ask` a question, `rest` of its answer from a page on, `share` its answer, `cite` a finding.
 */
export const PRESS = /^(ask|rest|share|cite):(\d+)$/
export type Press = 'ask' | 'rest' | 'share' | 'cite'

/** Opens the window in which an error is reported. The value is the question. */
export const REPORT_BUTTON = 'report:0'

function actionId(press: Press, number = 0): string {
  return `${press}:${number}`
}

export function askButtons(next: readonly (Ask | WebLink)[]): readonly types.Button[] {
  return next
    .filter(({ label, ask, url }) => clean(label).trim() !== '' && clean(ask ?? url).trim() !== '')
    .map(({ label, ask, url }, at) =>
      url === undefined ? button(label, actionId('ask', at), ask) : linkButton(label, url, at),
    )
}

/** Opens an address; Slack tells us of the press as well, and there is nothing to do about it. */
function linkButton(label: string, url: string, at: number): types.Button {
  const { value: _none, ...shown } = button(label, `open:${at}`, '')
  return { ...shown, ...(isSafe(url) && { url }) }
}

export function restButton(ask: string, page: number, of: number): types.Button {
  return button(`Show more (page ${page + 1} of ${of})`, actionId('rest', page), ask)
}

export function shareButton(ask: string): types.Button {
  return {
    ...button('Share', actionId('share'), ask),
    accessibility_label: 'Share this answer in the channel',
  }
}

/** One source: a button. Several: a menu that names them. A finding stands for its source. */
export function reference(findings: readonly Finding[]): types.Button | types.StaticSelect | undefined {
  const bySource = new Map(findings.filter(hasShortId).map((finding) => [finding.cite.source, finding]))
  const [first, ...others] = bySource.values()
  if (!first) return undefined
  if (others.length === 0) return button('Reference', actionId('cite'), first.id)
  return {
    type: 'static_select',
    action_id: actionId('cite'),
    placeholder: plain('Reference…'),
    options: [first, ...others].slice(0, LIMITS.options).map(option),
  }
}

export function row(elements: readonly types.ActionsBlockElement[]): readonly types.ActionsBlock[] {
  return elements.length === 0
    ? []
    : [{ type: 'actions', elements: elements.slice(0, LIMITS.actionElements) }]
}

export function option({ id, cite }: Finding): types.PlainTextOption {
  return { text: plain(cut(clean(`${cite.label}: ${cite.title}`), LIMITS.optionText)), value: id }
}

function hasShortId({ id }: Finding): boolean {
  return id !== '' && [...id].length <= LIMITS.optionValue && clean(id) === id
}

export function button(label: string, action: string, value: string): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(cut(clean(label).trim(), LIMITS.buttonText)),
    value: cut(clean(value), QUESTION),
  }
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
