import * as z from 'zod'
import { withoutUnwanted } from '../../knowledge/file/text.ts'

/** The service cannot be used just now, or not in this way: one clause for people. */
export class Unusable extends Error {}

/** A link as the list has it. Codes and ids are checked to be such; names are in one line, and are nobody's promise. */
export type Listed = {
  /** ONS code, and GeoNames id. */
  code?: string
  geonames?: string
  twinName?: string
  twinGeonames?: string
  country?: string
  since?: string
  until?: string
  url?: string
}

/** So many rows are asked for at once. */
export const PAGE_ROWS = 2_000

/**
 * Links of UK places that Wikidata has under “twinned administrative body” (P190), with start (P580), end (P582) and where
 * they were read (P854); ONS codes (P836), GeoNames ids (P1566) and countries (P17, P297) say which places are meant.
 */
export function queryFor(offset: number): string {
  return `SELECT ?statement ?code ?geonames ?twinLabel ?twinGeonames ?country ?since ?until ?url WHERE {
  ?place wdt:P17 wd:Q145; p:P190 ?statement.
  ?statement ps:P190 ?twin.
  MINUS { ?statement wikibase:rank wikibase:DeprecatedRank. }
  OPTIONAL { ?place wdt:P836 ?code. }
  OPTIONAL { ?place wdt:P1566 ?geonames. }
  OPTIONAL { ?twin wdt:P1566 ?twinGeonames. }
  OPTIONAL { ?twin wdt:P17/wdt:P297 ?country. }
  OPTIONAL { ?twin rdfs:label ?twinLabel. FILTER(LANG(?twinLabel) = "en") }
  OPTIONAL { ?statement pq:P580 ?since. }
  OPTIONAL { ?statement pq:P582 ?until. }
  OPTIONAL { ?statement prov:wasDerivedFrom/pr:P854 ?url. }
} ORDER BY ?statement ?code ?geonames ?twinGeonames ?country ?url LIMIT ${PAGE_ROWS} OFFSET ${offset}`
}

const value = z.looseObject({ value: z.string() })
const answer = z.looseObject({
  results: z.looseObject({ bindings: z.array(z.record(z.string(), value)).max(1_000_000) }),
})

export type Row = { statement: string; listed: Listed }

/** The rows of an answer in the service's format (SPARQL 1.1 query results as JSON), by their statement. Throws Unusable. */
export function rowsIn(text: string): readonly Row[] {
  const read = answer.safeParse(parsed(text))
  if (!read.success) throw new Unusable('its answer is JSON, and not a result of a query')
  return read.data.results.bindings.map((row) => {
    const given = (key: string) => (Object.hasOwn(row, key) ? row[key]?.value : undefined)
    const [code, geonames, twinGeonames] = ['code', 'geonames', 'twinGeonames'].map(given)
    const name = oneLine(given('twinLabel'))
    const fields = {
      code: matching(code, /^[EWSN]\d{8}$/),
      geonames: matching(geonames, /^[1-9]\d{0,8}$/),
      twinGeonames: matching(twinGeonames, /^[1-9]\d{0,8}$/),
      twinName: name && !/^Q\d+$/.test(name) ? name : undefined,
      country: matching(given('country'), /^[A-Z]{2}$/),
      since: dateOf(given('since')),
      until: dateOf(given('until')),
      url: addressOf(given('url')),
    }
    const listed = Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined))
    return { statement: given('statement') ?? JSON.stringify(listed), listed }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unusable(
      /^\s*\{/.test(text)
        ? 'its answer breaks off'
        : `its answer is no JSON (“${oneLine(text)?.slice(0, 40)}”)`,
    )
  }
}

function matching(text: string | undefined, form: RegExp): string | undefined {
  return text !== undefined && form.test(text) ? text : undefined
}

const LONGEST_NAME = 100
const LONGEST_ADDRESS = 500

/** A name as it can stand in a list and on a screen: one line, nothing that hides or turns what follows. */
function oneLine(text: string | undefined): string | undefined {
  const line = withoutUnwanted((text ?? '').toWellFormed().normalize('NFC'))
    .replace(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, LONGEST_NAME).join('') || undefined
}

/** `1969-01-01T00:00:00Z` is how the service writes the year 1969, so of the first of January only the year is taken. */
function dateOf(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(text ?? '') ?? []
  if (!year || !(Number(year) > 800 && Number(year) < 2200)) return undefined
  if (Number.isNaN(Date.parse(`${year}-${month}-${day}`))) return undefined
  return month === '01' && day === '01' ? year : day === '01' ? `${year}-${month}` : `${year}-${month}-${day}`
}

function addressOf(text: string | undefined): string | undefined {
  if (!text || text.length > LONGEST_ADDRESS || !/^https?:\/\//.test(text) || !URL.canParse(text))
    return undefined
  return new URL(text).href
}
