import * as z from 'zod'
import { dateInWords } from '../../answer/in-words.ts'
import { cited, defaults } from '../fields/cited.ts'
import { country, day, id, line, lineOrNumber, list, paragraphs, partialDate } from '../fields/fields.ts'
import { namesPlace, past } from '../fields/marks.ts'
import type { Statement } from '../records.ts'
import type { Notice } from '../records-on-links.ts'
import { type Held, type Kind, statementOf, wholeOf } from './kind.ts'
import { themes } from './of-link.ts'

export const noticeSchema = z
  .strictObject({
    id: id('A name of its own for the notice, unique in the whole folder.'),
    place: namesPlace(lineOrNumber('The place that seeks a partner, here or abroad, as named in places/.')),
    says: paragraphs('What is sought, in our words: a partner in France for schools.'),
    country: country('Where the partner is sought, where the source says so: FR.').optional(),
    on: past(partialDate('When it was published.')).optional(),
    until: day('The last day on which it is shown. The source’s own, or half a year after it was read.'),
    contact: line('Where to answer: the address of a page, or of an office. Never a person’s.').optional(),
    themes,
    ...cited,
  })
  .meta({ description: 'A place that seeks a partner, as one source says it.' })

const file = z.strictObject({ notices: list(noticeSchema, 'Notices, one an entry.'), ...defaults })

const sample = `checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

notices:
  - id: leeds-seeks
    place: Leeds
    country: FR
    says: The city seeks another partner in France for exchanges of schools.
    on: 2026-11
    until: 2027-05-24
    contact: twinning@leeds.example
    themes: [education]
    source: LCCnews
`

export const notices: Kind = {
  folder: 'notices',
  noun: 'notice',
  guide: { entry: 'a place that seeks a partner, and until when', file: 'one file' },
  sample,
  schema: file,
  records(entries, held) {
    const notices = wholeOf(entries, noticeSchema, file).map(
      ({ value }): Notice => ({ ...value, place: held.placeNamed(value.place).id }),
    )
    return { notices, statements: notices.map((one) => noticeStatement(one, held)) }
  },
}

function noticeStatement(notice: Notice, { placeNamed }: Held): Statement {
  const { place, says, on, until, contact, themes = [] } = notice
  const { says: _own, ...record } = notice
  const parts = [
    `${on ? dateInWords(on) : 'Undated'}: ${says}`,
    themes.length > 0 && `Themes: ${themes.join(', ')}.`,
    contact && `Answer to ${contact}.`,
    `Shown until ${dateInWords(until)}.`,
  ]
  const statement = statementOf(record, {
    kind: 'notice',
    places: [place],
    finding: { title: `${placeNamed(place).name} seeks a partner`, says: parts.filter(Boolean).join(' ') },
    words: [],
  })
  return { ...statement, until }
}
