import { findingsOf } from '../../src/answer/answer.ts'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { createSearch } from '../../src/search/create-search.ts'
import { isEnglish } from '../../src/search/text/english.ts'
import { fold } from '../../src/search/words/fold.ts'
import { chance } from './chance.ts'
import { folder } from './folder.ts'
import { nonsense } from './name-questions.ts'
import { places } from './places.ts'
import { mistyped } from './typing.ts'

/** Any day will do: it only says which checks are overdue. */
const DAY = '2026-11-24'

/** How often the product answers what it should not. Every number but `names` and `nonsense` ought to be 0. */
export type Gate = {
  nonsense: number
  nonsenseAnswered: number
  nonsenseAnsweredAmongNames: number
  /** Places that exist and hold nothing, by name. */
  names: number
  answeredTypedRight: number
  answeredWithOneError: number
  /** Without a command, where the words of the texts are looked for as well. */
  answeredBare: number
  answeredBareWithOneError: number
}

export async function gateBench(every: number): Promise<Gate> {
  const knowledge = await folder()
  const built = buildLibrary(knowledge)
  const { who } = built
  const desk = createDesk(built, () => DAY)
  const { answer } = createSearch(places(10_000))
  const words = nonsense(200)
  const names = strangers(knowledge).filter((_, at) => at % every === 0)
  const random = chance(5)
  // A typing error may give the very name of a place that we hold: who types Raleigh for Rayleigh has typed Raleigh.
  const isAnswered = (typed: string) => {
    const found = who(typed)
    return (
      found.how === 'meant' &&
      !(found.meant[0].how !== 'corrected' && fold(found.meant[0].typed) === fold(typed))
    )
  }
  const isAnsweredBare = (typed: string) => {
    const links = findingsOf(desk.answer(typed)).filter(({ kind }) => kind === 'twinning')
    const isName = ['meant', 'several'].includes(who(typed, { guess: false }).how)
    // An error may also give a word: who types End for Enid has typed one.
    return links.length > 0 && !isName && !isEnglish(fold(typed))
  }
  const slips = names.map((name) => mistyped(name, random))
  return {
    nonsense: words.length,
    nonsenseAnswered: words.filter(isAnswered).length,
    nonsenseAnsweredAmongNames: words.filter((word) => answer(word).strength === 'answer').length,
    names: names.length,
    answeredTypedRight: names.filter(isAnswered).length,
    answeredWithOneError: slips.filter(isAnswered).length,
    answeredBare: names.filter(isAnsweredBare).length,
    answeredBareWithOneError: slips.filter(isAnsweredBare).length,
  }
}

/** Names of the wide list that nothing we hold is called by: another Wellington is not asked for here. */
function strangers(knowledge: ReturnType<typeof folder>): string[] {
  const { named } = buildLibrary({ ...knowledge, exists: [] })
  const held = new Set(
    [...knowledge.places.values(), ...knowledge.areas.values()].flatMap(({ name, also }) =>
      [name, ...also].map(fold),
    ),
  )
  const names = new Set(knowledge.exists.map(({ name }) => name))
  return [...names].filter((name) => !held.has(fold(name)) && named(name)[0]?.typed !== name)
}
