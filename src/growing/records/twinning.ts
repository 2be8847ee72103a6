import { type Day, STATUSES, type Status } from '../../answer/answer.ts'
import { countryName } from '../../answer/in-words.ts'
import { type ProposedLink, USUAL_KINDS } from '../../answer/proposal.ts'
import type { PlaceLookup } from '../../knowledge/exists.ts'
import { dateFromWords } from '../../knowledge/fields/date-words.ts'
import { nearest, shown } from '../../knowledge/file/nearest.ts'
import { derivedId } from '../../knowledge/kinds/twinning.ts'
import type { Assertion, Place } from '../../knowledge/records.ts'
import { type Asking, Unclear } from '../asking.ts'
import type { Addition } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { countryOf } from '../places/found.ts'
import { placeAsked } from '../places/place-asked.ts'
import { placeRegister } from '../places/register.ts'
import type { Resolving } from '../places/resolve.ts'
import type { Towns } from '../places/towns.ts'
import { freeId, type PageFacts, type SourceMaker, slug } from './source.ts'

/** A link as somebody typed it. All but the two places and the source can be left out; `read`: when its source was, today if not said. */
export type TypedTwinning = ProposedLink & { seat?: string; held?: string; by?: string; read?: Day }

/** What came of it: entries to write, sentences on how names were read; nothing to write where it is there already. */
export type Made = {
  additions: readonly Addition[]
  said: readonly string[]
  isThere?: boolean
  /** The ids of the two. */
  places: readonly string[]
}

export type Making = {
  folder: OpenFolder
  towns: () => Towns
  sources: SourceMaker
  asking?: Asking
}

/** Makes entries one after the other; each knows what the ones before it brought along. One that fails leaves nothing. */
export function twinningMaker({ folder, towns, sources, asking }: Making) {
  const { knowledge, today } = folder
  const register = placeRegister(knowledge, towns)
  const meant = placeAsked(register, asking)
  const known = new Set(knowledge.assertions.map(keyOf))
  const ids = new Set(knowledge.statements.keys())
  const files = filesByPlace(folder, register.held)

  return async (typed: TypedTwinning, given?: PageFacts): Promise<Made> => {
    const { country, seat, quote, note, held, by = 'a colleague', read = today } = typed
    const home = await meant(typed.place, { side: 'home' }, 'place')
    const land = home.is === 'held' ? home.place.country : countryOf(home)
    if (land !== 'GB') throw notOfTheUk(typed.place, land)
    const how: Resolving = { side: 'partner', ...(country ? { country } : {}), ...(seat ? { seat } : {}) }
    const away = await meant(typed.partner, how, 'partner')
    const status = await statusOf(typed.status, asking)
    const kind = typed.kind ?? (await asking?.choose('What does the source call the link?', KINDS, true))
    const since = dateOf(typed.since ?? (await asking?.line(SINCE)), 'since')
    const on = dateOf(typed.on ?? (await asking?.line(ON)), 'on')
    if (held && !HOLDERS.some((holder) => holder === held))
      throw new Unclear(`“${held}” is none. Write one of ${HOLDERS.join(', ')}.`, { field: 'held' })
    const made = await sources(typed.source, given, read)
    const source = made.id
    const [place, partner] = [register.take(home), register.take(away)]
    const places = [place.place.id, partner.place.id]
    const entry = {
      kind: kind?.trim() || NOT_STATED,
      since,
      status,
      on,
      held,
      source,
      at: typed.at ?? 'none',
      quote,
      note,
    }
    const key = keyOf({ ...entry, place: place.place.id, twin: partner.place.id } as Partial<Assertion>)
    if (known.has(key)) return { additions: made.additions, said: [], isThere: true, places }
    known.add(key)
    const derived = derivedId(place.place, partner.place, source)
    const id = freeId(derived, ids)
    ids.add(id)
    const dates = { checked: { on: read, by }, added: read }
    const file = files(place.place)
    const begun = file.begun(dates)
    const own = {
      ...(inLine(begun.checked) === inLine(dates.checked) ? {} : { checked: dates.checked }),
      ...(begun.added === read ? {} : { added: read }),
    }
    // Named when it is written: a namesake may come in with a later row.
    const top = {
      get place() {
        return register.nameOf(place.place)
      },
      ...begun,
    }
    const addition: Addition = {
      path: file.path,
      key: 'twinnings',
      entry: {
        ...(id === derived ? {} : { id }),
        get twin() {
          return register.nameOf(partner.place, true)
        },
        ...entry,
        ...own,
      },
      top,
    }
    return {
      additions: [...made.additions, ...place.additions, ...partner.additions, addition],
      said: [...made.said, ...place.said, ...partner.said],
      places,
    }
  }
}

function notOfTheUk(written: string, country: string): Unclear {
  const why = `“${shown(written)}” is no place of the UK (${countryName(country)}), and a link is written down under one.`
  const inForm = `${why} Write it as the partner.`
  return new Unclear(`${why} Write that first, and the place abroad behind it.`, { field: 'place', inForm })
}

const SINCE = 'Since when, as the source says (1951; empty if it does not)?'
const ON = 'When was that so (2024-05-13; empty if the page has no date)?'
const HOLDERS = ['council', 'association', 'both']

const NOT_STATED = 'not stated'

const KINDS = [...USUAL_KINDS, NOT_STATED].map((kind) => ({
  write: kind,
  says: kind,
}))

async function statusOf(typed: string | undefined, asking: Asking | undefined): Promise<Status> {
  const all = STATUSES.join(', ')
  if (typed === undefined && !asking)
    throw new Unclear(`--status is missing. Write one of ${all}.`, {
      isMissing: true,
      field: 'status',
      inForm: `Choose what the source shows: ${all}.`,
    })
  const choices = STATUSES.map((status) => ({ write: status, says: status }))
  const word = (typed ?? (await asking?.choose('What does the source show?', choices)) ?? '')
    .trim()
    .toLowerCase()
  const found = STATUSES.find((status) => status === word)
  if (found) return found
  const near = nearest(word, STATUSES)
  throw new Unclear(`“${typed}” is none. Write one of ${all}${near ? `; did you mean ${near}?` : '.'}`, {
    field: 'status',
  })
}

/** `13 March 2014`, `May 2024` and `2024-05` alike, as the folder writes them. */
export function dateOf(typed: string | undefined, as: string): string | undefined {
  const text = typed?.trim()
  if (!text) return undefined
  const { 'date-parts': [date, end] = [], circa, season } = dateFromWords(text) ?? {}
  if (date && (circa || season))
    throw new Unclear(`“${text}” is not exact. Leave it out, and say it in a note.`, {
      field: as,
      inForm: `“${text}” is not exact. Leave it out, and give the words of the source below.`,
    })
  if (!date || end)
    throw new Unclear(
      `“${text}” is no date. Write 1951, 1951-06 or 1951-06-23, or leave it out and say it in a note.`,
      {
        field: as,
        inForm: `“${text}” is no date. Write it like 1951, June 1951 or 23 June 1951, or leave it out.`,
      },
    )
  const [year, ...rest] = date
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

/** What makes a statement the same: the two places, the source, and what it says. */
function keyOf({ place, twin, source, kind, since, status, on, quote }: Partial<Assertion>): string {
  return JSON.stringify([place, twin, source, kind, since ?? '', status, on ?? '', quote ?? ''])
}

/** In which file the links of a place stand, and what that file says for all its entries. */
function filesByPlace({ paths, textOf }: OpenFolder, named: PlaceLookup<Place>) {
  const byPlace = new Map(
    paths
      .filter((path) => /^twinnings\/.*\.ya?ml$/.test(path))
      .toReversed()
      .flatMap((path) => {
        const [place] = named(topOf(textOf(path), 'place'))
        return place ? [[place.id, path] as const] : []
      }),
  )
  return onceById((place: Place) => {
    const own = `twinnings/${slug(place.name) || place.id}.yml`
    // A file of that name may be another place’s.
    const path = byPlace.get(place.id) ?? (paths.includes(own) ? `twinnings/${place.id}.yml` : own)
    const text = textOf(path)
    let top: Partial<Dates> | undefined = text === undefined ? undefined : datesOf(text)
    return {
      path,
      /** What stands at its top for all its entries. A new file begins with what the first of them brings. */
      begun(dates: Dates): Partial<Dates> {
        top ??= dates
        return top
      },
    }
  })
}

type Dates = { checked: { on: Day; by: string }; added: Day }

function datesOf(text: string): Partial<Dates> {
  const [, on, by] = /^\{on: (\S+), by: (.*)\}$/.exec(topOf(text, 'checked') ?? '') ?? []
  const added = topOf(text, 'added')
  return { ...(on && by && { checked: { on, by } }), ...(added && { added }) }
}

function inLine(checked: Dates['checked'] | undefined): string {
  return checked ? `${checked.on} ${checked.by}` : ''
}

function onceById<T>(of: (place: Place) => T): (place: Place) => T {
  const found = new Map<string, T>()
  return (place) => {
    const there = found.get(place.id) ?? of(place)
    found.set(place.id, there)
    return there
  }
}

/** What stands behind a key at the top of a file. */
function topOf(text: string | undefined, key: string): string | undefined {
  const said = new RegExp(`^${key}: *(.+?) *(?:#.*)?\\r?$`, 'm').exec(text ?? '')?.[1]
  return said?.replace(/^(["'])(.*)\1$/, '$2')
}
