import * as z from 'zod'
import type { Holder, PartialDate, Status } from '../../answer/answer.ts'
import { countryName, dateInWords } from '../../answer/in-words.ts'
import type { NamedPlace } from '../exists.ts'
import { dating, defaults, quote } from '../fields/cited.ts'
import {
  day,
  holder,
  id,
  line,
  lineOrNumber,
  list,
  paragraphs,
  partialDate,
  pattern,
  status,
} from '../fields/fields.ts'
import { namesPlace, namesSource, past } from '../fields/marks.ts'
import type { Assertion, Statement } from '../records.ts'
import { holdingInWords } from '../records-on-links.ts'
import {
  capitalised,
  type DerivedId,
  type Entry,
  type Held,
  type Kind,
  statementOf,
  WEIGHT,
  wholeOf,
} from './kind.ts'
import { themes } from './of-link.ts'

export const assertionSchema = z
  .strictObject({
    id: id('Made from place, twin and source where it is not given: leeds-dortmund-lccnews.').optional(),
    twin: namesPlace(lineOrNumber('The other place: Dortmund, DE, or its GeoNames id.')),
    kind: line('The source’s own word for the link: twin, friendship, partner …; or "not stated".'),
    since: past(
      partialDate('When the link began, as precisely as the source says: 1969 or 1980-10.'),
    ).optional(),
    status: status.optional(),
    held: holder.optional(),
    'held-since': past(partialDate('Since when they hold it, where the source says so.')).optional(),
    dissolved: pattern(
      /^(undated|\d{4}(-\d\d){0,2})$/,
      'write the day like 2019-10-01, or "undated"',
      'An association that held the link was dissolved: the day, or "undated".',
    ).optional(),
    on: past(partialDate('When the status was true, or who held the link.')).optional(),
    source: namesSource(line('The id of a document in sources/.')),
    at: lineOrNumber('Where in the source: paragraph 4, p. 12; none where it has no pages.').optional(),
    quote: quote.optional(),
    note: paragraphs('What a reader should know besides.').optional(),
    themes,
    ...dating,
  })
  .meta({ description: 'One source’s statement about one link. Two sources that disagree are two entries.' })

const lookedSchema = z
  .strictObject({
    on: past(day('The day we looked.')),
    in: list(namesSource(line('The id of a document in sources/.')), 'The documents in which we looked.').min(
      1,
    ),
    for: line('What we looked for: any twin town.'),
  })
  .meta({ description: 'We looked here and found none.' })

export const twinningsSchema = z.strictObject({
  place: namesPlace(lineOrNumber('The place whose links these are, as named in places/, or its id.')),
  twinnings: list(assertionSchema, 'What each source says about each link.').optional(),
  looked: list(lookedSchema, 'Where we looked and found no link.').optional(),
  ...defaults,
})

const sample = `place: Leeds
checked: {on: 2026-11-24, by: Ana}
added: 2026-11-24

twinnings:
  - twin: Dortmund, DE
    kind: twin
    since: 1969
    status: active
    on: 2021-02-12
    source: LCCnews
    at: none
    quote: dates back to 1969
`

export const twinnings: Kind = {
  folder: 'twinnings',
  noun: 'twinning',
  guide: { entry: "one source's statement about one link", file: 'a file for each place' },
  sample,
  schema: twinningsSchema,
  idOf,
  records(entries, held) {
    const assertions = wholeOf(entries, assertionSchema, twinningsSchema).map(({ value, file }) => {
      const [place, twin] = [held.placeNamed(file.place), held.placeNamed(value.twin)]
      const id = value.id ?? derivedId(place, twin, value.source)
      return { ...withoutHolderAsStatus(value), id, place: place.id, twin: twin.id }
    })
    const looked = wholeOf(entries, lookedSchema, twinningsSchema).map(({ value, file }) => ({
      ...value,
      place: held.placeNamed(file.place).id,
    }))
    return { assertions, looked, statements: assertions.map((one) => assertionStatement(one, held)) }
  },
}

/** The two places and the source. */
function idOf({ value, file, schema }: Entry, placesNamed: PlacesNamed): DerivedId | undefined {
  if (schema !== assertionSchema || 'id' in value) return undefined
  const { twin: other, source } = value as Partial<Assertion>
  const [place] = placesNamed((file.value as { place?: string }).place)
  const [twin] = placesNamed(other)
  if (!isNamed(place) || !isNamed(twin) || source === undefined) return undefined
  return { id: derivedId(place, twin, source), on: 'twin', from: 'the same place, twin and source' }
}

type Written = {
  status?: Status | 'community-led'
  held?: Holder
  'held-since'?: PartialDate
}

/** Who holds a link is apart from its state, also where a file writes the one in place of the other. */
function withoutHolderAsStatus<T extends Written>({ status, held, 'held-since': heldSince, ...rest }: T) {
  const isHolder = status === 'community-led'
  const heldBy = held ?? (isHolder ? 'association' : undefined)
  return {
    ...rest,
    ...(status && !isHolder && { status }),
    ...(heldBy && { heldBy }),
    ...(heldSince && { heldSince }),
  }
}

type Named = { id: string; name: string }
type PlacesNamed = (written: string | undefined) => readonly Partial<NamedPlace>[]

function isNamed(place: Partial<NamedPlace> | undefined): place is Named {
  return place?.id !== undefined && place.name !== undefined
}

/** What an entry is called that names itself nothing: by the two places and the source. */
export function derivedId(place: Named, twin: Named, source: string): string {
  return [slug(place.name) || place.id, slug(twin.name) || twin.id, slug(source)].join('-')
}

export function assertionStatement(assertion: Assertion, { placeNamed }: Held): Statement {
  const { kind, status, heldBy, on, since, note } = assertion
  const [place, twin] = [placeNamed(assertion.place), placeNamed(assertion.twin)]
  const country = countryName(twin.country)
  return statementOf(assertion, {
    content: contentOf(assertion),
    kind: 'twinning',
    places: [place.id, twin.id],
    link: `${place.id} ${twin.id}`,
    finding: {
      title: `${place.name} – ${twin.name}, ${country}`,
      says: inWords(assertion),
      status,
      heldBy,
      saysStatus: true,
      statusOn: on,
      since,
      relation: kind === 'not stated' ? undefined : kind,
      place: place.name,
      twin: twin.name,
      country,
    },
    words: [
      { text: `${kind} ${status ?? ''} ${since ?? ''} twinning`, weight: WEIGHT.says },
      { text: [note, ...(assertion.themes ?? [])].join(' '), weight: WEIGHT.says },
    ],
  })
}

/** However a file writes who holds the link, it says the same: to rewrite it is no news. */
function contentOf({ checked, added, ...content }: Assertion): object {
  const { heldBy, ...rest } = content
  if (heldBy === 'association' && !rest.status) return { ...rest, status: 'community-led' }
  return content
}

/** `Twin · since 1969 · active, as of 12 February 2021. Note.` What the source does not give is said to be missing. */
function inWords({ kind, since, status, on, note, themes = [], ...holding }: Assertion): string {
  const parts = [
    kind === 'not stated' ? 'Kind not stated' : capitalised(kind),
    since ? `since ${dateInWords(since)}` : 'no exact start recorded',
    ...holdingInWords(holding),
    `${status ?? 'state not stated'}, ${on ? `as of ${dateInWords(on)}` : 'undated'}`,
    ...(themes.length > 0 ? [`themes: ${themes.join(', ')}`] : []),
  ]
  return parts.join(' · ') + (note ? `. ${capitalised(note)}` : '')
}

/** `Schwäbisch Gmünd` → `schwabisch-gmund`. */
function slug(name: string): string {
  // Ids of sources are, nearly all.
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name
  const letters = name.toLowerCase().replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o')
  return letters
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
