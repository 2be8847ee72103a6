import { type Answer, findingsOf } from '../../src/answer/answer.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { covers, type Locality } from '../../src/places/locality.ts'
import { bare as bareName } from '../bare-name.ts'

/** All names by which a folder holds something, and which findings are of something else. */
export function heldIn(knowledge: Knowledge) {
  /** What we hold, with all its names; a bracket only tells namesakes apart. */
  const held: readonly { locality: Locality; names: readonly string[] }[] = [
    ...[...knowledge.places.values()].map((place) => ({
      locality: { is: 'place' as const, place },
      names: [place.name, place.name.replace(/\s*\([^)]*\)/g, ''), ...place.also],
    })),
    ...[...knowledge.areas.values()].map((area) => ({
      locality: { is: 'area' as const, area },
      names: [area.name, ...area.also],
    })),
  ]

  const byName = Map.groupBy(
    held.flatMap(({ locality, names }) => [...new Set(names.map(bare))].map((name) => ({ name, locality }))),
    ({ name }) => name,
  )

  /** What we hold under this very name, by no folding of the library's. */
  function calledSo(name: string): readonly Locality[] {
    return (byName.get(bare(name)) ?? []).map(({ locality }) => locality)
  }

  /** Findings of an answer that are of none of these places, and do not speak of the name either. */
  function ofOthers(answer: Answer, places: readonly Locality[], name: string): readonly string[] {
    return findingsOf(answer)
      .filter(({ id, says = '', quote = '' }) => {
        const about = knowledge.statements.get(id)?.places ?? []
        // What is said of a council is of the place that it is called after, by whichever of its names that was asked for.
        const names = [name, ...places.flatMap((one) => (one.is === 'place' ? [one.place.name] : []))]
        if (about.length === 0) return !names.some((one) => bare(says + quote).includes(bare(one)))
        return !about.some((one) => places.some((place) => isIn(place, one)))
      })
      .map(({ id }) => id)
  }

  function isIn(locality: Locality, id: string): boolean {
    const place = knowledge.places.get(id)
    return place !== undefined && covers(locality, place)
  }

  return { held, calledSo, ofOthers }
}

/** “&” is “and” here. */
function bare(name: string): string {
  return bareName(name.replace(/&/g, 'and'))
}
