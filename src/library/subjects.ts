import type { Subject } from '../answer/answer.ts'
import { countryName } from '../answer/in-words.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { knownPlaceSubject, placeName } from '../places/locality.ts'
import { lasting } from '../search/lazily.ts'
import { fold } from '../search/words/fold.ts'

export function topicSubject(name: string): Subject {
  return { is: 'topic', id: fold(name), name }
}

/** Topics of the folder that stand in running words as they are written here, the longest first. */
export function topicsIn(knowledge: Knowledge): (words: string) => readonly Subject[] {
  const byFirstWord = lasting(() => {
    const inOrder = topicsOf(knowledge).toSorted((one, other) => other.id.length - one.id.length)
    return Map.groupBy(
      inOrder.map((topic, at) => ({ topic, at })),
      ({ topic }) => topic.id.split(' ')[0],
    )
  })
  return (words) => {
    const typed = fold(words).split(' ')
    const around = ` ${typed.join(' ')} `
    return [...new Set(typed)]
      .flatMap((word) => (word === '' ? [] : (byFirstWord().get(word) ?? [])))
      .filter(({ topic }) => around.includes(` ${topic.id} `))
      .sort((one, other) => one.at - other.at)
      .map(({ topic }) => topic)
  }
}

/** What the folder itself calls its topics: of statements, of reports, and the reports' own titles. */
function topicsOf({ statements, reports }: Knowledge): readonly Subject[] {
  const names = [
    ...statements.values().flatMap(({ topics }) => topics),
    ...reports.flatMap(({ title, findings }) => [title, ...findings.map((finding) => finding.title)]),
  ]
  return [...new Map(names.map((name) => [fold(name), topicSubject(name)])).values()]
}

/** Our names for what was remembered by its id alone, as the folder and the list of places have them now. */
export type Vocabulary = {
  /** Undefined when neither of them knows it. */
  nameOf(key: Pick<Subject, 'is' | 'id'>): string | undefined
  /** Whether a link of the place is held: the folder may have grown since somebody asked. */
  isHeld(id: string): boolean
}

/** What it is made from is read when first asked for: 35,000 places take some milliseconds. */
export function vocabularyOf({ knowledge }: { knowledge: Knowledge }): Vocabulary {
  const { places, areas, exists, assertions } = knowledge
  const topics = lasting(() => new Map(topicsOf(knowledge).map(({ id, name }) => [id, name])))
  const known = lasting(() => new Map(exists.map((place) => [place.id, place])))
  const held = lasting(() => new Set(assertions.flatMap(({ place, twin }) => [place, twin])))
  return {
    nameOf({ is, id }) {
      if (is === 'topic') return topics().get(id)
      const place = places.get(id)
      if (place) return placeName(place)
      const other = areas.get(id) ?? known().get(id)
      if (other) return 'kind' in other ? other.name : knownPlaceSubject(other).name
      const country = /^[A-Z]{2}$/.test(id) ? countryName(id) : id
      return country === id ? undefined : country
    },
    isHeld: (id) => held().has(id),
  }
}
