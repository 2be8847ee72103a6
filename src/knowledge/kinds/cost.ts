import * as z from 'zod'
import { cited, defaults } from '../fields/cited.ts'
import { id, line, list, oneOf, paragraphs } from '../fields/fields.ts'
import { namesEntry } from '../fields/marks.ts'
import type { Statement } from '../records.ts'
import { COST_STATES, COSTS_FOR, type Cost } from '../records-on-links.ts'
import { type Held, type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'
import { endsInWords, idsOf, onLink, onLinkOf } from './of-link.ts'

/** Characters of a sum, or of a time, as a source prints it. */
const LONGEST = 120

export const costSchema = z
  .strictObject({
    id: id('A name of its own for the sum, unique in the whole folder.'),
    ...onLink,
    amount: line(
      'The sum exactly as printed: £147,250; more than £12,000. Never computed, never added up.',
    ).max(LONGEST),
    period: line('Which time it is for, as the source says: 2015-16; a year.').max(LONGEST),
    was: oneOf(COST_STATES, 'What the source says of it: spent, budgeted, granted, recommended …'),
    for: oneOf(COSTS_FOR, 'What it was for; "all" for twinning as a whole.'),
    payer: line('Who paid, as a body: Aberdeen City Council (Common Good Fund).').optional(),
    'part-of': namesEntry(line('The id of the sum that it is a part of.')).optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    ...cited,
  })
  .meta({ description: 'One sum that a source prints. Two sources, or two sums, are two entries.' })

const file = z.strictObject({ costs: list(costSchema, 'Sums, one an entry.'), ...defaults })

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

costs:
  - id: leeds-trips
    place: Leeds
    amount: £31,386
    period: 2013 to 2018
    was: spent
    for: travel
    payer: Leeds City Council and others
    source: LCCnews
    at: none
    quote: at a combined cost of £31,386

  - id: leeds-trips-own
    place: Leeds
    amount: more than £17,000
    period: 2013 to 2018
    was: spent
    for: travel
    payer: Leeds City Council
    part-of: leeds-trips
    source: LCCnews
    at: none
    quote: more than £17,000 of this being paid by Leeds City Council
`

export const costs: Kind = {
  folder: 'costs',
  noun: 'sum',
  guide: { entry: 'one sum that a source prints', file: 'a file for each region or nation' },
  sample,
  schema: file,
  records(entries, held) {
    const costs = wholeOf(entries, costSchema, file).map(({ value }): Cost => {
      const { 'part-of': partOf, ...cost } = onLinkOf(value, held)
      return { ...cost, ...(partOf && { partOf }) }
    })
    const byId = new Map(costs.map((one) => [one.id, one]))
    return { costs, statements: costs.map((one) => costStatement(one, byId, held)) }
  },
}

function costStatement(cost: Cost, byId: ReadonlyMap<string, Cost>, held: Held): Statement {
  const { amount, period, was, payer, partOf, note } = cost
  const whole = byId.get(partOf ?? '')
  const parts = [
    `${amount}, ${period}: ${purposeInWords(cost)}${payer ? `, by ${payer}` : ''}.`,
    whole && `A part of the ${whole.amount} of ${whole.period}, not beside it.`,
    note,
  ]
  return statementOf(cost, {
    kind: 'sum',
    places: idsOf(cost),
    finding: {
      title: `${endsInWords(cost, held)}: ${amount}`,
      says: parts.filter(Boolean).join(' '),
    },
    words: [
      { text: `cost costs spending money ${was} ${PURPOSES[cost.for]} ${amount}`, weight: WEIGHT.says },
      { text: `${payer ?? ''} ${note ?? ''}`, weight: WEIGHT.says },
    ],
  })
}

/** What is granted is a grant. */
function purposeInWords({ was, for: purpose }: Cost): string {
  return was === 'granted' && purpose === 'grant' ? was : `${was} ${PURPOSES[purpose]}`
}

const PURPOSES: Readonly<Record<Cost['for'], string>> = {
  all: 'for twinning as a whole',
  travel: 'for travel',
  grant: 'as grants',
  staff: 'for staff and running costs',
  hospitality: 'for hosting visitors',
}
