import { lasting } from '../../search/lazily.ts'
import { isEnglish } from '../../search/text/english.ts'
import type { MayRead } from '../../search/text/terms-asked.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Near } from './near.ts'

/**
 * In running words, too, a slip is only read as the name of a place where the place would be: `Rayliegh` is Rayleigh,
 * which exists, and not Raleigh, which the texts happen to know. And what names a place, or is a slip from a name that we
 * hold, is read as no other word: Kent is not `kept`, nor `Leds` `led`.
 */
export function spelledAsPlace({
  held,
  inside,
}: Gazetteer): (near: Near, thisQuestion: Gazetteer) => MayRead {
  const names = lasting(() => {
    const words = [...held.keys(), ...inside.keys()].flatMap((name) => name.split(' '))
    return new Set(words.filter((word) => !isEnglish(word)))
  })
  return (near, { existing, heldOneSlipFrom }) =>
    (typed, word) => {
      const isPlace = names().has(word)
      if (!isPlace) return existing(typed).length === 0 && heldOneSlipFrom(typed).length === 0
      return near.corrected(typed)?.name.split(' ').includes(word) === true
    }
}
