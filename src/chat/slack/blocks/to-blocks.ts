import type { types } from '@slack/bolt'
import type { Answer, Finding } from '../../../answer/answer.ts'
import { mayBeJudged, mayBeShared } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { paged } from '../../core/pages.ts'
import { answerUnits, type Entry, findingInPlainText } from './answer-units.ts'
import {
  askButtons,
  askValue,
  button,
  REPORT_BUTTON,
  reference,
  restButton,
  row,
  shareButton,
  shownValue,
} from './buttons.ts'
import { FALLBACK, PAGE } from './limits.ts'
import { type Message, namingText } from './message.ts'
import { clean, cut, escaped } from './text.ts'

export type { Message } from './message.ts'

/**
 * For the one who asked, with buttons; or for a whole channel, which is told who asked. `asked` is the question, word for
 * word, to which this is the answer: asked as it was understood, it would not say again how it was read.
 */
export type Rendering = { to: 'asker'; share: boolean; asked?: string } | { to: 'channel'; askedBy: string }

/** More than this many buttons in a row help nobody choose. */
const CHOICES = 10

/**
 * The answer as messages that Slack accepts, one a page. Nothing of the answer is left out: what does not fit one
 * message is on the next ones, and each but the last has a button that asks for the next.
 */
export function toBlocks(
  answer: Answer,
  rendering: Rendering = { to: 'asker', share: true },
): readonly [Message, ...Message[]] {
  const pages = paged(answerUnits(answer), PAGE)
  const values = rendering.to === 'asker' ? valuesOf(answer, rendering) : undefined
  const messages = pages.map((entries, at) => {
    const foot = values ? buttons(answer, values, entries, at, pages.length) : []
    const blocks = [...entries.map(({ block }) => block), ...credit(answer, rendering, at), ...foot]
    return { text: fallback(answer, cited(entries), at), blocks }
  })
  return messages as [Message, ...Message[]]
}

/** What the buttons of all pages carry; nothing to share where the answer is for the asker alone. */
type Values = { rest: string; share: string | undefined }

function valuesOf(answer: Answer, { share, asked }: Extract<Rendering, { to: 'asker' }>): Values {
  const shown = shownValue({ ask: asked ?? answer.ask, stamp: stampOf(answer) })
  return {
    // What nobody asked here, such as a digest, is not the answer to its own question.
    rest: (asked !== undefined && shown) || askValue(answer.ask),
    share: share && mayBeShared(answer) ? shown : undefined,
  }
}

function buttons(
  answer: Answer,
  { rest, share }: Values,
  entries: readonly Entry[],
  at: number,
  of: number,
): readonly types.ActionsBlock[] {
  const { suggestions, next, more } = answer
  const last = at === of - 1
  const choices = askButtons([
    ...suggestions.slice(0, CHOICES),
    ...next.slice(0, CHOICES),
    ...(last && more ? [more] : []),
  ])
  const cite = reference(cited(entries))
  return [
    ...row([
      ...(last ? [] : [restButton(rest, at + 1, of)]),
      ...(share ? [shareButton(share, at)] : []),
      ...(cite ? [cite] : []),
    ]),
    ...row(choices),
    ...(last ? judgeRow(answer) : []),
  ]
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

function credit(answer: Answer, rendering: Rendering, at: number): readonly types.ContextBlock[] {
  if (rendering.to === 'asker' || at > 0) return []
  const { askedBy } = rendering
  const who = /^[UW][A-Z0-9]+$/.test(askedBy) ? `asked by <@${askedBy}>` : 'asked by a colleague'
  const text = `${escaped(cut(clean(answer.ask), 200))} · ${who}`
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }]
}

function cited(entries: readonly Entry[]): readonly Finding[] {
  return entries.flatMap(({ cites }) => cites ?? [])
}

/** What the page says, without the buttons. */
function fallback(
  { heading, lead = [], naming = [], note }: Answer,
  findings: readonly Finding[],
  at: number,
): string {
  const told = findings.map((finding) => `${finding.title}: ${findingInPlainText(finding)}`)
  const lines = at === 0 ? [heading, ...lead, ...told, ...(note ? [note] : [])] : told
  const said = escaped(cut(clean(lines.join('\n')).trim() || 'Hansa', FALLBACK))
  return at === 0 && naming.length > 0 ? `${said}\n${namingText(naming)}` : said
}
