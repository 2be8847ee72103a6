import type { Talk } from '../answer/answer.ts'
import type { Area, Knowledge } from '../knowledge/records.ts'
import { areasCovered, NO_AREAS } from '../library/coverage.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import { compiled, phrasesIn, without } from './grammar/phrases.ts'
import { ALONE, HELD, OF_A_MISTAKE, TALK_PHRASES } from './talk-phrases.ts'

const COMPILED = compiled([...TALK_PHRASES, ...OF_A_MISTAKE])
const COMPILED_MISTAKE = compiled(OF_A_MISTAKE)
const COMPILED_HELD = compiled(HELD)
const LEADS_TO_AN_AREA: ReadonlySet<string> = new Set('of in for across the'.split(' '))

/** `coverage of Wales`, `Wales coverage`, `where has nobody looked in the North East?`: the area of which somebody asks what is held. */
export function coverageAsked(text: string, knowledge: Pick<Knowledge, 'areas'>): Area | undefined {
  const words = wordsOf(text)
  const [said] = phrasesIn(words, COMPILED_HELD)
  if (!said || (said.from > 0 && said.to < words.length)) return undefined
  const rest = words.toSpliced(said.from, said.to - said.from).map(({ text }) => text)
  const name = rest
    .slice(
      Math.max(
        0,
        rest.findIndex((word) => !LEADS_TO_AN_AREA.has(word)),
      ),
    )
    .join(' ')
  const isSo = (one: string) => fold(one) === name || fold(one).replace(/^the /, '') === name
  return areasCovered(knowledge, NO_AREAS).find((area) => [area.name, ...area.also].some(isSo))
}

/** What is surely said to Hansa, whatever else stands beside it: of a mistake, or of its digest. */
export function talkAround(text: string): Talk | undefined {
  const words = wordsOf(text)
  const [mistake] = phrasesIn(words, COMPILED_MISTAKE)
  if (mistake || WRONG.test(text)) return 'mistake'
  return words.some((word) => OF_THE_DIGEST.has(word.text) && !isJoined(word, text)) ? 'digest' : undefined
}

/** `digest-free`, `digest_on`, `digest’s`: no more than a part of what is written there. */
function isJoined({ start, end }: Word, typed: string): boolean {
  return /[-\u2010\u2011_'’]/.test(typed.slice(Math.max(0, start - 1), end + 1))
}

/** At the end: `your entry for Leeds is wrong`; `what is wrong with twinning` is a matter. */
const WRONG =
  /^(?!is|are|was|why|who|what).*\b(is|are|was|looks|seems) (just |simply |plain |all )?(wrong|incorrect|inaccurate)[.!\s]*$/i
const OF_THE_DIGEST: ReadonlySet<string> = new Set(
  'digest digests subscribe unsubscribe subscribed'.split(' '),
)

/** `do you speak Welsh?`, `how do I delete you?`: asked of Hansa itself, and not for what it holds (`do you have anything on …`). */
export function isToHansa(text: string): boolean {
  const words = wordsOf(text).map(({ text }) => text)
  const [first = '', second = '', third = ''] = words
  if (words.includes('hansa') || YOU.has(words.at(-1) ?? '')) return true
  return ASKS.has(first) && YOU.has(second) && !ASKS_FOR_MATTER.has(third)
}

const YOU: ReadonlySet<string> = new Set(['you', 'yourself'])
const ASKS: ReadonlySet<string> = new Set('are can could did do does were will would'.split(' '))
const ASKS_FOR_MATTER: ReadonlySet<string> = new Set(
  'cover find get give got have help hold know list need read recommend say see show suggest tell think want'.split(
    ' ',
  ),
)

/** Words of talk that change nothing: `cheers, that’s really helpful`. */
const BESIDE: ReadonlySet<string> = new Set(
  'very really so thats thx all good great nice lovely brilliant perfect helpful useful work job hansa bot s data again mate fine no sorry'.split(
    ' ',
  ),
)

/** `3. Which links …`, `b) …`, `Q4: …`: questions of a paper or a request come with their numbers. */
const NUMBERED = /^\s*(?:\(?\d{1,2}[.):]|\(?[a-h]\)|q\d{1,2}[.):]?)\s+(?=\S)/i

/** In UTF-16 units. */
const LONGEST = 1000

/** What is said to Hansa, and around a question: the phrases above, and what the folder adds in `knowledge/words/`. */
export type TalkReader = {
  /** Nothing where any word is left that says something else: `thanks for the Leeds twins` is about Leeds. */
  talkIn(text: string): Talk | undefined
  /**
   * `I need the twins of Leeds for a briefing`, without what says nothing of the question; the whole where nothing else is said.
   * `placesIn` gives the names of places in it as they are typed: no part of one is an aside.
   */
  withoutAsides(text: string, placesIn: (text: string) => readonly string[]): string
}

export function talkReader({ said, aside }: Pick<Knowledge, 'said' | 'aside'>): TalkReader {
  const phrases = [...COMPILED, ...compiled(said.map(({ says, means }) => [fold(says), means] as const))]
  const alone = [...phrases, ...compiled(ALONE)]
  const asides = compiled(aside.map((says) => [fold(says), true] as const))
  function talkIn(text: string): Talk | undefined {
    const words = wordsOf(text)
    const found = phrasesIn(words, alone)
    const [first] = found
    if (!first) return undefined
    const isSaid = (at: number) => found.some(({ from, to }) => at >= from && at < to)
    const isAll = words.every(({ text }, at) => isSaid(at) || FILLERS.has(text) || BESIDE.has(text))
    return isAll
      ? (found.find(({ means }) => means !== 'thanks' && means !== 'greeting') ?? first).means
      : undefined
  }

  /**
   * `Hello, which towns …`, `… of Leeds? Many thanks!`: what is set off before or after the question and is talk by itself.
   * Where nothing sets it off, it may belong to the matter: `thank you letters`, `Great Yarmouth`.
   */
  function withoutCourtesies(text: string): string {
    const parts = text.split(/(?<=[,;:.!?])\s+|\s+[–—-]\s+/)
    const isSaid = (some: readonly string[]) => {
      const means = talkIn(some.join(' '))
      return means === 'thanks' || means === 'greeting'
    }
    const cuts = parts.map((_, at) => at)
    const from = cuts.findLast((at) => isSaid(parts.slice(0, at))) ?? 0
    const to = cuts.find((at) => at > from && isSaid(parts.slice(at))) ?? parts.length
    return from === 0 && to === parts.length ? text : parts.slice(from, to).join(' ')
  }

  return {
    talkIn,
    withoutAsides(text, placesIn) {
      // Nobody is polite at such length, and what is longer is cut before it is read.
      if (text.length > LONGEST || talkIn(text) !== undefined) return text
      const asked = withoutCourtesies(text.replace(NUMBERED, ''))
      const words = wordsOf(asked)
      const [first] = phrasesIn(words, phrases)
      const greeting = first?.from === 0 && first.means === 'greeting' ? [first] : []
      const said = [...phrasesIn(words, asides), ...greeting]
      if (said.length === 0) return asked
      const names = placesIn(asked).map((name) => wordsOf(name).map(({ text }) => text))
      // `We need` begins a wish, and ends nothing in `do we need`.
      const isAsked = (one: { from: number }) => ASKS.has(words[one.from - 1]?.text ?? '')
      const found = said.filter((one) => !isAsked(one) && !names.some((name) => isPartOf(name, one, words)))
      if (found.length === 0) return asked
      const taken = new Set(
        found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      )
      const left = without(asked, taken).replace(/^[\s,;:.!–-]+|[\s,;:–-]+$/g, '')
      return wordsOf(left).length > 0 ? left : asked
    },
  }
}

/** `Test` is a greeting, and in `Test Valley` a part of a name. */
function isPartOf(
  name: readonly string[],
  { from, to }: { from: number; to: number },
  words: readonly Word[],
): boolean {
  if (name.length <= to - from) return false
  return words.some(
    (_, at) =>
      at <= from && at + name.length >= to && name.every((word, next) => words[at + next]?.text === word),
  )
}
