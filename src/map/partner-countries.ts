import type { Feature } from 'geojson'
import countries from 'i18n-iso-countries'
import type { Outlines } from './outlines.ts'

/** A country of the map with the name that labels give it. */
export type Partner = { name: string; shape: Feature }

/** The outlines of the countries in which there is a place, each once. A place without a code tints nothing. */
export function partnerCountries(
  spots: readonly { country: string; code?: string }[],
  { countries: { features } }: Outlines,
): Partner[] {
  const named = new Map(spots.flatMap(({ code, country }) => (code ? [[code, country] as const] : [])))
  return [...named].flatMap(([code, name]) => {
    const shape = features.find(({ id }) => id !== undefined && id === countries.alpha2ToNumeric(code))
    return shape ? [{ name, shape }] : []
  })
}
