import * as z from 'zod'
import { line, list } from '../fields/fields.ts'
import { type Kind, wholeOf } from './kind.ts'

export const sameSchema = z
  .strictObject({
    words: list(line('A word, or a name of several.'), 'Each of them finds what any of them finds.').min(1),
    why: line('Why they are the same to who asks, or where that comes from.'),
  })
  .meta({ description: 'Words that people use for the same thing.' })

export const askingSchema = z
  .strictObject({
    words: list(
      line('A word, or several that stand together: “the evidence”.'),
      'Passed over in a question that has other words.',
    ).min(1),
    why: line('Why they say nothing of the matter.'),
  })
  .meta({ description: 'Words that only make it a question.' })

const file = z.strictObject({
  same: list(sameSchema, 'Groups of words for the same thing.').optional(),
  asking: list(askingSchema, 'Words that only make it a question.').optional(),
})

const sample = `same:
  - words: [covid, coronavirus, corona virus, pandemic]
    why: of these years there is one that people mean

asking:
  - words: [the evidence, evidence on]
    why: all that is held here is evidence
`

/** Words as people type them; they say nothing themselves, and no source is cited for them. */
export const words: Kind = {
  folder: 'words',
  noun: 'group of words',
  guide: {
    entry: 'words for the same thing',
    file: 'words that people use, with the reason beside each group',
  },
  sample,
  schema: file,
  records(entries) {
    const same = wholeOf(entries, sameSchema, file).map(({ value }) => value.words)
    const asking = wholeOf(entries, askingSchema, file).flatMap(({ value }) => value.words)
    return { same, asking }
  },
}
