import type { Talk } from '../answer/query.ts'
import type { Area, Knowledge } from '../knowledge/records.ts'
import { areasCovered, NO_AREAS } from '../library/coverage.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, wordsOf } from '../search/words/fold.ts'
import { compiled, type Phrase, phrasesIn, without } from './phrases.ts'

/** What is held, of all or of an area that is named after it. */
const HELD: readonly Phrase<Talk>[] = [
  ['coverage by? nation|nations|region|regions|authority|area|areas?', 'coverage'],
  [
    'where|which councils|areas|places|authorities? has|have|did nobody|noone looked|checked|read at? yet?',
    'coverage',
  ],
  [
    'where|which councils|areas|places|authorities? has|have|did no one looked|checked|read at? yet?',
    'coverage',
  ],
  ['where|which councils|areas|places|authorities? have you not looked|checked at? yet?', 'coverage'],
]

const PHRASES: readonly Phrase<Talk>[] = [
  ...HELD,
  ['good morning|afternoon|evening|day', 'greeting'],
  ['hello|hi|hey|hiya there|hansa?', 'greeting'],
  ['how are you keeping|doing|getting? on? today?', 'greeting'],
  ['whats|what is|s? up', 'greeting'],
  [
    'thanks|thank|cheers|ta you? ever? so|very|a|again|once? much|lot|again|kindly|all|indeed? hansa|again|all|everyone|everybody|both?',
    'thanks',
  ],
  [
    'thanks|thank|cheers|ta you? ever? so|very|a|again|once? much|lot|again|kindly? for all|this|that|the|your|it|everything all|your|the|this? quick|speedy|fast|kind|great|good|clear|helpful? help|answer|answers|reply|response|time|work|support|info|information|advice?',
    'thanks',
  ],
  ['no|nope|nah thanks|thank|cheers|ta you?', 'thanks'],
  ['i? really|do|very|much|am? appreciate|grateful|obliged it|that|this|your? help|time?', 'thanks'],
  ['you are|re a|an|the star|legend|lifesaver|gem|best', 'thanks'],
  ['youre a|an|the star|legend|lifesaver|gem|best', 'thanks'],
  ['have a nice|good|great|lovely day|weekend|evening|afternoon|one|time', 'thanks'],
  ['see you|ya later|soon|tomorrow|around', 'thanks'],
  ['much|many appreciated|thanks', 'thanks'],
  ['that|this|it is|was|s really|very|so? nice|great|good|lovely|brilliant|perfect|helpful|useful', 'thanks'],
  ['thats|its really|very|so? nice|great|good|lovely|brilliant|perfect|helpful|useful', 'thanks'],
  [
    'great|perfect|brilliant|lovely|excellent|wonderful|fantastic|awesome|amazing|superb|super|cool|wow|fab|ok|okay',
    'thanks',
  ],
  ['what can|do you do|answer|know', 'help'],
  ['what can|could|should i ask|type|do', 'help'],
  ['how do|does|can i|you|this|it|we use|work you|this|it|hansa?', 'help'],
  ['who|what are you', 'who'],
  ['what is|s this|hansa', 'who'],
  ['whats this|hansa', 'who'],
  ['who wrote|made|built|writes|maintains|runs|owns|checks this|it|hansa|you', 'who'],
  ['where do|does you|this|it|the|your get|data|information|facts come? from?', 'who'],
  ['are you a|an? ai|bot|robot|human|person|llm|chatgpt', 'who'],
  ['what|which places|towns|cities|areas|councils do|does you|hansa cover|know|hold|have', 'coverage'],
  ['what do|does you|hansa|this cover|hold|have', 'coverage'],
  [
    'how many links|twinnings|places|towns|cities|statements|sources|reports|claims do|does you|hansa|this|it|we cover|know|hold|have',
    'coverage',
  ],
  [
    'how current|fresh|recent|old|reliable|complete|accurate|uptodate is|are this|the|your|it data|information|folder|list?',
    'freshness',
  ],
  ['how up to date is|are this|the|your|it|you data|information|folder|list?', 'freshness'],
  ['is|are this|it|the|your data|information? up to date', 'freshness'],
  ['when was|were this|it|the last? data? last? updated|checked', 'freshness'],
  ['is|are this|it|you|hansa a|an? official|government|endorsed', 'official'],
  ['is|are this|it|the data|information|list|folder? official|reliable', 'official'],
  ['can|should|do i|we trust|rely this|it|you|on? this|it|you?', 'official'],
  ['what do|does you|hansa store|keep|save|record|remember|log', 'privacy'],
  ['what do|does you|hansa store|keep|save|know|record|remember of|about|on me|us', 'privacy'],
  ['who can? see|sees|reads|read what? my? i? questions|ask|type|say', 'privacy'],
  ['is|are this|it|my questions? private|confidential|recorded|logged|secure', 'privacy'],
  ['privacy|gdpr', 'privacy'],
  ['data protection', 'privacy'],
  ['how do|can i report|correct|fix|flag a|an? mistake|error|problem|something', 'mistake'],
  ['report a|an? mistake|error|problem', 'mistake'],
  ['this|that is|s wrong', 'mistake'],
  ['thats wrong', 'mistake'],
  [
    'how do|can i|we set|setup|get|change|stop|turn|subscribe|schedule up|off|on|to? the|a|our weekly? digest|digests',
    'digest',
  ],
  ['weekly digest', 'digest'],
  ['what is|s new this? week?', 'news'],
  ['whats new this? week?', 'news'],
  ['stop|quit|exit|unsubscribe|bye|goodbye', 'stop'],
  ['stop sending|posting|messaging me? us? these|this|messages|it?', 'stop'],
]

/** Talk only where nothing else is said, or it is set off: `morning prayers` are a matter. */
const ALONE: readonly Phrase<Talk>[] = [
  ['morning|mornin|afternoon|evening all|everyone|everybody|team|folks?', 'greeting'],
  ['never mind', 'thanks'],
  ['nevermind|nvm', 'thanks'],
  ['forget|scrap|ignore it|that', 'thanks'],
  ['no worries|problem|bother|matter', 'thanks'],
  ['it|that? doesnt|t? matter', 'thanks'],
]

const COMPILED = compiled(PHRASES)
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

/** Words of talk that change nothing: `cheers, that’s really helpful`. */
const BESIDE: ReadonlySet<string> = new Set(
  'very really so thats thx all good great nice lovely brilliant perfect helpful useful work job hansa bot s data again mate fine no sorry'.split(
    ' ',
  ),
)

/** In UTF-16 units. */
const LONGEST = 1000

/** What is said to Hansa, and around a question: the phrases above, and what the folder adds in `knowledge/words/`. */
export type TalkReader = {
  /** Nothing where any word is left that says something else: `thanks for the Leeds twins` is about Leeds. */
  talkIn(text: string): Talk | undefined
  /** `I need the twins of Leeds for a briefing`, without what says nothing of the question; the whole where nothing else is said. */
  withoutAsides(text: string): string
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
    withoutAsides(text) {
      // Nobody is polite at such length, and what is longer is cut before it is read.
      if (text.length > LONGEST || talkIn(text) !== undefined) return text
      const asked = withoutCourtesies(text)
      const words = wordsOf(asked)
      const [first] = phrasesIn(words, phrases)
      const greeting = first?.from === 0 && first.means === 'greeting' ? [first] : []
      const found = [...phrasesIn(words, asides), ...greeting]
      if (found.length === 0) return asked
      const taken = new Set(
        found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      )
      const left = without(asked, taken).replace(/^[\s,;:.!–-]+|[\s,;:–-]+$/g, '')
      return wordsOf(left).length > 0 ? left : asked
    },
  }
}
