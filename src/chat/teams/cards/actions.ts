import type { Answer, Ask, WebLink } from '../../../answer/answer.ts'
import { isSafe } from '../../../answer/in-words.ts'
import { mayBeJudged, mayBeShared } from '../../../answer/rights.ts'
import { stampOf } from '../../../answer/stamp.ts'
import { tellUs } from '../../../answer/tell-us.ts'
import { isOverview, type Opens, type View } from '../../core/overview.ts'
import { type FetchedPicture, pictureName } from '../../core/own-addresses.ts'
import { canBeTaken } from '../../core/taking.ts'
import { cut } from '../../core/text.ts'
import { type Choice, choiceField, type Element, LIMITS, plain } from './elements.ts'
import type { Cited } from './table.ts'
import type { Pressed, Verb } from './verbs.ts'

/**
 * For the one who asked, with buttons, or for all who read there. `asked` is the question, word for word, to which this is
 * the answer. `back`: the question whose answer stood in this place before. `keeps`: what they propose and set is kept. `picture`
 * is shown under the answer.
 */
export type Rendering = (
  | {
      to: 'asker'
      share: boolean
      asked?: string
      map?: boolean
      back?: string
      keeps?: boolean
      picture?: FetchedPicture
    }
  | { to: 'channel' }
  /** By a search, into whatever somebody writes: where Hansa may not be a member, and no button could be answered. */
  | { to: 'inserted' }
) & { view?: View }

/** Which page of how many, and what stands on it. */
export type ActionsFor = {
  at: number
  of: number
  cites: readonly Cited[]
  opens: readonly Opens[]
  findings: readonly { id: string; label: string }[]
}

/** More choices than these help nobody. */
const CHOICES = 10

/** What can be done under each page of an answer. */
export function actionsUnder(answer: Answer, rendering: Rendering): (page: ActionsFor) => readonly Element[] {
  const asked = (rendering.to === 'asker' && rendering.asked) || answer.ask
  const shown = { ask: cut(asked, LIMITS.question), stamp: stampOf(answer) }
  return (page) => {
    const { at, of } = page
    if (rendering.to === 'inserted') return []
    const last = at === of - 1
    const rest = last ? [] : [more(shown, rendering.view, page)]
    const isTable = isOverview(answer.table)
    const evidence =
      isTable && !rendering.view ? [press('Sources and words', 'page', { ...shown, view: 'evidence' })] : []
    if (rendering.view) {
      const back = rendering.to === 'asker' ? [press('Back', 'page', shown)] : []
      return [
        ...referenceMenu(page, shown),
        ...row(
          [...rest, ...back],
          last ? [...copy(answer, shown), ...opinion(answer, shown, rendering.view)] : [],
        ),
      ]
    }
    if (rendering.to === 'channel')
      return [
        ...openMenu(page, shown),
        ...referenceMenu(page, shown),
        ...row([...rest, ...evidence], at === 0 ? report(answer, shown) : []),
      ]
    const { suggestions, next, review, more: rests } = answer
    const { share, map, back, keeps, picture } = rendering
    // Read here and copied as text: Hansa sends no files in Teams.
    const sheet = review ? [{ label: 'Review sheet', ask: review }] : []
    const choices = [...suggestions.slice(0, CHOICES), ...next.slice(0, CHOICES)]
    const questions = [...choices, ...sheet, ...(rests ? [rests] : [])]
    return [
      ...openMenu(page, shown),
      ...(isTable ? [] : referenceMenu(page, shown)),
      ...row(
        [
          ...rest,
          ...(at > 0 ? [press('Back', 'page', shown)] : []),
          ...(back && at === 0 ? [press('Back', 'ask', { ask: back })] : []),
          ...evidence,
          ...(share && mayBeShared(answer) ? [press('Share', 'share', shown)] : []),
          ...(map && !picture && at === 0 ? [press(pictureName(answer), 'map', shown)] : []),
        ],
        [...(at === 0 ? copy(answer, shown) : []), ...(last ? opinion(answer, shown) : [])],
      ),
      // What is done with this answer comes first, then what can be asked next.
      ...row([
        ...questions.flatMap((one) => question(one, shown.ask)),
        ...(keeps && last ? handIn(answer, shown) : []),
      ]),
    ]
  }
}

type Shown = { ask: string; stamp: string }

function copy(answer: Answer, shown: Shown): readonly Element[] {
  const isReference = answer.kind === 'reference' && answer.outcome === 'found'
  return canBeTaken(answer) || isReference ? [press('Copy or save', 'copy', shown)] : []
}

function opinion(answer: Answer, shown: Shown, view?: View): readonly Element[] {
  if (!mayBeJudged(answer)) return []
  return [
    press('Helpful', 'judge', { ...shown, helpful: true }),
    press('Not helpful', 'judge', { ...shown, helpful: false }),
    ...report(answer, shown, view),
  ]
}

/** What can be handed in under an answer: what is known where nothing is held; from help, all there is. */
function handIn(answer: Answer, { ask }: Shown): readonly Element[] {
  const { command, query } = answer
  const tell = tellUs(answer)
  if (tell?.is === 'words') return [press(tell.label, 'report', { ask })]
  if (tell) return [press(tell.label, 'propose', { ask, ...(tell.place && { place: tell.place }) })]
  if (query?.channel?.command === 'settings') return [press('Change the settings', 'settings', { ask })]
  if (query?.channel?.command === 'digest') return [press('Day and time', 'schedule', { ask })]
  if (command !== 'help') return []
  return [
    press('Coverage by nation', 'ask', { ask: 'coverage', from: ask }),
    press('Propose a link', 'propose', { ask }),
    press('Settings', 'settings', { ask }),
  ]
}

/** Of what is viewed, its statements; else those of the whole answer. */
function report(answer: Answer, shown: Shown, view?: View): readonly Element[] {
  if (!mayBeJudged(answer)) return []
  return [press('Report a mistake', 'report', { ...shown, ...(view && { view }) })]
}

function more(shown: Shown, view: View | undefined, { at, of }: ActionsFor): Element {
  return press(`Show more (page ${at + 2} of ${of})`, 'page', {
    ...shown,
    page: at + 1,
    ...(view && { view }),
  })
}

/** What follows from the answer, or may have been meant: asked here, or done on the web. */
function question({ label, ask, url }: Ask | WebLink, from: string): readonly Element[] {
  const title = cut(plain(label), LIMITS.title)
  if (title === '') return []
  if (url !== undefined) return isSafe(url) ? [{ type: 'Action.OpenUrl', title, url }] : []
  return ask.trim() === '' ? [] : [press(title, 'ask', { ask: cut(ask, LIMITS.question), from })]
}

/** Chooses a link or a place of the table. */
function openMenu({ opens }: ActionsFor, shown: Shown): readonly Element[] {
  if (opens.length === 0) return []
  const isLink = opens.some((one) => 'link' in one)
  return menu(
    'link',
    isLink ? 'Open a link' : 'Open a place',
    opens.map((one) => ({
      title: one.country ? `${one.label}, ${one.country}` : one.label,
      value: 'link' in one ? one.link : one.ask,
    })),
    [press('Open', isLink ? 'link' : 'ask', isLink ? shown : { ask: '', from: shown.ask })],
  )
}

/** One source: a button. Several: a choice among them. A statement stands for its source. */
function referenceMenu({ cites }: ActionsFor, shown: Shown): readonly Element[] {
  const all = [...new Map(cites.map((one) => [one.source, one])).values()]
  const [only, ...others] = all
  if (!only) return []
  if (others.length === 0)
    return row([press('Reference', 'cite', { ask: '', from: shown.ask, cite: only.id })])
  const choices = all.map(({ id, label }) => ({ title: label, value: id }))
  return menu('cite', 'Reference of a source', choices, [
    press('Reference', 'cite', { ask: '', from: shown.ask }),
  ])
}

export function menu(
  id: string,
  label: string,
  choices: readonly Choice[],
  actions: readonly Element[],
): readonly Element[] {
  return [choiceField(id, label, choices), ...row(actions)]
}

/** Buttons in rows of as many as every client shows; `folded` stand behind the last of them, where a client can fold. */
export function row(actions: readonly Element[], folded: readonly Element[] = []): readonly Element[] {
  const [first, ...others] = folded
  const sets = [actions, [...(first ? [first] : []), ...others.map(secondary)]]
  return sets.flatMap((set) =>
    Array.from({ length: Math.ceil(set.length / LIMITS.row) }, (_, at) => ({
      type: 'ActionSet',
      actions: set.slice(at * LIMITS.row, (at + 1) * LIMITS.row),
    })),
  )
}

function secondary(action: Element): Element {
  return { ...action, mode: 'secondary' }
}

export function press(title: string, verb: Verb, data: Pressed): Element {
  return { type: 'Action.Execute', title: cut(plain(title), LIMITS.title), verb, data }
}

/** Under a form: what is written in it is left. */
export function leave(title: string, ask: string): Element {
  return {
    ...press(title, 'page', { ask: cut(ask, LIMITS.question) }),
    associatedInputs: 'none',
  }
}
