import type { Disc } from './geometry.ts'
import { type Choices, choicesFor, type Field, type Label, placeLabels } from './place-labels.ts'

/** A mark with a name: `w` and `h` are the size of the written name. */
export type Named = { mark: Disc; w: number; h: number }

/** How a name is shown: itself, a number that stands for it, or only in the list below the map. */
export type Shown = { as: 'name' | 'number'; label: Label } | { as: 'list' }

const NAME_REACH = 74
const NUMBER_REACH = 200

/**
 * As many names as fit are written out; the others get a number, which is small and may stand further away. Numbers
 * choose first, so each round that finds a name without a place gives one more number, until all have a place.
 */
export function nameOrNumber(named: readonly Named[], tag: { w: number; h: number }, field: Field): Shown[] {
  const asName = named.map((one) => choicesFor({ ...one, reach: NAME_REACH }, field))
  const asNumber = new Map<number, Choices>()
  for (;;) {
    const tagged = placeLabels([...asNumber.values()], field.taken)
    const names = asName.map((_, at) => at).filter((at) => !asNumber.has(at))
    const written = placeLabels(
      names.flatMap((at) => asName[at] ?? []),
      [...field.taken, ...present(tagged)],
    )
    const failed = names.filter((_, at) => !written[at])
    if (failed.length === 0) {
      return shown(
        named.length,
        { as: 'name', at: names, labels: written },
        { as: 'number', at: [...asNumber.keys()], labels: tagged },
      )
    }
    for (const at of failed) {
      const mark = named[at]?.mark
      if (mark) asNumber.set(at, choicesFor({ mark, ...tag, reach: NUMBER_REACH }, field))
    }
  }
}

type Part = { as: 'name' | 'number'; at: readonly number[]; labels: readonly (Label | undefined)[] }

function shown(count: number, ...parts: readonly Part[]): Shown[] {
  const all: Shown[] = Array.from({ length: count }, () => ({ as: 'list' }))
  for (const { as, at, labels } of parts) {
    for (const [index, place] of at.entries()) {
      const label = labels[index]
      if (label) all[place] = { as, label }
    }
  }
  return all
}

function present(labels: readonly (Label | undefined)[]): Label[] {
  return labels.filter((label) => label !== undefined)
}
