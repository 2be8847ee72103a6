import { lazily } from '../../search/lazily.ts'
import { isEnglish } from '../../search/text/english.ts'
import type { MayRead } from '../../search/text/terms-asked.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Near } from './near.ts'

/**
 * In running words, too, a slip is only read as the name of a place where the place would be: `Rayliegh` is Rayleigh,
 * which exists, and not Raleigh, which the texts happen to know.
 */
export function spelledAsPlace({ held, inside }: Gazetteer): (near: Near) => MayRead {
  const names = lazily(() => {
    const words = [...held.keys(), ...inside.keys()].flatMap((name) => name.split(' '))
    return new Set(words.filter((word) => !isEnglish(word)))
  })
  return (near) => (typed, word) =>
    !names().has(word) || near.corrected(typed)?.name.split(' ').includes(word) === true
}
