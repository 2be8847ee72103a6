import type { Knowledge } from '../../knowledge/records.ts'
import type { Theme } from '../../knowledge/records-on-links.ts'
import { keptFor } from '../../search/lazily.ts'
import { stemOf } from '../../search/text/english.ts'
import { LINK_WORDS } from '../../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../../search/words/fold.ts'
import type { FilterPhrase } from './filters.ts'
import { type Compiled, compiled, type Phrase } from './phrases.ts'

type OnTheme = { filter: FilterPhrase }
export type ThemePhrases = readonly Compiled<OnTheme>[]

/** One list, for what is made of it is kept. */
export const NO_THEMES: ThemePhrases = []

/** The phrases that may ask for a theme in these words, to be tried in turn; `alone`: the mere words for it. */
export type Themes = (
  words: string,
  byCommand: boolean,
) => readonly { phrases: ThemePhrases; alone: boolean }[]

/** What links of this folder can be about, in phrases: `climate partners of Leeds`, `who works with Japan on ageing`. */
export function themesOf(themes: readonly Theme[]): Themes {
  const phrased = {
    alone: false,
    phrases: phrases(themes, (word) => [
      `${word} ${PARTNERS}|${PROJECTS}`,
      `about|on|around|do|does|doing ${word}`,
    ]),
  }
  const alone = { alone: true, phrases: phrases(themes, (word) => [word]) }
  return (text, byCommand) => {
    // Behind `/twins Leeds` a theme may stand alone.
    if (byCommand) return [phrased, alone]
    return wordsOf(text).some((word) => LINK_WORDS.has(word.text) || WORKS.has(word.text)) ? [phrased] : []
  }
}

const PROJECTS = 'project|projects|programme|programmes|exchange|exchanges'
const PARTNERS = 'partner|partners|partnership|partnerships|link|links|twin|twins'

/** What two places do, in a question for a theme. */
export const WORKS: ReadonlySet<string> = new Set(
  'work works working worked cooperate cooperates cooperating collaborate project projects programme programmes exchange exchanges'.split(
    ' ',
  ),
)

function phrases(themes: readonly Theme[], says: (word: string) => readonly string[]): ThemePhrases {
  return compiled(
    themes.flatMap(({ theme, words }) =>
      words
        .flatMap((word) =>
          says(
            wordsOf(word)
              .map(({ text }) => text)
              .join(' '),
          ),
        )
        .map((phrase): Phrase<OnTheme> => [phrase, { filter: { filter: { theme } } }]),
    ),
  )
}

type Subject = { stems: readonly string[]; asks: Knowledge['asks'][number]['asks'] }

const phrasesOf = keptFor(({ asks }: Knowledge): ReadonlyMap<string, readonly Subject[]> => {
  const all = asks.map(({ says, asks }): Subject => ({ stems: fold(says).split(' ').map(formOf), asks }))
  return Map.groupBy(
    all.toSorted((one, other) => other.stems.length - one.stems.length),
    ({ stems }) => stems[0] ?? '',
  )
})

/** Of `usefulness` the stem is `us`, which is another word; and `authorities` share one with `authorised`. */
function formOf(word: string): string {
  if (/it(y|ies)$/.test(word)) return word.replace(/ies$/, 'y')
  const stem = stemOf(word)
  return stem.length < SHORTEST_STEM ? word : stem
}

const SHORTEST_STEM = 3

/** What words of the folder ask for beside names, in any of their forms: from left to right, the longest where several begin. */
export function subjectsIn(
  words: readonly Word[],
  knowledge: Knowledge,
): readonly { asks: Subject['asks']; from: number; to: number }[] {
  const phrases = phrasesOf(knowledge)
  const stems = words.map(({ text }) => formOf(text))
  const found = []
  for (let from = 0; from < stems.length; ) {
    const here = (phrases.get(stems[from] ?? '') ?? []).find((one) =>
      one.stems.every((stem, more) => stems[from + more] === stem),
    )
    const to = from + (here?.stems.length ?? 1)
    if (here) found.push({ asks: here.asks, from, to })
    from = to
  }
  return found
}
