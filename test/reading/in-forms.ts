import { CONTINENT_NAMES } from '../../src/places/countries.ts'
import type { Locality } from '../../src/places/locality.ts'
import { FILLERS, ORDER_WORDS } from '../../src/search/words/fillers.ts'
import { fold } from '../../src/search/words/fold.ts'
import type { OpenedFolder } from '../real-folder.ts'
import { heldIn } from './names-held.ts'

const FORMS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name}'s twins`,
  (name) => `${name}' partner cities`,
  (name) => `what’s ${name}’s oldest twin?`,
  (name) => `oldest twin of ${name}`,
  (name) => `${name}'s first twin`,
  (name) => `${name} longest twinning`,
  (name) => `what is ${name}'s most recent partnership`,
  (name) => `is ${name} still twinned`,
  (name) => `is ${name.toLowerCase()} still twinned?`,
  (name) => `${name} and Germany`,
]

/** There is a town called Of, one called Most and one called Asia, which only who types nothing else can mean. */
export function isOnlyName(name: string): boolean {
  const isContinent = Object.values<string>(CONTINENT_NAMES).includes(name)
  return !isContinent && !FILLERS.has(fold(name)) && !ORDER_WORDS.has(fold(name))
}

/** Asks a folder for names in every form: which answers find something of another place. */
export function inForms({ knowledge, desk, library }: OpenedFolder) {
  const { calledSo, ofOthers } = heldIn(knowledge)

  function wrongAnswers(names: readonly string[]): readonly string[] {
    return names.flatMap((name) => {
      const places = placesCalled(name)
      return FORMS.map((form) => form(name)).flatMap((question) => {
        // Palestine and Germany are both abroad, and have Sheffield in common.
        const isShared = question.endsWith(' and Germany') && places.some(({ is }) => is === 'country')
        const others = ofOthers(desk.answer(question), isShared ? [...places, GERMANY] : places, name)
        return others.length > 0 ? [`${question} → ${others.slice(0, 3)}`] : []
      })
    })
  }

  /** Holland is a town in Michigan, and a name of a country that we hold links of. */
  function placesCalled(name: string): readonly Locality[] {
    const who = library.who(name, { guess: false })
    const read = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
    return [...calledSo(name), ...read, ...(who.how === 'several' ? who.choices : [])]
  }

  return { wrongAnswers, placesCalled }
}

const GERMANY: Locality = { is: 'country', code: 'DE', name: 'Germany' }
