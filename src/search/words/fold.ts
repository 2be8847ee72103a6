/** A word of a text. `text` is folded; `start` and `end` are UTF-16 positions in the text as it was written. */
export type Word = { text: string; start: number; end: number }

/** `Leeds's` as `leeds`, and without the end it was written with. */
export function withoutPossessive(word: Word, written: string): Word {
  return /['’]s$/i.test(written.slice(word.start, word.end))
    ? { ...word, text: word.text.slice(0, -1), end: word.end - 2 }
    : word
}

/**
 * The words of a text, each folded on its own, so that a position is always that of the original: case and accents
 * away, `ß` as `ss`, ligatures opened, apostrophes dropped, `U.S.A.` as `usa`, `&` as `and`, `St` as `saint`.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = foldWord(match[0])
    if (folded) words.push({ text: folded, start: match.index, end: match.index + match[0].length })
  }
  return words
}

/** The words of a text with one space between: `Kingston upon Hull` and `kingston-upon-hull` are the same. */
export function fold(text: string): string {
  const lower = latin(text.toLowerCase()).replaceAll('-', ' ')
  if (PLAIN.test(lower) && !ABBREVIATED.test(lower)) return lower
  let folded = ''
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0])
    if (word) folded += folded ? ` ${word}` : word
  }
  return folded
}

/** For each letter of `fold(text)`, where what it comes from stands in the text: both letters of `ss` at a `ß`. */
export function placesOf(text: string): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  for (const { text: folded, start, end } of wordsOf(text)) {
    if (places.length > 0) places.push([start, start])
    const letters = lettersOf(text.slice(start, end), start)
    const isWhole = letters.map(({ folded }) => folded).join('') === folded
    // What only makes sense as a whole, such as `St` for Saint, is marked as a whole.
    if (isWhole) for (const { folded, place } of letters) for (const _ of folded.split('')) places.push(place)
    else for (let at = 0; at < folded.length; at++) places.push([start, end])
  }
  return places
}

/** Letters with the marks that follow them. */
function lettersOf(word: string, start: number) {
  return [...word.matchAll(/\P{M}[\p{M}\u00ad\u200b-\u200d\u2060]*/gu)].map(({ 0: letter, index }) => ({
    folded: foldWord(letter),
    place: [start + index, start + index + letter.length] as const,
  }))
}

/** One word without spaces, as `wordsOf` folds it. */
function foldWord(word: string): string {
  const lower = ASCII.test(word) ? word.toLowerCase() : bare(word)
  const letters =
    lower === '&' || LETTERS.test(lower) ? lower : lower.replace(NOT_A_LETTER, '').replace(MARKS_FIRST, '')
  return SHORT_FORMS.get(letters) ?? letters
}

/** The usual accented letters one by one, which is quicker than taking the whole name apart; others are left. */
function latin(lower: string): string {
  let [plain, from] = ['', 0]
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at)
    if (code < 0xc0 || code >= 0x250) continue
    LATIN[code] ??= bare(lower.charAt(at))
    plain += lower.slice(from, at) + LATIN[code]
    from = at + 1
  }
  return from === 0 ? lower : plain + lower.slice(from)
}

const LATIN: (string | undefined)[] = Array(0x250).fill(undefined)

/** Accents go from Latin, Greek and Cyrillic letters only: in other scripts a mark is a vowel. */
function bare(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u02b0-\u036f\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(OWN_LETTER, (letter) => OWN_LETTERS[letter] ?? letter)
    .normalize('NFC')
}

const WORD =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*(?:['’ʼ‘`´][\p{L}\p{N}\p{M}\u00ad]+)*|&/gu
/** Most names are plain words with single spaces, and folded as soon as they are in lower case. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/
const ABBREVIATED = /\bste?\b/
const ASCII = /^[\x20-\x7e]*$/
const LETTERS = /^[a-z0-9]+$/
const NOT_A_LETTER = /[^\p{L}\p{N}\p{M}]/gu
/** Signs such as `\ufc5e` count as letters and are taken apart into a space and marks, which are no word. */
const MARKS_FIRST = /^\p{M}+/u

/** Letters that Unicode does not take apart. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
}
const OWN_LETTER = new RegExp(`[${Object.keys(OWN_LETTERS).join('')}]`, 'g')

/** Read as the whole word, wherever they stand alone. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['&', 'and'],
])
