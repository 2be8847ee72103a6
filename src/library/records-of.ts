import { countryName } from '../answer/country-name.ts'
import { WEIGHT } from '../knowledge/kinds/kind.ts'
import type { Knowledge, Statement } from '../knowledge/records.ts'
import type { Field } from '../search/text/text-index.ts'

/** A record as the words it can be found by. `says` and `quote` as they are shown, for marking. */
export type Recorded = { id: string; says?: string; quote?: string; fields: readonly Field[] }

/** Every statement by the words of its own kind, and by what all kinds share: what is said and quoted, where, and by whom. */
export function recordsOf(knowledge: Knowledge): readonly Recorded[] {
  return [...knowledge.statements.values()].map((statement) => {
    const { id, says, quote, words, topics, places } = statement
    const fields = [
      ...words,
      ...topics.map((text) => ({ text, weight: WEIGHT.topics })),
      { text: says ?? '', weight: WEIGHT.says },
      { text: quote ?? '', weight: WEIGHT.quote },
      ...places.map((place) => ({ text: placeWords(place, knowledge), weight: WEIGHT.places })),
      ...sources(statement, knowledge),
    ]
    return { id, says, quote, fields }
  })
}

function placeWords(id: string, { places }: Knowledge): string {
  const place = places.get(id)
  return place ? [place.name, ...place.also, countryName(place.country)].join('. ') : ''
}

/** By who made them; a body that did only where the kind says so. */
function sources({ source, citing, foundByBodies }: Statement, knowledge: Knowledge): Field[] {
  return [source, citing].flatMap((id) => {
    const found = id === undefined ? undefined : knowledge.sources.get(id)
    if (!found) return []
    const authors = found.author.map(
      ({ family, literal }) => family ?? (foundByBodies ? literal : undefined) ?? '',
    )
    return [{ text: `${mainTitle(found.title)} ${authors.join(' ')}`, weight: WEIGHT.around }]
  })
}

/**
 * Without its subtitle, and without the publisher: a claim is not about universities because Yorkshire Universities
 * published it, and a word that many records have for such a reason finds none of them.
 */
function mainTitle(title: string): string {
  return title.split(': ')[0] ?? title
}
