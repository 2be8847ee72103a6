import type { types } from '@slack/bolt'
import type { Finding } from '../../../answer/answer.ts'
import { REPORT_BUTTON } from '../blocks/buttons.ts'
import { LIMITS } from '../blocks/limits.ts'
import { type Named, namesIn, option, plain, same, statementLabels } from '../blocks/menus.ts'
import { clean, cut, distinctLabels, richText, words } from '../blocks/text.ts'

/** The menu that shows others of many statements. */
export const PAGES = 'report:page'

const LONGEST = 2000

/** Asks which statement is wrong, and how. `question` comes back with what is pressed in the window. */
export function reportWindow(findings: readonly Finding[], question: string, page: number): types.ModalView {
  const { menus, parts, under } = choicesOf(findings)
  const options = [...(menus[page] ?? menus[0] ?? [])]
  const [only, ...others] = options
  return {
    type: 'modal',
    callback_id: REPORT_BUTTON,
    private_metadata: question,
    title: plain(findings.length > 0 ? 'Report a mistake' : 'Tell us'),
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
          // One statement and what is missing, or that alone.
          ...(others.length <= 1 && only
            ? { options, initial_option: only }
            : { option_groups: grouped(options, under) }),
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
  return { type: 'modal', title: plain('Report a mistake'), close: plain('Close'), blocks }
}

/** What can be pointed at in a report: the statements, as many menus as they need; each ends with what is missing. */
export type Choices = {
  menus: readonly (readonly types.PlainTextOption[])[]
  /** What is in which of several menus; the value is its number. */
  parts: readonly types.PlainTextOption[]
  /** The link that a statement is about, or its matter, by its value. */
  under: ReadonlyMap<string, string>
}

/** One place in each menu is for what is missing. */
const STATEMENTS = LIMITS.options - 1

export function choicesOf(findings: readonly Finding[]): Choices {
  const all = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
  const named = namesIn(all)
  const labels = statementLabels(all)
  const options = all.map(({ id }, at) => option(labels[at] ?? id, cut(clean(id), LIMITS.optionValue)))
  const starts = Array.from({ length: Math.ceil(all.length / STATEMENTS) || 1 }, (_, at) => at * STATEMENTS)
  const missing = missingFrom(all)
  return {
    menus: starts.map((start) => [...options.slice(start, start + STATEMENTS), missing]),
    parts: partsFrom(starts, all, named),
    under: new Map(options.map(({ value = '' }, at) => [value, linkTitle(all[at])])),
  }
}

/** `Leeds – Siegen` */
function linkTitle({ place, twin, title }: Partial<Finding> = {}): string {
  return place !== undefined && twin !== undefined ? `${place} – ${twin}` : (title ?? '')
}

const NOT_HERE = 'None of these'

/** The statements of each link under its name, in their order; what is missing comes last. */
function grouped(
  options: readonly types.PlainTextOption[],
  under: Choices['under'],
): { label: types.PlainTextElement; options: types.PlainTextOption[] }[] {
  const groups = Map.groupBy(options, ({ value = '' }) => under.get(value) ?? NOT_HERE)
  return [...groups].map(([title, options]) => ({
    label: plain(cut(clean(title).trim() || 'Without a name', LIMITS.optionText)),
    options,
  }))
}

/** Names of ours only: what somebody asked may be private, and a report is kept. */
function missingFrom(all: readonly Finding[]): types.PlainTextOption {
  const where = same(all, ({ place }) => place) ?? same(all, ({ twin }) => twin)
  const value = where === undefined ? 'something missing' : `something missing: ${where}`
  return option('Something is missing', cut(clean(value), LIMITS.optionValue))
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
