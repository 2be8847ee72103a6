import type { Link } from '../library/link.ts'
import { atHome, covers, type Locality, localityName } from '../places/locality.ts'

/** What the named places together ask for. */
export type Scope = {
  name: string
  /** The question, to be typed again. */
  ask: string
  localities: readonly Locality[]
  links: readonly Link[]
  /** Two places on one side of their links: what do they share? */
  shared?: { one: Side; other: Side }
}

const AND = new Intl.ListFormat('en-GB')

export type Side = { locality: Locality; links: readonly Link[] }

/**
 * One locality: its links, from either end. Two on opposite sides (`Leeds Germany`): the links between them. Two on
 * one side (`Leeds Sheffield`): what they share. A locality around another (`Leeds West Yorkshire`) only says which.
 */
export function scopeOf(named: readonly Locality[], links: readonly Link[]): Scope {
  const once = [...new Map(named.map((one) => [localityName(one), one])).values()]
  const localities = once.filter((one) => !once.some((other) => other !== one && surrounds(one, other)))
  const name = AND.format(localities.map(localityName))
  const ask = `twins ${name}`
  const [one, other] = localities
  if (one && other && localities.length === 2 && atHome(one) === atHome(other)) {
    const shared = {
      one: { locality: one, links: touching(one, links) },
      other: { locality: other, links: touching(other, links) },
    }
    return { name, ask, localities, links: [], shared }
  }
  const homes = localities.filter(atHome)
  const fars = localities.filter((locality) => !atHome(locality))
  const between = links.filter(
    ({ place, twin }) =>
      (homes.length === 0 || homes.some((home) => covers(home, place))) &&
      (fars.length === 0 || fars.some((far) => covers(far, twin))),
  )
  return { name, ask, localities, links: between }
}

function touching(locality: Locality, links: readonly Link[]): readonly Link[] {
  return links.filter(({ place, twin }) => covers(locality, atHome(locality) ? place : twin))
}

function surrounds(outer: Locality, inner: Locality): boolean {
  if (inner.is === 'place' && outer.is !== 'place') return covers(outer, inner.place)
  return outer.is === 'country' && outer.code === 'GB' && inner.is === 'area'
}
