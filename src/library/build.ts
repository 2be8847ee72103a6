import type { Knowledge } from '../knowledge/records.ts'
import { type Gazetteer, gazetteer } from '../places/gazetteer.ts'
import { nearIn } from '../places/reading/near.ts'
import { readPlacesIn } from '../places/reading/read-places.ts'
import { spelledAsPlace } from '../places/reading/spelled.ts'
import { lazily } from '../search/lazily.ts'
import type { Library } from './library.ts'
import { saidIn } from './said.ts'
import { topicsIn } from './subjects.ts'
import { suggestions } from './suggest.ts'

/** Reads a clean folder into memory, once. What only rare questions need is built when the first of them comes. */
export function buildLibrary(knowledge: Knowledge, names: Gazetteer = gazetteer(knowledge)): Library {
  const readPlaces = readPlacesIn(names, nearIn(names, knowledge.exists))
  const spelled = spelledAsPlace(names)
  const saidOf = saidIn(knowledge)
  const reader: Library['reader'] = () => {
    const { places, near } = readPlaces()
    return (words) => {
      const said = (within?: ReadonlySet<string>) => saidOf(words, spelled(near()), within)
      const ofAll = lazily(() => said())
      return { ...places(words), said: (within) => (within ? said(within) : ofAll()) }
    }
  }
  const read = (words: string) => reader()(words)
  return {
    knowledge,
    reader,
    who: (question, { guess = true } = {}) => (guess ? read(question).asMeant() : read(question).asTyped()),
    named: (words) => read(words).named(),
    said: (question, { within } = {}) => read(question).said(within),
    topicsIn: topicsIn(knowledge),
    suggest: suggestions(knowledge),
  }
}
