import { STATUSES, type Status } from '../../answer/answer.ts'
import { dateFromWords } from '../../knowledge/fields/date-words.ts'
import { nearest } from '../../knowledge/file/sentences.ts'
import { placeLookup } from '../../knowledge/place-lookup.ts'
import type { Assertion, Place } from '../../knowledge/records.ts'
import { type Asking, Unclear } from '../asking.ts'
import type { Addition } from '../folder/addition.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { additionsFor, nameFor } from '../places/new-place.ts'
import { idOf, type Meant, placeResolver, type Resolving } from '../places/resolve.ts'
import type { Towns } from '../places/towns.ts'
import { type MadeSource, type SourceMaker, slug } from './source.ts'

/** A link as somebody typed it. All but the two places and the source can be left out. */
export type TypedTwinning = {
  place: string
  partner: string
  country?: string
  seat?: string
  kind?: string
  since?: string
  status?: string
  on?: string
  source?: string
  at?: string
  quote?: string
  note?: string
  held?: string
  by?: string
}

/** What came of it: entries to write, sentences on how names were read; nothing to write where it is there already. */
export type Made = { additions: readonly Addition[]; said: readonly string[]; isThere?: boolean }

export type Making = {
  folder: OpenFolder
  towns: () => Towns
  sources: SourceMaker
  asking?: Asking
}

/** Makes entries one after the other; each knows what the ones before it brought along. */
export function twinningMaker({ folder, towns, sources, asking }: Making) {
  const { knowledge, today } = folder
  const places: Place[] = [...knowledge.places.values()]
  const held = {
    names: new Set(places.flatMap(({ name, also }) => [name, ...also]).map((name) => name.toLowerCase())),
    places: new Set(places.map(({ id }) => id)),
    areas: new Set(knowledge.areas.keys()),
    exists: new Map(knowledge.exists.map((known) => [known.id, known])),
  }
  const known = new Set(knowledge.assertions.map(keyOf))
  const files = filesByPlace(folder)
  let resolve = placeResolver(places, towns)
  const remembered = new Map<string, Meant>()

  return async (typed: TypedTwinning): Promise<Made> => {
    const additions: Addition[] = []
    const said: string[] = []
    const place = await placeOf(typed.place, { side: 'home' }, 'place')
    const { country, seat } = typed
    const partner = await placeOf(
      typed.partner,
      { side: 'partner', ...(country ? { country } : {}), ...(seat ? { seat } : {}) },
      'partner',
    )
    const status = await statusOf(typed.status, asking)
    const { id: source, additions: ofSource, said: saidOfSource }: MadeSource = await sources(typed.source)
    const kind =
      typed.kind ?? (await asking?.choose('What does the source call the link?', KINDS, true)) ?? NOT_STATED
    const since = dateOf(
      typed.since ?? (await asking?.line('Since when, as the source says (1951; empty if it does not)?')),
      'since',
    )
    const on = dateOf(
      typed.on ?? (await asking?.line('When was that so (2024-05-13; empty if the page has no date)?')),
      'on',
    )
    const { quote, note, held: holder } = typed
    const entry = {
      twin: nameFor(partner, places, partner.country),
      kind: kind.trim() || NOT_STATED,
      since,
      status,
      on,
      ...(holder ? { held: holder } : {}),
      source,
      at: typed.at ?? 'none',
      quote,
      note,
    }
    const key = keyOf({ ...entry, place: place.id, twin: partner.id })
    if (known.has(key)) return { additions: [], said, isThere: true }
    known.add(key)
    const checked = { on: today, by: typed.by ?? 'a colleague' }
    const file = files(place)
    const own = file.isNew
      ? {}
      : { ...(file.isChecked(checked) ? {} : { checked }), ...(file.added === today ? {} : { added: today }) }
    additions.push(...ofSource, {
      path: file.path,
      key: 'twinnings',
      entry: { ...entry, ...own },
      ...(file.isNew ? { top: { place: nameFor(place, places), checked, added: today } } : {}),
    })
    return { additions, said: [...said, ...saidOfSource] }

    async function placeOf(written: string, how: Resolving, as: 'place' | 'partner'): Promise<Place> {
      const memo = JSON.stringify([written, how])
      const meant = remembered.get(memo) ?? (await settled(written, how, as))
      if (meant.is === 'held') return meant.place
      if (meant.is === 'choice' || meant.is === 'unknown') throw new Error('nothing was settled')
      const made = additionsFor(meant, held, towns())
      for (const { entry, key } of made) {
        if (key === 'areas') held.areas.add(String(entry.id))
        else places.push(asPlace(entry))
      }
      for (const { id, name } of places) {
        held.places.add(id)
        held.names.add(name.toLowerCase())
      }
      additions.push(...made)
      const place = places.find(({ id }) => id === idOf(meant))
      if (!place) throw new Error(`the place ${idOf(meant)} was not made`)
      resolve = placeResolver(places, towns)
      remembered.set(memo, { is: 'held', place })
      const others = meant.besides.length > 0 ? ` There is also ${meant.besides.join('; ')}.` : ''
      said.push(
        `${as === 'place' ? 'Place' : 'Partner'}: ${place.name}, ${place.country} (${place.id}), new here.${others}`,
      )
      return place
    }

    async function settled(written: string, how: Resolving, as: string): Promise<Meant> {
      const meant = resolve(written, how)
      if (meant.is === 'choice') {
        if (!asking) {
          const choices = meant.between.map(({ says }) => says).join(' or ')
          throw new Unclear(`${as}: “${written}” can be ${choices}. Write its id in place of the name.`)
        }
        const id = await asking.choose(`Which ${written} is the ${as}?`, meant.between)
        return settled(id, how, as)
      }
      if (meant.is !== 'unknown') return meant
      const seat =
        asking &&
        (await asking.line(
          `${meant.why}. If it is a district or region: in which town is its seat (empty to stop)?`,
        ))
      if (seat) return settled(written, { ...how, seat }, as)
      const tip =
        as === 'partner'
          ? 'Correct the name, write its GeoNames id, or name the seat of a district with --seat.'
          : 'Correct the name, or write its ONS code or GeoNames id.'
      throw new Unclear(`${as}: ${meant.why}. ${tip}`)
    }
  }
}

const NOT_STATED = 'not stated'

const KINDS = ['twin', 'friendship', 'partner', 'sister city', NOT_STATED].map((kind) => ({
  write: kind,
  says: kind,
}))

async function statusOf(typed: string | undefined, asking: Asking | undefined): Promise<Status> {
  const all = STATUSES.join(', ')
  if (typed === undefined && !asking)
    throw new Unclear(`status: --status is missing. Write one of ${all}.`, true)
  const choices = STATUSES.map((status) => ({ write: status, says: status }))
  const word = (typed ?? (await asking?.choose('What does the source show?', choices)) ?? '')
    .trim()
    .toLowerCase()
  const found = STATUSES.find((status) => status === word)
  if (found) return found
  const near = nearest(word, STATUSES)
  throw new Unclear(
    `status: “${typed}” is none. Write one of ${all}${near ? `; did you mean ${near}?` : '.'}`,
  )
}

/** `13 March 2014`, `May 2024` and `2024-05` alike, as the folder writes them. */
export function dateOf(typed: string | undefined, as: string): string | undefined {
  const text = typed?.trim()
  if (!text) return undefined
  const [date, end] = dateFromWords(text)?.['date-parts'] ?? []
  if (!date || end)
    throw new Unclear(
      `${as}: “${text}” is no date. Write 1951, 1951-06 or 1951-06-23, or leave it out and say it in a note.`,
    )
  const [year, ...rest] = date
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

/** What makes a statement the same: the two places, the source, and what it says. */
function keyOf({ place, twin, source, kind, since, status, on, quote }: Partial<Assertion>): string {
  return JSON.stringify([place, twin, source, kind, since ?? '', status, on ?? '', quote ?? ''])
}

function asPlace(entry: Addition['entry']): Place {
  const { also, contains, within, lat, lon, ...rest } = entry as Record<string, unknown>
  return {
    ...(rest as Pick<Place, 'id' | 'name' | 'country'>),
    also: (also as string[]) ?? [],
    contains: (contains as string[]) ?? [],
    within: within === undefined ? [] : [String(within)],
    lat: Number(lat),
    lon: Number(lon),
  }
}

/** In which file the links of a place stand, and what that file says for all its entries. */
function filesByPlace({ paths, textOf, knowledge }: OpenFolder) {
  const named = placeLookup([...knowledge.places.values()])
  const byPlace = new Map(
    paths
      .filter((path) => /^twinnings\/.*\.ya?ml$/.test(path))
      .toReversed()
      .flatMap((path) => {
        const [place] = named(topOf(textOf(path), 'place'))
        return place ? [[place.id, path] as const] : []
      }),
  )
  return (place: Place) => {
    const own = `twinnings/${slug(place.name) || place.id}.yml`
    // A file of that name may be another place’s.
    const path = byPlace.get(place.id) ?? (paths.includes(own) ? `twinnings/${place.id}.yml` : own)
    const text = textOf(path)
    return {
      path,
      isNew: text === undefined,
      added: topOf(text, 'added'),
      isChecked: ({ on, by }: { on: string; by: string }) =>
        topOf(text, 'checked') === `{on: ${on}, by: ${by}}`,
    }
  }
}

/** What stands behind a key at the top of a file. */
function topOf(text: string | undefined, key: string): string | undefined {
  const said = new RegExp(`^${key}: *(.+?) *(?:#.*)?\\r?$`, 'm').exec(text ?? '')?.[1]
  return said?.replace(/^(["'])(.*)\1$/, '$2')
}
