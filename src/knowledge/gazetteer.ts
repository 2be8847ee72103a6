import type { Written } from './file/spot.ts'
import type { WrittenPlace } from './kinds/place.ts'

/** The places that a name, a name with a country (`Dortmund, DE`) or an id stands for: none, one, or several. */
export type Gazetteer = (written: string) => readonly Written<WrittenPlace>[]

export function gazetteerOf(places: readonly Written<WrittenPlace>[]): Gazetteer {
  const byId = new Map(places.map((place) => [place.value.id, [place]]))
  const byName = new Map<string, Written<WrittenPlace>[]>()
  for (const place of places) {
    for (const name of new Set([place.value.name, ...(place.value.also ?? [])].map(folded))) {
      const namesakes = byName.get(name)
      if (namesakes) namesakes.push(place)
      else byName.set(name, [place])
    }
  }
  return (written) => {
    const [, name = written, country] = /^(.+), *([A-Z]{2})$/.exec(written) ?? []
    const named = byName.get(folded(name)) ?? []
    return byId.get(written) ?? (country ? named.filter(({ value }) => value.country === country) : named)
  }
}

function folded(name: string): string {
  return name.toLowerCase()
}
