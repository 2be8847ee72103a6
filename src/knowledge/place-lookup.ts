/** What tells which place is meant. */
export type NamedPlace = { id: string; name: string; country: string; also?: readonly string[] | undefined }

/** The places that a name, a name with a country (`Dortmund, DE`) or an id stands for: none, one, or several. */
export type PlaceLookup<P extends Partial<NamedPlace>> = (written: string | undefined) => readonly P[]

export function placeLookup<P extends Partial<NamedPlace>>(places: readonly P[]): PlaceLookup<P> {
  const byId = new Map(places.map((place) => [place.id, [place]]))
  const byName = new Map<string, P[]>()
  for (const place of places) {
    for (const name of new Set([place.name ?? [], place.also ?? []].flat().map(folded))) {
      const namesakes = byName.get(name)
      if (namesakes) namesakes.push(place)
      else byName.set(name, [place])
    }
  }
  return (written) => {
    if (written === undefined) return []
    const [, name = written, country] = /^(.+), *([A-Z]{2})$/.exec(written) ?? []
    const named = byName.get(folded(name)) ?? []
    return byId.get(written) ?? (country ? named.filter((place) => place.country === country) : named)
  }
}

/** `Newport, Telford and Wrekin`: a name, and the council area or county that tells it from its namesakes. */
export function nameAndCounty(written: string): { name: string; county: string } | undefined {
  const [, name, county] = /^([^,]+), *(.+)$/.exec(written) ?? []
  return name && county ? { name, county } : undefined
}

function folded(name: string): string {
  return name.toLowerCase()
}
