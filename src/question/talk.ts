import type { Talk } from '../answer/query.ts'
import type { Knowledge } from '../knowledge/records.ts'
import { FILLERS } from '../search/words/fillers.ts'
import { fold, wordsOf } from '../search/words/fold.ts'
import { compiled, type Phrase, phrasesIn, without } from './phrases.ts'

const PHRASES: readonly Phrase<Talk>[] = [
  ['good morning|afternoon|evening|day', 'greeting'],
  ['hello|hi|hey|hiya there|hansa?', 'greeting'],
  ['how are you', 'greeting'],
  ['thanks|thank|cheers|ta you|a? lot|hansa?', 'thanks'],
  ['much|many appreciated|thanks', 'thanks'],
  ['that|this|it is|was|s really|very|so? nice|great|good|lovely|brilliant|perfect|helpful|useful', 'thanks'],
  ['thats|its really|very|so? nice|great|good|lovely|brilliant|perfect|helpful|useful', 'thanks'],
  ['great|perfect|brilliant|lovely|excellent|wonderful|fantastic|ok|okay', 'thanks'],
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
  ['coverage', 'coverage'],
  [
    'how current|fresh|recent|old|reliable|complete|accurate|uptodate is|are this|the|your|it data|information|folder|list?',
    'freshness',
  ],
  ['how up to date is|are this|the|your|it|you data|information|folder|list?', 'freshness'],
  ['is|are this|it|the|your data|information up to date', 'freshness'],
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

const COMPILED = compiled(PHRASES)

/** Words of talk that change nothing: `cheers, that’s really helpful`. */
const BESIDE: ReadonlySet<string> = new Set(
  'very really so thats thx all good great nice lovely brilliant perfect helpful useful work job hansa bot s data'.split(
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
  const asides = compiled(aside.map((says) => [fold(says), true] as const))
  return {
    talkIn(text) {
      const words = wordsOf(text)
      const found = phrasesIn(words, phrases)
      const [first] = found
      if (!first) return undefined
      const isSaid = (at: number) => found.some(({ from, to }) => at >= from && at < to)
      const isAll = words.every(({ text }, at) => isSaid(at) || FILLERS.has(text) || BESIDE.has(text))
      return isAll
        ? (found.find(({ means }) => means !== 'thanks' && means !== 'greeting') ?? first).means
        : undefined
    },
    withoutAsides(text) {
      // Nobody is polite at such length, and what is longer is cut before it is read.
      if (text.length > LONGEST) return text
      const found = phrasesIn(wordsOf(text), asides)
      if (found.length === 0) return text
      const taken = new Set(
        found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      )
      const left = without(text, taken).replace(/^[\s,;:.!–-]+|[\s,;:–-]+$/g, '')
      return wordsOf(left).length > 0 ? left : text
    },
  }
}
