import * as z from 'zod'
import { AND, dateInWords } from '../../answer/in-words.ts'
import { cited, defaults } from '../fields/cited.ts'
import { id, line, list, oneOf, paragraphs, partialDate, pattern } from '../fields/fields.ts'
import { past } from '../fields/marks.ts'
import type { Statement } from '../records.ts'
import { FATES, type Succession } from '../records-on-links.ts'
import { type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'

const councilSchema = z
  .strictObject({
    name: line('The council’s full name: Norwich City Council.'),
    code: pattern(
      /^[EWSN]\d{8}$/,
      'write an ONS code like E07000148',
      'The ONS code of its area: E07000148. It need be no place in places/.',
    ),
  })
  .meta({ description: 'A council that ends, ended or may end.' })

export const successionSchema = z
  .strictObject({
    id: id('A name of its own, unique in the whole folder.'),
    councils: list(councilSchema, 'The councils of which the source says the same.').min(1),
    ends: partialDate('The day on which they end or ended, as precisely as the source says.').optional(),
    into: list(
      line('The name of a council.'),
      'The councils that follow, where the source says which.',
    ).optional(),
    state: oneOf(
      FATES,
      'ended; enacted (an order is made); decided (by the minister, not yet law); proposed; consulted.',
    ),
    on: past(partialDate('When the source says so.')).optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    ...cited,
  })
  .meta({ description: 'What one source says of the end of councils, and of those that follow.' })

const file = z.strictObject({
  successors: list(successionSchema, 'What sources say of the end of councils.'),
  ...defaults,
})

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

successors:
  - id: norwich-decided
    councils:
      - {name: Norwich City Council, code: E07000148}
      - {name: Broadland District Council, code: E07000144}
    ends: 2028-04
    state: decided
    on: 2026-03
    source: LCCnews
    note: Subject to Parliament; the page does not say which new council takes which area.
`

export const successors: Kind = {
  folder: 'successors',
  noun: 'succession',
  guide: { entry: 'what one source says of the end of councils', file: 'a file for each state of affairs' },
  sample,
  schema: file,
  records(entries) {
    const successors = wholeOf(entries, successionSchema, file).map(
      ({ value }): Succession => ({ ...value, into: value.into ?? [] }),
    )
    return { successors, statements: successors.map(successionStatement) }
  },
}

/** Not `places`: a council need be no place here, and what becomes of it is asked for by its name. */
function successionStatement(succession: Succession): Statement {
  const { councils, ends, into, state, on, note } = succession
  const names = councils.map(({ name }) => name)
  const shown = names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ')
  const parts = [
    `${FATES_IN_WORDS[state]}${on ? `, as of ${dateInWords(on)}` : ', undated'}: ${AND.format(names)}.`,
    ends && `Day of the end: ${dateInWords(ends)}.`,
    into.length > 0 ? `To follow: ${AND.format(into)}.` : 'The source does not say which council follows.',
    note,
  ]
  return statementOf(succession, {
    kind: 'succession',
    finding: { title: `${shown}: ${state}`, says: parts.filter(Boolean).join(' ') },
    words: [
      { text: `${names.join(' ')} ${into.join(' ')}`, weight: WEIGHT.places },
      { text: `council abolished reorganisation successor ${note ?? ''}`, weight: WEIGHT.says },
    ],
  })
}

/** How sure it is, in a sentence. */
export const FATES_IN_WORDS: Readonly<Record<Succession['state'], string>> = {
  ended: 'Ended',
  enacted: 'To end, by an order made',
  decided: 'To end, by a decision that is not yet law',
  proposed: 'Proposed to end, not decided',
  consulted: 'In a consultation on its end, not decided',
}
