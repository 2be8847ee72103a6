import type { LinkFilter } from '../library/link-filter.ts'
import type { Phrase } from './phrases.ts'

/** What is wanted of the links. */
export type Want =
  | 'list'
  /** When they began; how old they are. */
  | 'when'
  | 'age'
  /** Yes or no. */
  | 'whether'
  /** How they stand. */
  | 'state'
  /** Who holds them: a council, an association, both. */
  | 'holder'
  | 'count'
  | 'first'
  | 'latest'
  /** `New links`: the newest, or all where it is said since when. */
  | 'new'
  /** Which place, or which country, has the most or the fewest of them. */
  | 'most'
  | 'fewest'
  | 'most by country'
  | 'most by partner'
  /** Of what is abroad, by partner; else by place. */
  | 'most twinned'
  | 'places'
  | 'countries'
  | 'shared'
  | 'by year'
  /** What is recorded beside how links stand. */
  | OnRecord
  /** A sheet for a review of all links. */
  | 'review'
  /** What is asked is nothing that the folder records of a link; or which places have none. */
  | 'not recorded'
  | 'none'

/** What bodies decided; what it costs; what becomes of a council that ends, and of its links; who seeks a partner. */
export type OnRecord = 'decisions' | 'costs' | 'becomes' | 'notices'

export function isOnRecord(want: Want): want is OnRecord {
  return want === 'decisions' || want === 'costs' || want === 'becomes' || want === 'notices'
}

const LINKS =
  'link|links|twin|twins|partner|partners|partnership|partnerships|twinning|twinnings|connection|connections|ties'

export const WANT_PHRASES: readonly Phrase<Want>[] = [
  ['when', 'when'],
  ['since when', 'when'],
  ['since', 'when'],
  ['in? what|which year', 'when'],
  ['start|starting date|year', 'when'],
  ['year', 'when'],
  ['status|state of?', 'state'],
  ['end|ends|suspend|suspends|sever|terminate', 'state'],
  [
    'who|what|which body|council|association? holds|hold|held|runs|run|manages|manage|owns|own|organises|organise',
    'holder',
  ],
  [
    'held|run|owned|organised|managed by a|an|the? council|association or a|an|the? council|association',
    'holder',
  ],
  ['year of', 'when'],
  ['the? #nth? anniversary|anniversaries', 'when'],
  ['how old', 'age'],
  ['how long', 'age'],
  ['how many', 'count'],
  ['the? number of', 'count'],
  ['count|total', 'count'],
  ['oldest|earliest|first', 'first'],
  ['longest standing|running|lasting|established?', 'first'],
  ['longstanding', 'first'],
  ['newest|latest|youngest|last', 'latest'],
  ['most recent|recently', 'latest'],
  ['the? most', 'most'],
  ['the? largest|biggest|highest number of?', 'most'],
  ['the? most popular|common|shared|frequent', 'most by partner'],
  ['the? most twinned|linked|connected', 'most twinned'],
  [`new|recent ${LINKS}`, 'new'],
  ['fewest|least', 'fewest'],
  ['which|what|how country|countries|nations', 'countries'],
  ['how many countries|nations', 'countries'],
  ['countries', 'countries'],
  ['which|what country has|have|with? the? most', 'most by country'],
  ['which|what countries has|have|with? the? most', 'most by country'],
  ['how many councils|authorities', 'places'],
  ['which|what councils|authorities', 'places'],
  ['in common', 'shared'],
  ['shared|share|both', 'shared'],
  ['by|sorted|ordered by? year|date|age', 'by year'],
  ['chronologically', 'by year'],
  ['largest|biggest|smallest|nearest|closest|furthest|farthest|richest|poorest', 'not recorded'],
  ['dont|doesnt|not have|has a|any', 'none'],
  [`dont|doesnt|not have|has a|any? ${LINKS}`, 'none'],
  [`without a|any? ${LINKS}`, 'none'],
  ['have|has|with no', 'none'],
  ['how far|big|large|often', 'not recorded'],
  ['bring|brings|brought|size', 'not recorded'],
  ['population|distance|mayor|mayors|address|email', 'not recorded'],
  ['decisions|decision|decide|decides|decided|voted|vote|votes|resolved|resolution|resolutions', 'decisions'],
  ['by? what|which vote', 'decisions'],
  ['how did|was the? vote|votes|decision on|about?', 'decisions'],
  ['how much', 'costs'],
  ['cost|costs|budget|budgets|spend|spends|spent|spending|expenses|expenditure|grant|grants', 'costs'],
  ['who pays|paid|funds|funded for?', 'costs'],
  ['pay|pays|paid|paying for', 'costs'],
  ['price|prices of', 'costs'],
  ['how expensive|costly', 'costs'],
  ['who travelled|travels', 'costs'],
  ['trip|trips', 'costs'],
  ['what happens|happened to|with', 'becomes'],
  ['what will|would happen to|with', 'becomes'],
  ['what becomes|became of', 'becomes'],
  ['what will|would|has become of', 'becomes'],
  ['notices', 'notices'],
  ['seek|seeks|seeking|wants|wanting for? a|any? new? partner|partners|twin|twins|twinning', 'notices'],
  ['looking|looks|searching for a|any? new? partner|partners|twin|twins|twinning', 'notices'],
  ['review', 'review'],
  ['review sheet', 'review'],
  ['successor|successors to|of|council|councils?', 'becomes'],
  ['who|what succeeds|succeeded|replaces|replaced', 'becomes'],
  ['who|what takes|took over', 'becomes'],
  ['who|what inherits|inherited', 'becomes'],
  ['abolished|abolition|reorganised|reorganisation', 'becomes'],
  ['after|following|in|under|with the? local? government? reorganisation|abolition', 'becomes'],
  ['when|once|if it|they is|are abolished|merged|reorganised|scrapped', 'becomes'],
  ['when|once|if the? council|councils is|are abolished|merged|reorganised|scrapped', 'becomes'],
]

const DECIDING = 'decided|voted|resolved|agreed|chose|decision|decisions|vote|votes|resolution'

/** What was decided, behind a word for deciding or asked with `who`: a narrower question than whether a link has ended. */
const DECIDED_WORDS: readonly (readonly [
  decided: NonNullable<LinkFilter['decided']>,
  to: string,
  did: string,
])[] = [
  [
    'end',
    'end|drop|cut|sever|stop|leave|relinquish|terminate',
    'ended|dropped|cut|severed|stopped|terminated',
  ],
  ['suspend', 'suspend|pause|halt|freeze', 'suspended|paused|halted'],
  ['retain', 'keep|retain', 'kept|retained'],
  ['renew', 'renew|extend', 'renewed|extended'],
  ['start', 'start|begin|establish', 'started|established'],
  ['refuse', 'refuse|reject', 'refused|rejected'],
]

export const DECIDED_PHRASES: readonly Phrase<{ want: Want; filter: { filter: LinkFilter } }>[] =
  DECIDED_WORDS.flatMap(([decided, to, did]) => {
    const means = { want: 'decisions', filter: { filter: { decided } } } as const
    return [
      [`who? ${DECIDING} to|on? ${to}`, means],
      [`who ${did}`, means],
    ] as const
  })

/** A question that begins so asks for yes or no, where it asks for nothing else. */
export const ASKS_WHETHER: ReadonlySet<string> = new Set(
  'is are was were do does did has have isnt arent doesnt'.split(' '),
)

/** Words beside a phrase that add nothing to it: `twinnings that date from 1969`, `only the ended ones`. */
export const ADDS_NOTHING: ReadonlySet<string> = new Set(
  `any all count each date dated dates dating every exist exists established formed founded signed just made one ones only
  recorded record records reported set up there which what not ago some that then than same other year
  years kind kinds type sort list lists names name give shows showing only being become becoming became begin began begun no go going went
  but either neither nor`.split(/\s+/),
)

export const WANT_IN_WORDS: Readonly<Partial<Record<Want, string>>> = {
  when: 'when',
  age: 'how old',
  state: 'status',
  holder: 'who holds',
  count: 'how many',
  first: 'oldest',
  latest: 'newest',
  most: 'the most',
  fewest: 'fewest',
  'most by country': 'which country has the most',
  'most by partner': 'the most popular partner',
  'most twinned': 'the most twinned',
  places: 'which councils',
  countries: 'countries',
  'by year': 'by year',
  decisions: 'decisions',
  costs: 'costs',
  becomes: 'successor',
  review: 'review',
  notices: 'notices',
}

/** The most telling of them: `when did the oldest begin` asks for the oldest. */
export function wantOf(wants: readonly Want[], asksWhether: boolean): Want {
  const countries = wants.includes('countries')
  if (wants.includes('most') && countries) return 'most by country'
  if (wants.includes('most') && wants.includes('shared')) return 'most by partner'
  const [first] = TELLING.filter((want) => wants.includes(want))
  return first ?? (asksWhether ? 'whether' : 'list')
}

const TELLING: readonly Want[] = [
  ...([
    'notices',
    'decisions',
    'costs',
    'becomes',
    'review',
    'not recorded',
    'none',
    'most by country',
    'most by partner',
    'most twinned',
  ] as const),
  ...(['most', 'fewest', 'first', 'latest', 'new', 'shared'] as const),
  ...(['places', 'countries', 'holder', 'age', 'count', 'state', 'when', 'by year'] as const),
]
