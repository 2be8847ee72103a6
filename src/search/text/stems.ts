import { stemmer } from 'stemmer'

/**
 * The stem of a folded word, so that `collaborations` finds `collaborate`: Porter's, after American and British
 * spellings have been brought together. Words in other letters than a to z stay as they are.
 */
export function stemOf(word: string): string {
  if (!LATIN.test(word) || SHORT_IN_S.test(word)) return word
  let spelled = word
  if (word.length > 5) for (const [from, to] of SPELLINGS) spelled = spelled.replace(from, to)
  return stemmer(spelled)
}

const LATIN = /^[a-z]{3,}$/
/** `gas` and `bus` are no plurals, nor is `uks` one of `uk`. */
const SHORT_IN_S = /^..s$/

/** Pairs that only ever bring the same word together; `advertise` as `advertize` does no harm when both sides do it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1'],
  [/lys(e|ed|es|er|ing)$/, 'lyz$1'],
  [/([bdhilmnpv])our/, '$1or'],
  [/([bt])re(s?)$/, '$1er$2'],
  [/ogue(s?)$/, 'og$1'],
  [/gramme(s?)$/, 'gram$1'],
  [/^oe/, 'e'],
  [/aem/, 'em'],
  [/paed/, 'ped'],
]
