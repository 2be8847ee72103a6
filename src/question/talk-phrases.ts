import type { Talk } from '../answer/answer.ts'
import type { Phrase } from './grammar/phrases.ts'

/** What is held, of all or of an area that is named after it. */
export const HELD: readonly Phrase<Talk>[] = [
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
  [
    'how|the? many|number of? links|twins|twinnings|partners by|per|in each? nation|nations|region|regions|authority|area|areas',
    'coverage',
  ],
  [
    'which|what uk|british? nation|region|authority has the? most|fewest links|twins|twinnings|partners twin? towns|cities?',
    'coverage',
  ],
]

/** As answers say how a link stands. */
const STATES =
  'named|in|reported? in? a? active|list|doubt|dormant|suspended|ending|unclear|retained|ended|listed'

export const TALK_PHRASES: readonly Phrase<Talk>[] = [
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
  ['that|this|it really|very? much? helped|helps', 'thanks'],
  ['thats|its really|very|so? nice|great|good|lovely|brilliant|perfect|helpful|useful', 'thanks'],
  [
    'you are|re very|really|so? nice|great|good|lovely|brilliant|helpful|useful|kind|amazing|fantastic',
    'thanks',
  ],
  ['youre very|really|so? nice|great|good|lovely|brilliant|helpful|useful|kind|amazing|fantastic', 'thanks'],
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
  [
    'who wrote|made|built|writes|maintains|runs|owns|checks|funds|created|developed|designed|programmed this|it|hansa|you',
    'who',
  ],
  ['who|whos is|are|pays? behind|responsible|for for? this|it|hansa|you', 'who'],
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
  ['how up to date is|are all? of? this|the|your|it|you data|information|folder|list|links?', 'freshness'],
  [
    'how often do|is|are you|this|it|the|your data|list|folder? update|updated|check|checked|refresh|refreshed',
    'freshness',
  ],
  [
    'is|are this|it|your|the list|data|folder|coverage|information? complete|comprehensive|exhaustive|full',
    'coverage',
  ],
  ['where|how can|could|do|may i|we read|learn|find|know|see out? more? about you|hansa|yourself', 'who'],
  ['when did you last update|check|read|look this|it|your|the|at? data|sources|links?', 'freshness'],
  ['is|are this|it|the|your data|information? up to date', 'freshness'],
  ['when was|were this|it|the last? data? last? updated|checked', 'freshness'],
  [
    'is|are this|it|you|hansa a|an? official|government|endorsed government|council|public? source|site|service|bot|tool|record|register|page?',
    'official',
  ],
  ['is|are this|it|the data|information|list|folder? official|reliable', 'official'],
  ['can|should|do i|we trust|rely|quote|believe this|it|you|on? this|it|you?', 'official'],
  ['what do|does you|hansa store|keep|save|record|remember|log', 'privacy'],
  [
    'what personal? data|information|details|questions do|does you|hansa|it store|keep|save|hold|record|collect|have of|about|on? me|us|people|users?',
    'privacy',
  ],
  ['what do|does you|hansa store|keep|save|know|record|remember of|about|on me|us', 'privacy'],
  ['who can? see|sees|reads|read what? my? i? questions|ask|type|say', 'privacy'],
  ['is|are this|it|my questions? private|confidential|recorded|logged|secure', 'privacy'],
  [
    'do|does|will|can you|hansa|it|this keep|store|save|log|record|track|share|sell|remember my|our|what questions|data|messages|searches|queries|chats|i|we type|ask|say|typed|asked|said?',
    'privacy',
  ],
  [
    'is|are my|our questions|data|messages|searches|chats kept|stored|saved|logged|shared|seen|safe',
    'privacy',
  ],
  ['privacy|gdpr', 'privacy'],
  ['data protection', 'privacy'],
  [
    'how do|can|should i|we cite|reference|quote|credit|attribute you|hansa|this|it|an? answer|answers?',
    'take',
  ],
  [
    'can|could|how do|can|to? i|we|you? export|download|save|print|copy|email|send|share me|us? this|it|that|the|an? answer|answers|list|table',
    'take',
  ],
  [
    'can|could|how do|can|to? i|we|you? export|download|save|print|copy|email|send|share this|it|that',
    'take',
  ],
  [
    'can|could|how do|can|to? i|we|you? export|download|save|print|copy|email|send|share me|us? this|it|that|these|an|the? answer|answers|links|list|table? to|as|in|into a|an? word|excel|csv|pdf|powerpoint|spreadsheet|file|document|sheet|report? file|document|sheet?',
    'take',
  ],
  [
    'can|could|how do|can|to? i|we|you? get|have|put this|it|that|these|an|the? answer|answers|links|list|table? in|as|into a|an? word|excel|csv|pdf|spreadsheet|file|document|sheet file|document|sheet?',
    'take',
  ],
  ['this|that is|s wrong', 'mistake'],
  ['thats wrong', 'mistake'],
  [
    'how do|can i|we set|setup|get|change|stop|turn|subscribe|schedule up|off|on|to? the|a|our weekly? digest|digests',
    'digest',
  ],
  ['weekly digest', 'digest'],
  [`what do|does is|a|an|the? link|being? ${STATES} link|partnership? mean|means|stand? for?`, 'states'],
  [`what counts as a|an|the? ${STATES} link|links|twinning|partnership?`, 'states'],
  [`what is|s|are meant by a|an|the? ${STATES} link|links?`, 'states'],
  [`what is|s a|an ${STATES} link|twinning|partnership`, 'states'],
  [`whats a|an ${STATES} link|twinning|partnership`, 'states'],
  [`meaning|definition of ${STATES} link|links?`, 'states'],
  [`define ${STATES}`, 'states'],
  ['what do|does your|the|these|those? statuses|states|standings mean|say', 'states'],
  ['how do|does you|hansa define|decide|judge a|the? status|state|standing|statuses', 'states'],
  ['what is|s new this? week?', 'news'],
  ['whats new this? week?', 'news'],
  ['stop|quit|exit|unsubscribe|bye|goodbye', 'stop'],
  ['stop sending|posting|messaging me? us? these|this|messages|it?', 'stop'],
]

/** Said of a mistake whatever it is in: `I think there’s a mistake in Leeds`, `report an error please`. */
export const OF_A_MISTAKE: readonly Phrase<Talk>[] = [
  ['how|where|who can|could|do|should|may i|we tell|send|inform|give|email|write you|hansa', 'mistake'],
  [
    'who do|can|should|to? i|we contact|tell|email|write|speak|talk|notify to? about|if|when? a|an|the|something|anything|it? is|looks? wrong|mistake|error',
    'mistake',
  ],
  [
    'report|correct|fix|flag|raise|submit a|an|some|this|the|that? mistake|mistakes|error|errors|typo|problem|correction',
    'mistake',
  ],
  ['how do|can i|we report|correct|fix|flag something', 'mistake'],
  [
    'how|where do|can|could|should|may i|we add|submit|suggest|contribute a|an|another|our|my? new|missing? link|links|twinning|twinnings|partner|place|town|source',
    'mistake',
  ],
  [
    'theres|there is|are|was|may|might|must|seems? to? be? a|an|some|another? mistake|mistakes|error|errors|typo',
    'mistake',
  ],
  [
    'found|spotted|noticed|seen|see|spot|find a|an|some|another|the? mistake|mistakes|error|errors|typo',
    'mistake',
  ],
]

/** Talk only where nothing else is said, or it is set off: `morning prayers` are a matter. */
export const ALONE: readonly Phrase<Talk>[] = [
  [
    'who do|can|should|to? i|we contact|tell|email|write|speak|talk|notify to? about|if? a|an|the? problem|problems?',
    'mistake',
  ],
  ['morning|mornin|afternoon|evening all|everyone|everybody|team|folks?', 'greeting'],
  ['never mind', 'thanks'],
  ['nevermind|nvm', 'thanks'],
  ['forget|scrap|ignore it|that', 'thanks'],
  ['no worries|problem|bother|matter', 'thanks'],
  ['sorry? oops|whoops? sorry? wrong channel|chat|window|thread|person|bot', 'thanks'],
  ['ignore me|this|my last? message|question|post?', 'thanks'],
  ['it|that? doesnt|t? matter', 'thanks'],
]
