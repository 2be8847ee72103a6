import type { KnownPlace } from '../knowledge/records.ts'
import { fold } from '../search/words/fold.ts'

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
