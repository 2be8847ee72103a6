import type { Place } from '../../knowledge/records.ts'
import type { Library } from '../../library/library.ts'
import type { Link } from '../../library/link.ts'
import { covers, type Locality } from '../../places/locality.ts'
import { linkKey } from '../edition.ts'

/** How much a channel cares for a subject (a link's key or a record's id): 1, or `KEEN`. */
export type Interest = (subject: string) => number

/** How many times likelier than others the channel's topics come up early in a round. */
const KEEN = 6

/** Reads `yorkshire, universities`: places, areas and countries by name, anything else as words to look for. */
export function interestIn(about: string, library: Library, links: readonly Link[]): Interest {
  const wishes = wishesOf(about)
  const localities = wishes.flatMap((wish) => library.named(wish).map(({ locality }) => locality))
  const keen = new Set([
    ...linksIn(localities, links),
    ...statementsIn(localities, library),
    ...wishes.flatMap((wish) => saidOf(wish, library)),
  ])
  return (subject) => (keen.has(subject) ? KEEN : 1)
}

/** Those of the wishes that nothing in the folder answers to, so that people can be told. */
export function unmetWishes(about: string, library: Library): readonly string[] {
  return wishesOf(about).filter(
    (wish) => library.named(wish).length === 0 && saidOf(wish, library).length === 0,
  )
}

function wishesOf(about: string): readonly string[] {
  return about
    .split(/[,;\n]/)
    .map((wish) => wish.trim())
    .filter(Boolean)
}

function linksIn(localities: readonly Locality[], links: readonly Link[]): readonly string[] {
  return links
    .filter(({ place, twin }) => liesIn(localities, [place, twin]))
    .flatMap(({ assertions }) => assertions.slice(0, 1).map(linkKey))
}

function statementsIn(localities: readonly Locality[], { knowledge }: Library): readonly string[] {
  if (localities.length === 0) return []
  return [...knowledge.statements.values()]
    .filter(({ places }) =>
      liesIn(
        localities,
        places.map((id) => knowledge.places.get(id)),
      ),
    )
    .map(({ id }) => id)
}

function liesIn(localities: readonly Locality[], places: readonly (Place | undefined)[]): boolean {
  return places.some((place) => place && localities.some((locality) => covers(locality, place)))
}

function saidOf(wish: string, library: Library): readonly string[] {
  const { strength, hits } = library.said(wish)
  return strength === 'none' ? [] : hits.map(({ id }) => id)
}
