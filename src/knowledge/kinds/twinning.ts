import * as z from 'zod'
import type { Assertion } from '../entries.ts'
import { piecesOf, shellOf } from '../file/pieces.ts'
import { type Dated, dating, defaults, withDefaults } from './defaults.ts'
import { day, id, line, lineOrNumber, list, paragraphs, partialDate, status } from './fields.ts'
import type { Kind } from './kind.ts'

const assertionSchema = z
  .strictObject({
    id: id('Made from place, twin and source where it is not given: leeds-dortmund-lccnews.').optional(),
    twin: lineOrNumber('The other place: Dortmund, DE, or its GeoNames id.'),
    kind: line('The source’s own word for the link: twin, friendship, partner …; or "not stated".'),
    since: partialDate('When the link began, as precisely as the source says: 1969 or 1980-10.').optional(),
    status,
    on: partialDate('When the status was true.').optional(),
    source: line('The id of a document in sources/.'),
    at: lineOrNumber('Where in the source: paragraph 4, p. 12; none where it has no pages.').optional(),
    quote: line('The source’s own words, exactly as printed, 25 at most.').optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    ...dating,
  })
  .meta({ description: 'One source’s statement about one link. Two sources that disagree are two entries.' })

const lookedSchema = z
  .strictObject({
    on: day('The day we looked.'),
    in: list(line('The id of a document in sources/.'), 'The documents in which we looked.').min(1),
    for: line('What we looked for: any twin town.'),
  })
  .meta({ description: 'We looked here and found none.' })

const file = z.strictObject({
  place: lineOrNumber('The place whose links these are, as named in places/, or its id.'),
  twinnings: list(assertionSchema, 'What each source says about each link.').optional(),
  looked: list(lookedSchema, 'Where we looked and found no link.').optional(),
  ...defaults,
})

export type WrittenEnd = z.output<typeof file>
export type WrittenAssertion = Dated<typeof assertionSchema> & { place: string }
export type WrittenLooked = z.output<typeof lookedSchema> & { place: string }

export const twinnings: Kind = {
  folder: 'twinnings',
  schema: file,
  read(written, draft) {
    const shell = shellOf(written, ['twinnings', 'looked'], file)
    const assertions = withDefaults(piecesOf(written, 'twinnings', assertionSchema), shell)
    const looked = piecesOf(written, 'looked', lookedSchema)
    for (const { place } of shell.whole) {
      draft.whole.assertions.push(...assertions.whole.map((one) => ({ ...one, place })))
      draft.whole.looked.push(...looked.whole.map((one) => ({ ...one, place })))
    }
    draft.ends.push(...shell.all)
    const place = shell.all[0]?.value.place
    draft.assertions.push(...assertions.all.map(({ value, spot }) => ({ value: { ...value, place }, spot })))
    draft.looked.push(...looked.all)
    return [...shell.faults, ...assertions.faults, ...looked.faults]
  },
}

export function assertionOf(written: WrittenAssertion, place: Named, twin: Named): Assertion {
  const id = written.id ?? derivedId(place, twin, written.source)
  return { ...written, id, place: place.id, twin: twin.id }
}

/** The id of an assertion that names none: the two places and the source. */
export function derivedId(place: Named, twin: Named, source: string): string {
  return [slug(place.name) || place.id, slug(twin.name) || twin.id, slug(source)].join('-')
}

type Named = { id: string; name: string }

/** `Schwäbisch Gmünd` → `schwabisch-gmund`. */
function slug(name: string): string {
  const letters = name.toLowerCase().replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o')
  return letters
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
