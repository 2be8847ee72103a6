import type { Knowledge } from '../../knowledge/records.ts'
import { fold } from '../../search/words/fold.ts'

/** The ids of the council areas in the county that a name stands for. */
export function councilsIn(
  written: string,
  { councils, areas }: Pick<Knowledge, 'councils' | 'areas'>,
): ReadonlySet<string> {
  const county = fold(written)
  return new Set([
    ...councils.flatMap(({ id, counties }) => (counties.some((one) => fold(one) === county) ? [id] : [])),
    ...areas
      .values()
      .filter(
        ({ kind, name, also }) => kind === 'county' && [name, ...also].some((one) => fold(one) === county),
      )
      .flatMap(({ members }) => members),
  ])
}
