import type { Day, Finding, Subject } from '../answer/answer.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { type Gazetteer, gazetteer } from '../places/gazetteer.ts'
import type { Meant, PlacesNamed, Who } from '../places/meant.ts'
import { spelledAsPlace } from '../places/reading/correct-spelling.ts'
import { nearIn } from '../places/reading/near.ts'
import { readPlacesIn } from '../places/reading/read-places.ts'
import { lasting, lazily, remembered } from '../search/lazily.ts'
import { findingById } from './finding.ts'
import { type Said, saidIn, writtenIn } from './said.ts'
import { topicsIn } from './subjects.ts'
import { type Only, suggestions } from './suggest.ts'

/** One question, read as far as somebody wants to know: each way of reading it is gone once. */
export type ReadQuestion = PlacesNamed & {
  /** What is said about it. `within` limits the search to these record ids. */
  said(within?: ReadonlySet<string>): Said
}

export type Library = {
  knowledge: Knowledge
  /** Begins a question, and gives what reads its words, or a part of them. The others are short for one way of reading. */
  reader(): (words: string) => ReadQuestion
  /** The places of a question that is about places; without `guess`, as they are typed. */
  who(question: string, options?: { guess?: boolean }): Who
  /** Places named anywhere in running words, exactly or by another name; never corrected. */
  named(words: string): readonly Meant[]
  /** `within` limits the search to these record ids. */
  said(question: string, options?: { within?: ReadonlySet<string> }): Said
  /** Whether a folded word stands in a statement as it is. */
  isWritten(word: string): boolean
  /** Topics of the folder that stand in running words as they are written here, the longest first. */
  topicsIn(words: string): readonly Subject[]
  /** A statement as it is shown on that day; throws where the folder holds none of that id. */
  finding(id: string, today: Day): Finding
  /** Completions of a place, country, area, report topic, best first; or of one kind only. */
  suggest(typed: string, k: number, only?: Only): readonly string[]
}

/** Reads a clean folder into memory, once. What only rare questions need is built when the first of them comes. */
export function buildLibrary(knowledge: Knowledge, given?: Gazetteer): Library {
  const names = lasting(() => {
    const all = given ?? gazetteer(knowledge)
    return { readPlaces: readPlacesIn(all, nearIn(all, knowledge.exists)), spelled: spelledAsPlace(all) }
  })
  const saidOf = saidIn(knowledge)
  const reader: Library['reader'] = () => {
    const { readPlaces, spelled } = names()
    const { places, near, gazetteer } = readPlaces()
    return (words) => {
      const said = (within?: ReadonlySet<string>) => saidOf(words, spelled(near(), gazetteer), within)
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
    isWritten: writtenIn(knowledge),
    topicsIn: topicsIn(knowledge),
    // The same statements are shown over and over, and each is the same all day.
    finding: remembered(
      (id: string, today: Day) => findingById(id, knowledge, today),
      knowledge.statements.size,
    ),
    suggest: suggestions(knowledge),
  }
}
