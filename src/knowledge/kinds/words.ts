import * as z from 'zod'
import { TALK } from '../../answer/answer.ts'
import { line, list, oneOf } from '../fields/fields.ts'
import { ASKED_OF_LINKS } from '../records-on-links.ts'
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

export const asideSchema = z
  .strictObject({
    words: list(
      line('A word, or several that stand together: “for a briefing”.'),
      'Left out of a question that has other words, before anything of it is read.',
    ).min(1),
    why: line('Why they say nothing of what is asked.'),
  })
  .meta({ description: 'Words around a question.' })

export const shortSchema = z
  .strictObject({
    words: list(
      line('A word as it is typed in haste: “govt”.'),
      'Each of them is read as the word it is short for.',
    ).min(1),
    for: line('The word that it is short for: “government”.'),
    why: line('Who writes so, or where.'),
  })
  .meta({ description: 'Short forms of words.' })

export const saidSchema = z
  .strictObject({
    words: list(
      line('What is said, in words: “nice one”.'),
      'Each of them is answered so, where nothing else is said.',
    ).min(1),
    means: z.enum(TALK).meta({ description: 'What it is answered as.' }),
    why: line('Who says so, or where.'),
  })
  .meta({ description: 'What people say to Hansa itself.' })

export const themeSchema = z
  .strictObject({
    theme: line('What links are about, in a word or two, as entries name it: ageing.'),
    words: list(line('Another word for it.'), 'Whoever asks with one of them asks for the theme.').optional(),
    why: line('Which of it a source speaks of, or who asks for it.'),
  })
  .meta({ description: 'What links can be about.' })

export const asksSchema = z
  .strictObject({
    asks: oneOf(ASKED_OF_LINKS, 'Which records it asks for; “not recorded” for what no entry tells.'),
    words: list(
      line('A word, or several that stand together: “on what basis”. Its other forms count as well.'),
      'Beside the name of a place each of them asks for those records.',
    ).min(1),
    why: line('Who asks so, or where.'),
  })
  .meta({ description: 'Words that ask for what is recorded beside links.' })

const file = z.strictObject({
  same: list(sameSchema, 'Groups of words for the same thing.').optional(),
  asking: list(askingSchema, 'Words that only make it a question.').optional(),
  themes: list(themeSchema, 'What links can be about.').optional(),
  aside: list(asideSchema, 'Words around a question.').optional(),
  short: list(shortSchema, 'Short forms of words.').optional(),
  said: list(saidSchema, 'What people say to Hansa itself.').optional(),
  asks: list(asksSchema, 'Words that ask for what is recorded beside links.').optional(),
})

const sample = `same:
  - words: [covid, coronavirus, corona virus, pandemic]
    why: of these years there is one that people mean

asking:
  - words: [the evidence, evidence on]
    why: all that is held here is evidence

themes:
  - theme: culture
    words: [arts, music]
    why: what many pages on twinning name first
  - theme: education
    words: [schools, students]
    why: exchanges of schools and their teachers

aside:
  - words: [for a briefing, by tomorrow]
    why: says what the answer is for, and when

short:
  - words: [govt, gov]
    for: government
    why: notes and chats

said:
  - words: [nice one, much obliged]
    means: thanks
    why: said in chats

asks:
  - asks: decisions
    words: [minutes, on what basis]
    why: requests under freedom of information
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
    const aside = wholeOf(entries, asideSchema, file).flatMap(({ value }) => value.words)
    const short = wholeOf(entries, shortSchema, file).flatMap(({ value: { words, for: meaning } }) =>
      words.map((says) => ({ says, for: meaning })),
    )
    const said = wholeOf(entries, saidSchema, file).flatMap(({ value: { words, means } }) =>
      words.map((says) => ({ says, means })),
    )
    const themes = wholeOf(entries, themeSchema, file).map(({ value: { theme, words = [] } }) => ({
      theme,
      words: [theme, ...words],
    }))
    const asks = wholeOf(entries, asksSchema, file).flatMap(({ value: { words, asks } }) =>
      words.map((says) => ({ says, asks })),
    )
    return { same, asking, themes, aside, short, said, asks }
  },
}
