import type { types } from '@slack/bolt'
import type { Answer, Ask, Finding, WebLink } from '../../../answer/answer.ts'
import { isSafe } from '../../../answer/in-words.ts'
import { mayBeJudged, mayBeShared } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { LIMITS, QUESTION } from './limits.ts'
import { clean, cut, distinctLabels } from './text.ts'

/**
 * What a press asks for. The value of a button is the question itself, so that any instance can answer it, also after
 * a restart: `ask` a question, `rest` of its answer from a page on, `share` the answer on that page, `cite` a finding.
 */
export const PRESS = /^(ask|rest|share|cite):(\d+)$/
export type Press = 'ask' | 'rest' | 'share' | 'cite'

/** Opens the window in which an error is reported. The value is the question. */
export const REPORT_BUTTON = 'report:0'

/** More than this many buttons in a row help nobody choose. */
const CHOICES = 10

/** Which page of how many, and what it cites. */
type OnPage = { at: number; of: number; cites: readonly Finding[] }

/** The rows under each page of an answer, for the one who asked `asked`, word for word. */
export function buttonsUnder(
  answer: Answer,
  { share, asked }: { share: boolean; asked?: string },
): (page: OnPage) => readonly types.ActionsBlock[] {
  const { suggestions, next, more } = answer
  const shown = shownValue({ ask: asked ?? answer.ask, stamp: stampOf(answer) })
  // What nobody asked here, such as a digest, is not the answer to its own question.
  const rest = (asked !== undefined && shown) || askValue(answer.ask)
  const choices = [...suggestions.slice(0, CHOICES), ...next.slice(0, CHOICES)]
  return ({ at, of, cites }) => {
    const last = at === of - 1
    const cite = reference(cites)
    return [
      ...row([
        ...(last ? [] : [restButton(rest, at + 1, of)]),
        ...(share && shown && mayBeShared(answer) ? [shareButton(shown, at)] : []),
        ...(cite ? [cite] : []),
      ]),
      ...row(askButtons([...choices, ...(last && more ? [more] : [])])),
      ...(last ? judgeRow(answer) : []),
    ]
  }
}

/** Under an answer that says something that can be wrong. */
function judgeRow(answer: Answer): readonly types.ActionsBlock[] {
  if (!mayBeJudged(answer)) return []
  return row([
    button('Helpful', 'judge:1', answer.ask),
    button('Not helpful', 'judge:0', answer.ask),
    button('Report an error', REPORT_BUTTON, answer.ask),
  ])
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

function restButton(value: string, page: number, of: number): types.Button {
  return withValue(`Show more (page ${page + 1} of ${of})`, actionId('rest', page), value)
}

/** `page` is where it stands. */
function shareButton(value: string, page: number): types.Button {
  return {
    ...withValue('Share', actionId('share', page), value),
    accessibility_label: 'Share this answer in the channel',
  }
}

/** What was asked, word for word, and the stamp of what was shown; no stamp in buttons of earlier releases. */
export type Shown = { ask: string; stamp?: string }

/** As the value of a button; nothing where Slack would not give it back as it is. */
function shownValue({ ask, stamp }: Required<Shown>): string | undefined {
  const value = `${stamp} ${ask}`
  return ask.trim() !== '' && clean(value) === value && [...value].length <= LIMITS.buttonValue
    ? value
    : undefined
}

export function shownIn(value: string): Shown {
  const [, stamp, ask] = /^([0-9a-f]{16}) (.+)$/s.exec(value) ?? []
  return stamp && ask ? { ask, stamp } : { ask: value }
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
    options: menu([first, ...others].slice(0, LIMITS.options)),
  }
}

export function row(elements: readonly types.ActionsBlockElement[]): readonly types.ActionsBlock[] {
  return elements.length === 0
    ? []
    : [{ type: 'actions', elements: elements.slice(0, LIMITS.actionElements) }]
}

function menu(findings: readonly Finding[]): types.PlainTextOption[] {
  const labels = distinctLabels(
    findings.map(({ cite }) => ({ name: cite.label, says: [cite.title], more: [cite.locator, cite.source] })),
    ': ',
  )
  return findings.map(({ id }, at) => option(labels[at] ?? id, id))
}

export function option(label: string, value: string): types.PlainTextOption {
  return { text: plain(label), value }
}

function hasShortId({ id }: Finding): boolean {
  return id !== '' && [...id].length <= LIMITS.optionValue && clean(id) === id
}

export function button(label: string, action: string, ask: string): types.Button {
  return withValue(label, action, askValue(ask))
}

/** A question as the value of a button. What is cut off, the desk would not read. */
export function askValue(ask: string): string {
  return cut(clean(ask), QUESTION)
}

function withValue(label: string, action: string, value: string): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(cut(clean(label).trim(), LIMITS.buttonText)),
    value,
  }
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

function actionId(press: Press, number = 0): string {
  return `${press}:${number}`
}
