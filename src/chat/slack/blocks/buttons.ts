import type { types } from '@slack/bolt'
import type { Answer, Ask, Finding, WebLink } from '../../../answer/answer.ts'
import { isSafe } from '../../../answer/in-words.ts'
import { mayBeJudged, mayBeShared } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { tellUs } from '../../../answer/tell-us.ts'
import { pictureName } from '../../core/own-addresses.ts'
import { canBeTaken } from '../../core/taking.ts'
import { LIMITS, QUESTION } from './limits.ts'
import { hasShortId, menu, menuOfLinks, option, plain, reportMenu, saveMenu } from './menus.ts'
import type { Rendering, Save } from './message.ts'
import { type Cited, type Entry, isOverview, type Opens } from './overview.ts'
import { clean, cut, distinctLabels } from './text.ts'

/**
 * What a press asks for. The value of a button is the question itself, so that any instance can answer it, also after
 * a restart: `ask` a question, `rest` of its answer from a page on, its `words` (the statements for its table) from a page
 * on, `share` the answer on that page, `cite` a finding or a document, `link` the statements of one link, `save` the answer.
 */
export const PRESS = /^(ask|rest|words|share|cite|link|save|map):(\d+)$/
export type Press = 'ask' | 'rest' | 'words' | 'share' | 'cite' | 'link' | 'save' | 'map'

/** Opens the window in which a mistake is reported, or what is missing. The value is the question. */
export const REPORT_BUTTON = 'report:0'

/** Opens the window in which a link is proposed. The value is the place, or that none is named: Slack takes no empty one. */
export const PROPOSE_BUTTON = 'propose:0'
export const NO_PLACE = '-'

/** More than this many buttons in a row help nobody choose. */
const CHOICES = 10

/** Which page of how many, and what stands on it. */
type OnPage = { at: number; of: number; entries: readonly Entry[] }

/** The rows under each page of an answer: of who asked, or of a channel, where each press is answered privately. */
export function buttonsUnder(
  answer: Answer,
  rendering: Rendering,
): (page: OnPage) => readonly types.ActionsBlock[] {
  return ({ at, of, entries }) => {
    const page = {
      at,
      of,
      cites: entries.flatMap(({ cites = [] }) => cites),
      opens: entries.flatMap(({ opens = [] }) => opens),
      findings: entries.flatMap(({ finding }) => finding ?? []),
    }
    if (rendering.view) return underEvidence(answer, rendering, page)
    return rendering.to === 'asker' ? underAnswer(answer, rendering, page) : underShared(answer, page)
  }
}

type Page = Omit<OnPage, 'entries'> & {
  cites: readonly Cited[]
  opens: readonly Opens[]
  findings: readonly Finding[]
}

/** Of the one who asked `asked`, word for word. */
function underAnswer(
  answer: Answer,
  { share, asked, map, save }: { share: boolean; asked?: string; map?: boolean; save?: Save },
  { at, of, cites, opens }: Page,
): readonly types.ActionsBlock[] {
  const { suggestions, next, more, table } = answer
  const isTable = isOverview(table)
  const shown = shownValue({ ask: asked ?? answer.ask, stamp: stampOf(answer) })
  // What nobody asked here, such as a digest, is not the answer to its own question.
  const rest = (asked !== undefined && shown) || askValue(answer.ask)
  const choices = [...suggestions.slice(0, CHOICES), ...next.slice(0, CHOICES)]
  const last = at === of - 1
  const tell = last ? tellButton(answer) : []
  return [
    ...row(
      [
        ...(last ? [] : [restButton('rest', rest, at + 1, of)]),
        ...(share && shown && mayBeShared(answer) ? [shareButton(shown, at, tell.length > 0)] : []),
        ...(isTable ? [wordsButton(rest)] : []),
        ...(map && at === 0 ? [withValue(pictureName(answer), actionId('map'), rest)] : []),
        ...(isTable ? menuOfLinks(opens) : reference(cites)),
        ...(save && at === 0 && canBeTaken(answer) && isBlockId(rest) ? saveMenu(save, answer) : []),
      ],
      isTable || save ? rest : undefined,
    ),
    ...row([...askButtons([...choices, ...(last && more ? [more] : [])]), ...tell]),
    ...(last ? judgeRow(answer) : []),
  ]
}

/** Under the words: where they were read, and that one of them is wrong. */
function underEvidence(answer: Answer, rendering: Rendering, page: Page): readonly types.ActionsBlock[] {
  const { at, of, cites, findings } = page
  const asked = (rendering.to === 'asker' && rendering.asked) || answer.ask
  const shown = shownValue({ ask: asked, stamp: stampOf(answer) }) ?? askValue(asked)
  const isRest = rendering.to === 'asker' && rendering.view === 'evidence' && at < of - 1
  return row(
    [
      ...(isRest ? [restButton('words', shown, at + 1, of)] : []),
      ...reference(cites),
      ...(mayBeJudged(answer) ? reportMenu(findings) : []),
    ],
    shown,
  )
}

function underShared(answer: Answer, { at, cites }: Page): readonly types.ActionsBlock[] {
  const shown = shownValue({ ask: answer.ask, stamp: stampOf(answer) })
  const first = at === 0
  return row([
    ...(first && shown && isOverview(answer.table) ? [wordsButton(shown)] : []),
    ...reference(cites),
    ...(first && mayBeJudged(answer) ? [button('Report a mistake', REPORT_BUTTON, answer.ask)] : []),
  ])
}

/** Under “we hold nothing”: whoever knows more can say so. */
function tellButton(answer: Answer): readonly types.Button[] {
  const tell = tellUs(answer)
  if (!tell) return []
  const opens =
    tell.is === 'words'
      ? button(tell.label, REPORT_BUTTON, answer.ask)
      : button(tell.label, PROPOSE_BUTTON, tell.place ?? NO_PLACE)
  return [{ ...opens, style: 'primary' }]
}

/** Under an answer that says something that can be wrong. */
function judgeRow(answer: Answer): readonly types.ActionsBlock[] {
  if (!mayBeJudged(answer)) return []
  return row([
    button('Helpful', 'judge:1', answer.ask),
    button('Not helpful', 'judge:0', answer.ask),
    button('Report a mistake', REPORT_BUTTON, answer.ask),
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

function restButton(press: 'rest' | 'words', value: string, page: number, of: number): types.Button {
  return withValue(`Show more (page ${page + 1} of ${of})`, actionId(press, page), value)
}

function wordsButton(value: string): types.Button {
  return withValue('Sources and words', actionId('words'), value)
}

/** `page` is where it stands. Beside something that is rather wanted it is quiet. */
function shareButton(value: string, page: number, isQuiet: boolean): types.Button {
  return {
    ...withValue('Share', actionId('share', page), value),
    ...(isQuiet ? {} : { style: 'primary' }),
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
function reference(cited: readonly Cited[]): readonly types.ActionsBlockElement[] {
  const [first, ...others] = new Map(cited.filter(hasShortId).map((one) => [one.cite.source, one])).values()
  if (!first) return []
  if (others.length === 0) return [button('Reference', actionId('cite'), first.id)]
  const all = [first, ...others]
  const labels = distinctLabels(
    all.map(({ cite: { label, title, locator = '', source } }) => ({
      name: label,
      says: [title],
      more: [locator, source],
    })),
    ': ',
  )
  return menu(
    'Reference…',
    actionId('cite'),
    all.map(({ id }, at) => option(labels[at] ?? id, id)),
  )
}

/** `id` is what menus of the row need to know besides what is chosen in them, where it fits. */
export function row(
  elements: readonly types.ActionsBlockElement[],
  id?: string,
): readonly types.ActionsBlock[] {
  if (elements.length === 0) return []
  const block: types.ActionsBlock = { type: 'actions', elements: elements.slice(0, LIMITS.actionElements) }
  return [id !== undefined && isBlockId(id) ? { ...block, block_id: id } : block]
}

function isBlockId(id: string): boolean {
  return [...id].length <= LIMITS.blockId
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

function actionId(press: Press, number = 0): string {
  return `${press}:${number}`
}
