import type { types } from '@slack/bolt'
import type { Answer, Finding, OfferList } from '../../../answer/answer.ts'
import { dateInWords } from '../../../answer/in-words.ts'
import { FORMS, isText, REVIEW_SHEET } from '../../core/taking.ts'
import { LIMITS } from './limits.ts'
import type { Save } from './message.ts'
import type { Opens } from './overview.ts'
import { clean, cut, distinctLabels, type LabelParts } from './text.ts'

/** The same as a button, for one statement: the value is its id, and the question is the id of the block. */
export const REPORT_STATEMENT = 'report:statement'

/** Opens the statements of one link, or the links of one place. */
export function menuOfLinks(opens: readonly Opens[]): readonly types.StaticSelect[] {
  const values = opens.map((one) => ('link' in one ? one.link : one.ask))
  const labels = distinctLabels(
    opens.map(({ label, country = '' }) => ({ name: label, says: [], more: [country] })),
  )
  const options = values.map((value, at) => option(labels[at] ?? value, value))
  const isLink = opens.some((one) => 'link' in one)
  return menu(isLink ? 'Open a link…' : 'Open a place…', isLink ? 'link:0' : 'ask:0', options)
}

/** A line a list, with a menu of its questions; with several, where one does not hold them. */
export function menusOfLists(lists: readonly OfferList[]): readonly types.SectionBlock[] {
  return lists.flatMap(({ title, says, asks }) => {
    const labels = distinctLabels(asks.map(({ label }) => ({ name: label, says: [], more: [] })))
    const options = asks.map(({ ask }, at) => option(labels[at] ?? ask, ask))
    const menus = Array.from({ length: Math.ceil(options.length / LIMITS.options) }, (_, at) =>
      menu('Open…', 'ask:0', options.slice(at * LIMITS.options, (at + 1) * LIMITS.options)),
    ).flat()
    return menus.map((accessory, at): types.SectionBlock => {
      const on = at === 0 ? `: ${says}` : ' (continued)'
      return { type: 'section', text: plain(cut(clean(title + on), LIMITS.sectionText)), accessory }
    })
  })
}

/** What an answer can be taken along as. The value is the form, and the question is the id of the block. */
export function saveMenu(how: Save, { review }: Pick<Answer, 'review'>): readonly types.StaticSelect[] {
  const forms = FORMS.filter(({ ending }) => how === 'files' || isText(ending))
  const options = forms.map(({ ending, label, about }) => option(`${label} (${about})`, ending))
  const sheet = review ? [option(REVIEW_SHEET.label, REVIEW_SHEET.value)] : []
  return menu('Copy or save…', 'save:0', [...options, ...sheet])
}

/** Which statement is wrong. */
export function reportMenu(findings: readonly Finding[]): readonly types.ActionsBlockElement[] {
  const shown = findings.filter(hasShortId)
  const labels = statementLabels(shown)
  const options = shown.map(({ id }, at) => option(labels[at] ?? id, id))
  return menu('Report a mistake…', REPORT_STATEMENT, options)
}

/** A menu of those that it can have. */
export function menu(
  placeholder: string,
  action_id: string,
  options: readonly types.PlainTextOption[],
): readonly types.StaticSelect[] {
  const fitting = options.filter(({ value = '' }) => isShortId(value))
  if (fitting.length === 0) return []
  const shown = fitting.slice(0, LIMITS.options)
  return [{ type: 'static_select', action_id, placeholder: plain(placeholder), options: shown }]
}

export function option(label: string, value: string): types.PlainTextOption {
  return { text: plain(label), value }
}

export function hasShortId({ id }: { id: string }): boolean {
  return isShortId(id)
}

function isShortId(id: string): boolean {
  return id !== '' && [...id].length <= LIMITS.optionValue && clean(id) === id
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

/** A label for each statement in a menu, no two alike. */
export function statementLabels(all: readonly Finding[]): readonly string[] {
  const named = namesIn(all)
  return distinctLabels(all.map((finding) => partsOf(finding, named)))
}

/** `Siegen – partner since 1966, TwinTowns (2015)`; what its neighbours share is not told of a statement unless it must be. */
function partsOf(finding: Finding, named: Named): LabelParts {
  const { kind, title, says = '', quote = '', cite } = finding
  if (kind !== 'twinning') return { name: title, says: [cite.label], more: [cite.locator, says, quote] }
  const { relation = 'link', since, status = '', statusOn } = finding
  return {
    name: named(finding),
    says: [since ? `${relation} since ${since.slice(0, 4)}` : relation, cite.label],
    more: [
      statusOn ? `${status} ${dateInWords(statusOn)}` : status,
      since ? dateInWords(since) : '',
      cite.locator,
      cite.title,
      says,
      quote,
    ],
  }
}

export type Named = (finding: Finding) => string

/** The end of a link that tells it from the others; both ends, where neither is the same for all. */
export function namesIn(all: readonly Finding[]): Named {
  const [place, twin] = [same(all, ({ place }) => place), same(all, ({ twin }) => twin)]
  return ({ title, place: here, twin: there }) => {
    if (here === undefined || there === undefined) return title
    return place !== undefined ? there : twin !== undefined ? here : `${here} – ${there}`
  }
}

/** What is the same for all of them; `undefined` where that is nothing. */
export function same(
  all: readonly Finding[],
  of: (finding: Finding) => string | undefined,
): string | undefined {
  const [one, ...others] = new Set(all.map(of))
  return others.length === 0 ? one : undefined
}
