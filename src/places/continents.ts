import { countries } from 'countries-list'

export type Continent = 'AF' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA'

export const CONTINENT_NAMES: Readonly<Record<Continent, string>> = {
  AF: 'Africa',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'North America',
  OC: 'Oceania',
  SA: 'South America',
}

/** Of a country that lies on two: as the United Nations' list of regions (M49) counts it. */
const COUNTED_AS: Readonly<Record<string, Continent>> = { RU: 'EU' }

/** Of an ISO 3166-1 alpha-2 code; nothing for Antarctica and codes that are no country's. */
export function continentOf(country: string): Continent | undefined {
  const found = (countries as Readonly<Record<string, { continent: string }>>)[country]?.continent
  return COUNTED_AS[country] ?? (found && found in CONTINENT_NAMES ? (found as Continent) : undefined)
}
