import { atHome, type Locality } from './locality.ts'

type Held = { locality: Locality; how: 'exact' | 'alias' }

/** Places here by all that stands in their own names before where they lie: `stoke` of Stoke-on-Trent. */
export function shortNames(held: ReadonlyMap<string, readonly Held[]>): ReadonlyMap<string, readonly Held[]> {
  const all = held.entries().flatMap(([name, bearers]) => {
    const [, key] = WHERE_IT_LIES.exec(name) ?? []
    return bearers.flatMap(({ locality, how }) =>
      key && how === 'exact' && locality.is === 'place' && atHome(locality)
        ? [{ key, one: { locality, how: 'alias' as const } }]
        : [],
    )
  })
  return new Map(
    Map.groupBy(all, ({ key }) => key)
      .entries()
      .map(([key, some]) => [key, some.map(({ one }) => one)]),
  )
}

/** `Berwick-upon-Tweed`, `Newbiggin-by-the-Sea` */
const WHERE_IT_LIES = /^(.+?) (?:on|upon|under|in|by|le|next) /
