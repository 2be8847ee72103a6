import { countryName } from '../../answer/in-words.ts'
import { line, lineOrNumber, list } from '../fields/fields.ts'
import { namesPlace, namesTheme } from '../fields/marks.ts'
import type { OnLink } from '../records-on-links.ts'
import type { Held } from './kind.ts'

/** What is recorded of a link beside how it stands, or of all links of a place: the fields that say which. */
export const onLink = {
  place: namesPlace(lineOrNumber('The UK place whose links it is about, as named in places/, or its id.')),
  twin: namesPlace(
    lineOrNumber('The other place, where it is about one link: Dortmund, DE, or its GeoNames id.'),
  ).optional(),
}

/** Beside one source’s words on a link, so that what it is about has a citation and a day. */
export const themes = list(
  namesTheme(line('A theme of words/: culture, education, climate.')),
  'What the link is about, as the source says.',
).optional()

type Written = { place: string; twin?: string | undefined; country?: string | undefined }

/** The same with ids for names. */
export function onLinkOf<T extends Written>(written: T, { placeNamed }: Held): T & OnLink {
  const { place, twin } = written
  return { ...written, place: placeNamed(place).id, ...(twin && { twin: placeNamed(twin).id }) }
}

/** `Sheffield – Anshan, China`; `Leeds – a partner in Ukraine` where none was chosen; `Leeds` where all links are meant. */
export function endsInWords({ place, twin, country }: OnLink, { placeNamed }: Held): string {
  const home = placeNamed(place).name
  if (twin) {
    const other = placeNamed(twin)
    return `${home} – ${other.name}, ${countryName(other.country)}`
  }
  return country ? `${home} – a partner in ${countryName(country)}` : home
}

export function idsOf({ place, twin }: OnLink): readonly string[] {
  return twin ? [place, twin] : [place]
}
