import type { Locality } from '../../places/locality.ts'
import { keptFor } from '../../search/lazily.ts'
import type { Word } from '../../search/words/fold.ts'
import type { OneName } from './exceptions.ts'
import { AT_WAR, FILTER_PHRASES, type FilterPhrase, type Meaning, THE_WAR } from './filters.ts'
import type { ThemePhrases } from './folder-words.ts'
import { DECIDED_PHRASES } from './on-record-phrases.ts'
import { type Compiled, compiled, type Phrase, wordsOfPhrases } from './phrases.ts'
import { WANT_PHRASES, type Want } from './wants.ts'

const asMeaning = ([says, means]: Phrase<FilterPhrase>): Phrase<Meaning> => [
  says,
  (...years) => ({ filter: typeof means === 'function' ? means(...years) : means }),
]

const PHRASES = compiled<Meaning>([
  ...FILTER_PHRASES.map(asMeaning),
  ...WANT_PHRASES.map(([says, want]) => [says, { want: want as Want }] as const),
  ...DECIDED_PHRASES,
])
const OF_THE_WAR = compiled(THE_WAR.map(asMeaning))

export const GRAMMAR_WORDS = wordsOfPhrases(PHRASES)

const withThemes = keptFor((themes: ThemePhrases): readonly Compiled<Meaning>[] => [...PHRASES, ...themes])
const withTheWar = keptFor((themes: ThemePhrases) => [...OF_THE_WAR, ...withThemes(themes)])

/** All that may stand in these words. `Ukraine links since the war`: that of 2022, where a country at it is named. */
export function phrasesFor(
  words: readonly Word[],
  themes: ThemePhrases,
  { mentioned, localityOf }: OneName & { mentioned: () => readonly string[] },
): readonly Compiled<Meaning>[] {
  const isOfTheWar =
    words.some(({ text }) => text === 'war') &&
    mentioned().some((name) => AT_WAR.has(countryOf(localityOf(name))))
  return isOfTheWar ? withTheWar(themes) : withThemes(themes)
}

function countryOf(locality: Locality | undefined): string {
  if (locality?.is === 'country') return locality.code
  return locality?.is === 'place' ? locality.place.country : ''
}
