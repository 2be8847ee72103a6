import { SHORT_FORMS, wordsOf } from '../words/fold.ts'

/** Calls back with each folded word, where it stands, and whether a hyphen ties it to the word before. */
type Visit = (word: string, start: number, end: number, tied: boolean) => void

/** The words of running text; `city's` is `city`. Plain text takes the short way, which gives the same words. */
export function eachWord(text: string, visit: Visit): void {
  if (!ASCII.test(text)) {
    let last = -1
    for (const { text: word, start, end } of wordsOf(text)) {
      const owned = POSSESSIVE.test(text.slice(start, end)) ? word.slice(0, -1) : word
      visit(owned, start, end, start === last + 1 && HYPHEN.test(text.charAt(last)))
      last = end
    }
    return
  }
  const lower = text.toLowerCase()
  let last = -1
  for (const match of lower.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    visit(plain(match[0]), start, end, start === last + 1 && lower.charCodeAt(last) === 45)
    last = end
  }
}

function plain(word: string): string {
  const short = SHORT_FORMS.get(word)
  if (short !== undefined || !MARKED.test(word)) return short ?? word
  const letters = word.replace(POSSESSIVE, '').replace(/[^a-z0-9]/g, '')
  return POSSESSIVE.test(word) ? letters : (SHORT_FORMS.get(letters) ?? letters)
}

const ASCII = /^[\0-\x7f]*$/
const WORD = /(?:[a-z]\.){2,}|[a-z0-9]+(?:['`][a-z0-9]+)*|&/g
const MARKED = /[^a-z0-9]/
const POSSESSIVE = /['’`]s$/i
const HYPHEN = /[-‐‑]/
