import * as z from 'zod'
import { withoutUnwanted } from '../../knowledge/file/text.ts'

/** The service cannot be used just now, or not in this way: one clause for people. */
export class Unusable extends Error {
  /** Whether it may be otherwise when it is asked again. */
  readonly again: boolean

  constructor(message: string, again = true) {
    super(message)
    this.again = again
  }
}

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
const binding = z.record(z.string(), value)
const answer = z.looseObject({ results: z.looseObject({ bindings: z.custom<unknown[]>(Array.isArray) }) })

/** So many rows a saved answer has at most. */
const MOST_ROWS = 1_000_000

export type Row = { statement: string; listed: Listed }

/** The rows of an answer in the service's format (SPARQL 1.1 query results as JSON), by their statement. Throws Unusable. */
export function rowsIn(text: string, most = MOST_ROWS): readonly Row[] {
  const bindings = answer.safeParse(parsed(text)).data?.results.bindings
  if (!bindings) throw new Unusable(NO_RESULT)
  if (bindings.length > most) throw new Unusable('it gives more rows than it was asked for', false)
  return bindings.map((one) => {
    // One after the other: what is wrong with millions takes more room than they do.
    const read = binding.safeParse(one)
    if (!read.success) throw new Unusable(NO_RESULT)
    const { data } = read
    const given = (key: string) => (Object.hasOwn(data, key) ? data[key]?.value : undefined)
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
    const statement = given('statement')
    const isKey = statement !== undefined && statement.length <= LONGEST_ADDRESS
    return { statement: isKey ? statement : JSON.stringify(listed), listed }
  })
}

const NO_RESULT = 'its answer is JSON, and not a result of a query'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const begins = oneLine(text)?.slice(0, 40)
    if (begins === undefined) throw new Unusable('its answer is empty')
    throw new Unusable(/^\s*\{/.test(text) ? 'its answer breaks off' : `its answer is no JSON (“${begins}”)`)
  }
}

function matching(text: string | undefined, form: RegExp): string | undefined {
  return text !== undefined && form.test(text) ? text : undefined
}

const LONGEST_NAME = 100
const LONGEST_ADDRESS = 500

/** A name as it can stand in a list and on a screen: one line, nothing that hides or turns what follows. */
function oneLine(text: string | undefined): string | undefined {
  const line = withoutUnwanted(
    (text ?? '')
      .slice(0, 10 * LONGEST_NAME)
      .toWellFormed()
      .normalize('NFC'),
  )
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
