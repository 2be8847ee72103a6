import { createRequire } from 'node:module'
import { countries } from 'countries-list'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { KnownPlace } from '../knowledge/records.ts'
import { fold, type Word } from '../search/words/fold.ts'
import { ADJECTIVES } from './country-adjectives.ts'

/** Folded English names, everyday and official, their adjectives, and names in common use → ISO 3166-1 alpha-2. */
export function englishCountries(): ReadonlyMap<string, string> {
  const codes = namesIn(english)
  for (const [short, code] of withoutAddition(english)) if (!codes.has(short)) codes.set(short, code)
  for (const [code, names] of Object.entries(IN_USE)) for (const name of names) codes.set(name, code)
  for (const [adjective, code] of ADJECTIVES) codes.set(adjective, code)
  return codes
}

/** Folded names in other languages: `deutschland`, `中国`. Their lists are loaded when the first of them is asked for. */
export function foreignCountries(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const require = createRequire(import.meta.url)
  for (const language of OTHERS) {
    const names = require(`i18n-iso-countries/langs/${language}.json`) as Names
    for (const [name, code] of namesIn(names)) if (!codes.has(name)) codes.set(name, code)
  }
  return codes
}

/** The same in every language of the package, `polen`, `suomi`, `POL`; a name that means two countries in two of them means none. */
export function countriesAnywhere(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url)
  const codes = new Map<string, string | undefined>()
  for (const language of require('i18n-iso-countries/supportedLocales.json') as readonly string[]) {
    const names = require(`i18n-iso-countries/langs/${language}.json`) as Names
    for (const [name, code] of namesIn(names))
      codes.set(name, !codes.has(name) || codes.get(name) === code ? code : undefined)
  }
  for (const [two, three] of require('i18n-iso-countries/codes.json') as readonly (readonly string[])[])
    if (two && three) codes.set(fold(three), two)
  return new Map([...codes].flatMap(([name, code]) => (code === undefined ? [] : [[name, code]])))
}

/**
 * `US twins`, `us twins`, `links with the US`, `Brum’s us twin`: the country; but `tell us`, and whatever is said in capitals all
 * through.
 */
export function isTheUs({ text, start, end }: Word, question: string): boolean {
  if (text !== 'us') return false
  const before = question.slice(0, start)
  const isShouted = question === question.toUpperCase()
  const isAsTyped = !isShouted && question.slice(start, end) === 'US'
  return isAsTyped || /^[^\p{L}\p{N}]*$|\bthe\s+$|['’]s\s+$|s['’]\s+$/iu.test(before)
}

type Names = { countries: Readonly<Record<string, string | string[]>> }

function namesIn(language: Names): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [code, names] of Object.entries(language.countries)) {
    for (const name of [names].flat()) codes.set(fold(name), code)
  }
  return codes
}

/** `Falkland Islands (Malvinas)`, `Cocos (Keeling) Islands`, `Micronesia, Federated States of`: what people write of it, where it is one country. */
function withoutAddition(language: Names): ReadonlyMap<string, string> {
  const codes = new Map<string, string | undefined>()
  for (const [code, names] of Object.entries(language.countries)) {
    for (const name of [names].flat()) {
      const short = fold(name.replace(/\s*\(.*?\)|,.*/g, ''))
      if (short !== fold(name))
        codes.set(short, codes.has(short) && codes.get(short) !== code ? undefined : code)
    }
  }
  return new Map([...codes].flatMap(([name, code]) => (code === undefined ? [] : [[name, code]])))
}

const OTHERS = [
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'cs',
  'cy',
  'da',
  'sv',
  'no',
  'ro',
  'ru',
  'uk',
  'tr',
  'el',
  'ar',
  'zh',
  'ja',
  'ko',
]

/** What the list of names leaves out: short forms and former names. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  AE: ['uae', 'emirates'],
  BA: ['bosnia'],
  CD: ['dr congo', 'drc'],
  CI: ['ivory coast'],
  CN: ['prc'],
  CZ: ['czechia'],
  GB: ['britain', 'great britain', 'uk'],
  IE: ['eire', 'republic of ireland'],
  IR: ['iran'],
  KP: ['north korea'],
  KR: ['south korea', 'korea'],
  MK: ['macedonia', 'north macedonia'],
  MM: ['burma'],
  NL: ['holland'],
  NZ: ['nz'],
  PS: ['palestine'],
  RU: ['russia'],
  SY: ['syria'],
  TR: ['turkey', 'turkiye'],
  TW: ['taiwan'],
  TZ: ['tanzania'],
  US: ['america', 'usa', 'us', 'united states'],
  VN: ['vietnam'],
}

export type Continent = 'AF' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA'

export const CONTINENT_NAMES: Readonly<Record<Continent, string>> = {
  AF: 'Africa',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'North America',
  OC: 'Oceania',
  SA: 'South America',
}

const CARIBBEAN = 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI'
const CENTRAL_AMERICA = 'BZ CR GT HN MX NI PA SV'

/**
 * Groups of countries that people ask for as they do for continents. The Commonwealth: its Secretariat's list of members. Benelux: the
 * treaty of 1958; the Nordic countries: the Nordic Council, of which Scandinavia is what the word means in English (OED); the Baltic
 * states: the Baltic Assembly; the Balkans: what Encyclopædia Britannica counts as wholly or in part there, without Turkey. The European
 * Union: its own list of members. All others: the United Nations' list of regions (M49), of which Latin America is here all of the
 * Americas but the north; the Middle East is its Western Asia with Egypt and Iran, and without the Caucasus and Cyprus.
 */
const GROUPS = {
  'the States': 'US',
  Scandinavia: 'DK NO SE',
  'the Nordic countries': 'AX DK FI FO GL IS NO SE',
  Benelux: 'BE LU NL',
  'the Baltic states': 'EE LT LV',
  'the Balkans': 'AL BA BG GR HR ME MK RO RS SI XK',
  'the Commonwealth': `AG AU BB BD BN BS BW BZ CA CM CY DM FJ GA GB GD GH GM GY IN JM KE KI KN LC LK LS MT MU MV MW MY MZ NA NG
    NR NZ PG PK RW SB SC SG SL SZ TG TO TT TV TZ UG VC VU WS ZA ZM`,
  'the European Union': 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  'the Caribbean': CARIBBEAN,
  'Central America': CENTRAL_AMERICA,
  'Latin America': `${CARIBBEAN} ${CENTRAL_AMERICA} AR BO BR CL CO EC FK GF GY PE PY SR UY VE`,
  'the Middle East': 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  'East Asia': 'CN HK JP KP KR MN MO TW',
  'South Asia': 'AF BD BT IN IR LK MV NP PK',
  'South-East Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'Central Asia': 'KG KZ TJ TM UZ',
  'Eastern Europe': 'BG BY CZ HU MD PL RO RU SK UA',
  'Western Europe': 'AT BE CH DE FR LI LU MC NL',
  'Southern Europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  'North Africa': 'DZ EG EH LY MA SD TN',
  'West Africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  'East Africa': 'BI DJ ER ET KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW',
  'Southern Africa': 'BW LS NA SZ ZA',
} as const

export type CountryGroup = keyof typeof GROUPS

const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(GROUPS).map(([name, codes]) => [name, new Set(codes.split(/\s+/))]),
)

/** A continent or a group of countries. */
export type PartOfTheWorld = Continent | CountryGroup

export function isIn(country: string, part: PartOfTheWorld): boolean {
  return MEMBERS.get(part)?.has(country) ?? continentOf(country) === part
}

export function partName(part: PartOfTheWorld): string {
  return part in CONTINENT_NAMES ? CONTINENT_NAMES[part as Continent] : part
}

/** Of a country that lies on two: as the United Nations' list of regions (M49) counts it. */
const COUNTED_AS: Readonly<Record<string, Continent>> = { RU: 'EU' }

/** Of an ISO 3166-1 alpha-2 code; nothing for Antarctica and codes that are no country's. */
function continentOf(country: string): Continent | undefined {
  const found = (countries as Readonly<Record<string, { continent: string }>>)[country]?.continent
  return COUNTED_AS[country] ?? (found && found in CONTINENT_NAMES ? (found as Continent) : undefined)
}

/** Where towns are called like British ones, and told apart by state or county. */
const COUNTRIES = ['US', 'CA', 'AU', 'NZ', 'ZA', 'IE', 'GB']

/** Codes of ISO 3166-2 that people write behind a town, and the short forms that came before them: `York, PA`, `Cambridge, Mass.` */
const CODES: ReadonlyMap<string, string> = new Map(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|
  FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|
  MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|
  NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|
  OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|
  VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AB Alberta|BC British Columbia|MB Manitoba|
  NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|
  PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|NSW New South Wales|QLD Queensland|SA South Australia|
  Mass Massachusetts|Va Virginia|Penn Pennsylvania|Conn Connecticut|Calif California|Fla Florida|Mich Michigan|Minn Minnesota|
  Tenn Tennessee|Okla Oklahoma|Ariz Arizona|Nebr Nebraska|Ont Ontario|Que Quebec|TAS Tasmania|VIC Victoria|ACT Australian Capital Territory`
    .split('|')
    .map((entry) => entry.trim())
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
)

const CODES_BY_NAME = Map.groupBy(CODES.keys(), (code) => fold(CODES.get(code) ?? ''))

/** `VA` and `Va` of Virginia. */
export function codesOf(state: string): readonly string[] {
  return CODES_BY_NAME.get(fold(state)) ?? []
}

/** A state or county by its folded name; whether towns of one name are commonly told apart by it. */
export type State = { name: string; countries: readonly string[]; isBritish: boolean; tellsApart: boolean }

/** The state or county that words stand for: `PA` in capitals, `pennsylvania` in any case. */
export function statesOf(exists: readonly KnownPlace[]): (typed: string) => State | undefined {
  const states = new Map<string, State>()
  const add = (name: string, country: string) => {
    const before = states.get(name)
    const tellsApart = before?.tellsApart || COUNTRIES.includes(country)
    const countries = [...new Set([...(before?.countries ?? []), country])]
    states.set(name, { name, countries, isBritish: countries.includes('GB'), tellsApart })
  }
  for (const { admin, country } of exists) if (admin) add(fold(admin), country)
  for (const name of CODES.values()) add(fold(name), 'US')
  return (typed) => states.get(fold(CODES.get(typed.replaceAll('.', '')) ?? typed))
}
