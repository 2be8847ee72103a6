import * as z from 'zod'
import { dateInWords } from '../../answer/in-words.ts'
import { cited, defaults } from '../fields/cited.ts'
import { id, line, list, paragraphs, partialDate } from '../fields/fields.ts'
import { past } from '../fields/marks.ts'
import type { Statement } from '../records.ts'
import type { Agreement } from '../records-on-links.ts'
import { capitalised, type Held, type Kind, statementOf, WEIGHT, wholeOf } from './kind.ts'
import { endsInWords, idsOf, onLink, onLinkOf, themes } from './of-link.ts'

const agreementSchema = z
  .strictObject({
    id: id('A name of its own for the agreement, unique in the whole folder.'),
    ...onLink,
    form: line('The source’s own word: friendship agreement, memorandum of understanding.'),
    title: line('Its title, where the source gives one.').optional(),
    signed: past(partialDate('When it was signed.')).optional(),
    until: partialDate('Until when it runs, as precisely as the source says.').optional(),
    review: partialDate('By when it is to be reviewed.').optional(),
    themes,
    text: line('The address where the text of it stands.').optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    ...cited,
  })
  .meta({ description: 'What one source says of an agreement on a link.' })

const file = z.strictObject({ agreements: list(agreementSchema, 'Agreements, one an entry.'), ...defaults })

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

agreements:
  - id: leeds-dortmund-memorandum
    place: Leeds
    twin: Dortmund, DE
    form: memorandum of understanding
    signed: 2021-02-12
    until: 2027-02
    themes: [education, culture]
    source: LCCnews
    at: none
    quote: re-sign their memorandum of understanding
`

export const agreements: Kind = {
  folder: 'agreements',
  noun: 'agreement',
  guide: { entry: 'what one source says of an agreement', file: 'one file, or a file for each region' },
  sample,
  schema: file,
  records(entries, held) {
    const agreements = wholeOf(entries, agreementSchema, file).map(
      ({ value }): Agreement => onLinkOf(value, held),
    )
    return { agreements, statements: agreements.map((one) => agreementStatement(one, held)) }
  },
}

function agreementStatement(agreement: Agreement, held: Held): Statement {
  const { form, title, signed, until, review, themes = [], text, note } = agreement
  const parts = [
    `${capitalised(form)}${title ? `, “${title}”` : ''}: ${signed ? `signed ${dateInWords(signed)}` : 'day of signing not known'}, ` +
      `${until ? `runs until ${dateInWords(until)}` : 'end not known'}.`,
    review && `To be reviewed by ${dateInWords(review)}.`,
    themes.length > 0 && `Themes: ${themes.join(', ')}.`,
    text && `Text: ${text}`,
    note,
  ]
  return statementOf(agreement, {
    kind: 'agreement',
    places: idsOf(agreement),
    topics: themes,
    finding: { title: `${endsInWords(agreement, held)}: ${form}`, says: parts.filter(Boolean).join(' ') },
    words: [{ text: `${form} ${title ?? ''} ${note ?? ''}`, weight: WEIGHT.says }],
  })
}
