import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { dateInWords } from '../../../answer/in-words.ts'
import { option, REPORT_BUTTON } from '../blocks/buttons.ts'
import { LIMITS } from '../blocks/limits.ts'
import { clean, cut, distinctLabels, type LabelParts, richText, words } from '../blocks/text.ts'

/** The menu that shows others of many statements. */
export const PAGES = 'report:page'

const LONGEST = 2000

/** Asks which statement is wrong, and how. `question` comes back with what is pressed in the window. */
export function reportWindow(findings: readonly Finding[], question: string, page: number): types.ModalView {
  const { menus, parts } = choicesOf(findings)
  const options = [...(menus[page] ?? menus[0] ?? [])]
  const [only, ...others] = options
  return {
    type: 'modal',
    callback_id: REPORT_BUTTON,
    private_metadata: question,
    title: plain('Report an error'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      ...(parts.length > 0 ? turnPages(parts, page) : []),
      {
        type: 'input',
        block_id: 'record',
        label: plain('Which statement?'),
        element: {
          type: 'static_select',
          action_id: 'record',
          options,
          // One statement, and what is missing.
          ...(others.length === 1 && only && { initial_option: only }),
        },
      },
      {
        type: 'input',
        block_id: 'says',
        label: plain('What is wrong or missing, and how do you know?'),
        element: { type: 'plain_text_input', action_id: 'says', multiline: true, max_length: LONGEST },
      },
    ],
  }
}

/** More statements than one menu holds: first which of them. */
function turnPages(parts: readonly types.PlainTextOption[], page: number): types.KnownBlock[] {
  const shown = parts[page]
  return [
    ...richText([{ line: words('This answer has many statements. Choose first among which yours is.') }]),
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: PAGES,
          placeholder: plain('Which statements?'),
          options: [...parts],
          ...(shown && { initial_option: shown }),
        },
      ],
    },
  ]
}

export function thanks(blocks: types.KnownBlock[]): types.ModalView {
  return { type: 'modal', title: plain('Report an error'), close: plain('Close'), blocks }
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

/** What can be pointed at in a report: the statements, as many menus as they need; each ends with what is missing. */
export type Choices = {
  menus: readonly (readonly types.PlainTextOption[])[]
  /** What is in which of several menus; the value is its number. */
  parts: readonly types.PlainTextOption[]
}

/** One place in each menu is for what is missing. */
const STATEMENTS = LIMITS.options - 1

export function choicesOf(findings: readonly Finding[]): Choices {
  const all = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
  const named = namesIn(all)
  const labels = distinctLabels(all.map((finding) => partsOf(finding, named)))
  const options = all.map(({ id }, at) => option(labels[at] ?? id, cut(clean(id), LIMITS.optionValue)))
  const starts = Array.from({ length: Math.ceil(all.length / STATEMENTS) || 1 }, (_, at) => at * STATEMENTS)
  const missing = missingFrom(all)
  return {
    menus: starts.map((start) => [...options.slice(start, start + STATEMENTS), missing]),
    parts: partsFrom(starts, all, named),
  }
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

type Named = (finding: Finding) => string

/** The end of a link that tells it from the others; both ends, where neither is the same for all. */
function namesIn(all: readonly Finding[]): Named {
  const [place, twin] = [same(all, ({ place }) => place), same(all, ({ twin }) => twin)]
  return ({ title, place: here, twin: there }) => {
    if (here === undefined || there === undefined) return title
    return place !== undefined ? there : twin !== undefined ? here : `${here} – ${there}`
  }
}

/** Names of ours only: what somebody asked may be private, and a report is kept. */
function missingFrom(all: readonly Finding[]): types.PlainTextOption {
  const where = same(all, ({ place }) => place) ?? same(all, ({ twin }) => twin)
  const value = where === undefined ? 'something missing' : `something missing: ${where}`
  return option('Something is missing', cut(clean(value), LIMITS.optionValue))
}

function same(all: readonly Finding[], of: (finding: Finding) => string | undefined): string | undefined {
  const [one, ...others] = new Set(all.map(of))
  return others.length === 0 ? one : undefined
}

/** `1–99: Aachen to Lille` */
function partsFrom(
  starts: readonly number[],
  all: readonly Finding[],
  named: Named,
): readonly types.PlainTextOption[] {
  if (starts.length === 1) return []
  const labels = distinctLabels(
    starts.map((start) => {
      const end = Math.min(start + STATEMENTS, all.length)
      const [from, to] = [all[start], all[end - 1]].map((finding) => (finding ? named(finding) : ''))
      return { name: `${start + 1}–${end}`, says: [`${from} to ${to}`], more: [] }
    }),
    ': ',
  )
  return labels.slice(0, LIMITS.options).map((label, at) => option(label, String(at)))
}
