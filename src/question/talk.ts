import { FILLERS } from '../search/words/fillers.ts'
import { wordsOf } from '../search/words/fold.ts'
import { compiled, type Phrase, phrasesIn } from './phrases.ts'

/** What somebody says to Hansa, or asks of it rather than of the folder. */
export type Talk =
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'coverage'
  | 'freshness'
  | 'who'
  | 'official'
  | 'privacy'
  | 'mistake'
  | 'digest'
  | 'news'
  | 'stop'

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
  ['where do|does you|this|it|the get|data|information come? from?', 'who'],
  ['are you a|an? ai|bot|robot|human|person|llm|chatgpt', 'who'],
  ['what|which places|towns|cities|areas|councils do|does you|hansa cover|know|hold|have', 'coverage'],
  ['what do|does you|hansa|this cover|hold|have', 'coverage'],
  ['coverage', 'coverage'],
  [
    'how current|fresh|recent|old|reliable|complete|accurate|uptodate is|are this|the|your|it data|information|folder|list?',
    'freshness',
  ],
  ['how up to date is|are this|the|your|it data|information|folder|list?', 'freshness'],
  ['when was|were this|it|the last? data? last? updated|checked', 'freshness'],
  ['is|are this|it|you|hansa a|an? official|government|endorsed', 'official'],
  ['is|are this|it|the data|information|list|folder? official|reliable', 'official'],
  ['what do|does you|hansa store|keep|save|record|remember|log', 'privacy'],
  ['what do|does you|hansa store|keep|save|know|record|remember of|about|on me|us', 'privacy'],
  ['who can see what? my? i? questions|ask|type', 'privacy'],
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
]

const COMPILED = compiled(PHRASES)

/** Words of talk that change nothing: `cheers, that’s really helpful`. */
const BESIDE: ReadonlySet<string> = new Set(
  'very really so thats thx all good great nice lovely brilliant perfect helpful useful work job hansa bot s data'.split(
    ' ',
  ),
)

/** Nothing where any word is left that says something else: `thanks for the Leeds twins` is about Leeds. */
export function talkIn(text: string): Talk | undefined {
  const words = wordsOf(text)
  const found = phrasesIn(words, COMPILED)
  const [first] = found
  if (!first) return undefined
  const isSaid = (at: number) => found.some(({ from, to }) => at >= from && at < to)
  const isAll = words.every(({ text }, at) => isSaid(at) || FILLERS.has(text) || BESIDE.has(text))
  return isAll
    ? (found.find(({ means }) => means !== 'thanks' && means !== 'greeting') ?? first).means
    : undefined
}
