import { entriesById } from '../../knowledge/changed-values.ts'
import type { Fields } from '../../knowledge/file/entry-lines.ts'
import type { Kind } from '../../knowledge/kinds/kind.ts'
import { placeLookup } from '../../knowledge/place-lookup.ts'
import type { Place } from '../../knowledge/records.ts'
import type { OpenFolder } from '../folder/open-folder.ts'
import { slug } from './source.ts'

/**
 * In which file an entry stands best, as the folder is kept: where most entries are of the same place, region or nation;
 * else in the file that is called as one of its own words (`decided.yml`); else in `added.yml`.
 */
export function fileFor(
  { folder }: Kind,
  { entry, places }: { entry: Fields; places: readonly Place[] },
  { paths, textOf, knowledge }: OpenFolder,
): string {
  const files = paths.filter((path) => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
  const [home] = places
  const named = placeLookup([...knowledge.places.values()])
  const points = files.map((path) => {
    const bytes = new TextEncoder().encode(textOf(path) ?? '')
    const there = [...entriesById([{ path, bytes }]).values()].flatMap(({ value }) =>
      named(String(value.place ?? '')),
    )
    return { path, points: home ? there.reduce((sum, one) => sum + nearness(one, home), 0) : 0 }
  })
  const best = points.toSorted((a, b) => b.points - a.points)[0]
  if (best && best.points > 0) return best.path
  const words = Object.values(entry).flatMap((value) => (typeof value === 'string' ? [slug(value)] : []))
  return files.find((path) => words.some((word) => path === `${folder}/${word}.yml`)) ?? `${folder}/added.yml`
}

function nearness(one: Place, other: Place): number {
  if (one.id === other.id) return 1000
  if (one.region !== undefined && one.region === other.region) return 1
  return one.nation !== undefined && one.nation === other.nation && one.region === other.region ? 1 : 0
}
