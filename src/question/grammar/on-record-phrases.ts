import type { LinkFilter } from '../../library/link-filter.ts'
import type { OnRecord } from './on-record.ts'
import type { Phrase } from './phrases.ts'

const BODIES =
  'council|councils|authority|authorities|committee|committees|cabinet|board|body|bodies|meeting|place|places|town|towns|city|cities'

const WHEN = 'when|once|if|after|now|because|as'
const COUNCIL = 'it|they|the? council|councils|authority|authorities|district|borough|county?'
const IS = 'is|are|was|were|gets|been? being?'
const ABOLISHED = 'abolished|merged|reorganised|scrapped|split|dissolved|replaced|divided|carved|broken'

const SUCCEEDS = 'who|what|which council|councils|authority|authorities|body? will|would|to?'

export const ON_RECORD_PHRASES: readonly Phrase<OnRecord>[] = [
  ['decisions|decision|decide|decides|decided|voted|vote|votes|resolved|resolution|resolutions', 'decisions'],
  ['by? what|which vote', 'decisions'],
  ['which|what body|committee|meeting', 'decisions'],
  [
    'who|which|what body|committee|cabinet|meeting|council? agreed|approved|authorised|sanctioned',
    'decisions',
  ],
  ['how|why are|were|is|was decisions|decision made|taken', 'decisions'],
  [
    'how are|is decisions|decision on|about? a|the|new? twinning|twinnings|links|partners made|taken|reached',
    'criteria',
  ],
  ['how did|was the? vote|votes|decision on|about?', 'decisions'],
  ['decision|decisions|vote|resolution|motion on|about|to? taken|made|reached|passed|carried?', 'decisions'],
  ['keep|keeping|retain|retaining|relinquish|relinquishing|renew|drop|dropped|dropping', 'decisions'],
  ['what should|ought to? become|happen|be of|done? to|with|about?', 'decisions'],
  ['suspend|pause|end|sever over|because|due', 'decisions'],
  ['what happened|happens|followed|came next|after|since|with?', 'decisions'],
  ['vote|votes|voted on|about', 'decisions'],
  ['unanimous|unanimously', 'decisions'],
  ['criteria|criterion for|of|on?', 'criteria'],
  ['grant|grants|funding criteria|conditions|rules', 'criteria'],
  ['who signed|agreed off', 'decisions'],
  ['signed off', 'decisions'],
  ['kept|retained|relinquished|rested|taken|resolve|motion|motions|proposal|proposals', 'decisions'],
  [
    'keep|retain|relinquish relinquish|retain|end|drop? or|and? rest|relinquish|retain|keep|end|drop',
    'decisions',
  ],
  ['rest or|and retain|relinquish|keep', 'decisions'],
  ['the? reason|reasons for|behind keeping|retaining|ending|suspending|dropping|the? decision?', 'decisions'],
  ['what lay|lies|was|is behind keeping|retaining|ending|suspending|dropping|the? decision?', 'decisions'],
  [
    'what came|happened|happens|followed|was? done? of|after|to|with|from the? councils? resolution|motion|decision|proposal|vote on|about|to|against?',
    'decisions',
  ],
  ['and? on|by what assessment|assessments', 'decisions'],
  [
    `what did|have|has|had any|other|others|another|the ${BODIES}? else? do|done|decide|decided about|on|with|over|to|in?`,
    'decisions',
  ],
  [
    `what action|actions|steps did|have|has|had any|other|another|the? ${BODIES} take|taken on|about|against|over|with?`,
    'decisions',
  ],
  [`what action|actions|steps taken|took? on|about|against|over|with?`, 'decisions'],
  ['how much', 'costs'],
  ['the? average|mean|typical cost|costs|price of|for|per? a|each? link|twinning|partnership?', 'costs'],
  [
    'the? annual|yearly|total|overall|travel|running|hospitality cost|costs|budget|spend|spending|expenses|expenditure|bill of|on|for?',
    'costs',
  ],
  ['cost|costs|spend|spending per|a|for each? link|partner|twin|year|head|annum|visit for?', 'costs'],
  ['cost|costs|budget|budgets|spend|spends|spent|spending|expenses|expenditure|grant|grants', 'costs'],
  ['who pays|paid|funds|funded for?', 'costs'],
  ['pay|pays|paid|paying for', 'costs'],
  ['cost|costs|paid|pays|pay to keep|maintain|run|retain|renew|sustain', 'costs'],
  ['which|what councillors|members|officers travelled|went|visited|flew to?', 'visits'],
  ['at whose expense', 'costs'],
  ['cost|costs|bill|expense|expenses met|borne|covered by', 'costs'],
  ['who met|meets|bore|bears|covers|covered the? cost|costs|bill|expense|expenses of?', 'costs'],
  ['stop|stops|stopped|stopping paying|funding|supporting for?', 'decisions'],
  ['who foots|foot|footed the bill for?', 'costs'],
  ['money spent? on?', 'costs'],
  ['price|prices of', 'costs'],
  ['how expensive|costly', 'costs'],
  ['who travelled|travels|travel|went|goes|go|flew|visited', 'visits'],
  ['who was|were in|on the? delegation|trip|visit', 'visits'],
  ['delegation|delegations', 'visits'],
  ['trip|trips|visits', 'visits'],
  ['what happens|happened to|with', 'becomes'],
  ['what will|would|might|may|could|should|is|s going? to? happen to|with', 'becomes'],
  ['what|who|which council|authority? will|would? comes|come|next after|for', 'becomes'],
  ['what becomes|became|comes|came of', 'becomes'],
  ['what will|would|has become|come of', 'becomes'],
  ['notices', 'notices'],
  ['what|who was|is|were? signed', 'agreements'],
  ['sign', 'agreements'],
  [
    'written|signed|formal|legal|legally|binding|actual agreement|agreements|contract|document|paper|papers',
    'agreements',
  ],
  ['list|all|every|what all|the? agreements', 'agreements'],
  ['and? until|till when', 'agreements'],
  ['end|expiry|expiration date of?', 'agreements'],
  ['agreement|agreements between|signed|dated|text|wording', 'agreements'],
  ['when was|were the? agreement|agreements|memorandum|charter of|with|for?', 'agreements'],
  ['text|copy|wording|terms of the? agreement|agreements|memorandum', 'agreements'],
  ['want|need|needs for? a|any new? partner|partners|twin|twins|twinning', 'notices'],
  ['seek|seeks|seeking|wants|wanting for? a|any? new? partner|partners|twin|twins|twinning', 'notices'],
  ['looking|looks|searching|searches|hunting for', 'notices'],
  ['seeking|seeks', 'notices'],
  ['any? new? partner|partners|twin|twins town|towns|city|cities? wanted|sought', 'notices'],
  ['looking|looks|searching for a|any? new? partner|partners|twin|twins|twinning', 'notices'],
  ['advertise|advertises|advertising for?', 'notices'],
  ['successor|successors to|of|council|councils?', 'succession'],
  [`${SUCCEEDS} succeed|succeeds|succeeded|follow|follows|replace|replaces|replaced`, 'succession'],
  ['already? become|becomes|became|is|are|was part of', 'succession'],
  ['already? been? merged|absorbed|folded|taken into|with another|a? council|authority?', 'succession'],
  [`${SUCCEEDS} inherit|inherits|inherited`, 'succession'],
  [`${SUCCEEDS} take|takes|took over|on`, 'succession'],
  ['who|which|what council|authority|body? gets|keeps', 'succession'],
  ['abolished|abolition|reorganised|reorganisation|lgr|unitarisation', 'succession'],
  ['after|following|in|under|with the? local? government? reorganisation|reform|abolition|lgr', 'succession'],
  [`${WHEN} ${COUNCIL} ${IS} ${ABOLISHED} up?`, 'succession'],
  [`${WHEN} ${COUNCIL} goes|go|ends|disappears|closes|folds|vanishes`, 'succession'],
  [`is|are|was|were|being|gets|getting being? ${ABOLISHED} up?`, 'succession'],
  ['council|councils|authority|district|borough gone', 'succession'],
  ['is|are|be|become|becomes|became|now now? a|the? one|single|unitary council|authority', 'succession'],
  ['still|longer a|an council|authority|district|borough council|authority?', 'succession'],
  ['links|twinnings|twins|partnerships what happens|happened|becomes to|with|of?', 'becomes'],
  ['move|moves|moved|moving to|into|over', 'succession'],
]

const DECIDING = 'decided|voted|resolved|agreed|chose|decision|decisions|vote|votes|resolution'

/** What was decided, behind a word for deciding or asked with `who`: a narrower question than whether a link has ended. */
const DECIDED_WORDS: readonly (readonly [
  decided: NonNullable<LinkFilter['decided']>,
  to: string,
  did: string,
  doing: string,
])[] = [
  [
    'end',
    'end|drop|cut|sever|stop|leave|relinquish|terminate|break',
    'ended|dropped|cut|severed|stopped|terminated',
    'ending|dropping|cutting|severing|stopping|terminating',
  ],
  ['suspend', 'suspend|pause|halt|freeze', 'suspended|paused|halted', 'suspending|pausing|halting'],
  ['retain', 'keep|retain', 'kept|retained', 'keeping|retaining'],
  ['renew', 'renew|extend', 'renewed|extended', 'renewing|extending'],
  ['start', 'start|begin|establish', 'started|established', 'starting|establishing'],
  ['refuse', 'refuse|reject', 'refused|rejected', 'refusing|rejecting'],
]

type OfDecided = { want: OnRecord; filter: { filter: LinkFilter } }

/** As a question is asked again. */
const AGAIN: readonly Phrase<OfDecided>[] = [
  ['decided to hand over', { want: 'decisions', filter: { filter: { decided: 'hand over' } } }],
  [
    'which|what links|twinnings|partnerships|partners have|has|were|was been? handed|passed over|on to? a|an|the? twinning? association|group?',
    { want: 'decisions', filter: { filter: { decided: 'hand over' } } },
  ],
  ['decided to review', { want: 'decisions', filter: { filter: { decided: 'review' } } }],
  ['only proposed', { want: 'decisions', filter: { filter: { decided: 'propose' } } }],
  ['only received', { want: 'decisions', filter: { filter: { decided: 'receive' } } }],
]

export const DECIDED_PHRASES: readonly Phrase<OfDecided>[] = [
  ...AGAIN,
  ...DECIDED_WORDS.flatMap(([decided, to, did, doing]) => {
    const means = { want: 'decisions', filter: { filter: { decided } } } as const
    return [
      [`who? ${DECIDING} to|on? ${to}`, means],
      [`who ${did}`, means],
      [`should|ought we|they|i|it|a|the|any|our? ${BODIES}? to? ${to} off|with?`, means],
      [
        `which|what council|cabinet|town|city|county? committee|committees|cabinet|board|body|bodies|meeting have|has|had|did? ${did}|${to}`,
        means,
      ],
      [`has|have|had|did any|other|another|some? other? ${BODIES} else? ever? ${did}|${to}`, means],
      [`any other? ${BODIES} that|which have|has? ${did}`, means],
      [`council|councils|authority|authorities ${doing}`, means],
      // Nothing else than a decision refuses.
      ...(decided === 'refuse' ? [[`ever? ${to}|${did}|${doing} by?`, means] as const] : []),
      // Which ended, suspended or started links is asked of the links, by their state or year.
      ...(decided === 'retain' || decided === 'renew' || decided === 'refuse'
        ? [
            [
              `which|what other? councils|council|authorities|cities|towns|places have|has? ${did}`,
              means,
            ] as const,
            [
              `which|what links|twinnings|partnerships|partners have|has|were|was been? ${did} by? decision?`,
              means,
            ] as const,
          ]
        : []),
    ] as const
  }),
]

/** What people ask of links and no record of one tells: `people` who wrote in, what it brought, how large places are. */
type NoRecord = 'people' | 'size' | 'not recorded'

export const NO_RECORD_PHRASES: readonly Phrase<NoRecord>[] = [
  ['largest|biggest|smallest', 'size'],
  ['nearest|closest|furthest|farthest|richest|poorest', 'not recorded'],
  ['how far|often', 'not recorded'],
  ['how big|large|small|populous', 'size'],
  ['how? many? people|inhabitants live|lives|living in?', 'size'],
  ['how many people|residents|citizens|inhabitants does|do|has|have|are|in there? in?', 'size'],
  ['of? about|around|roughly|similar|our|their|the? same? own? size|population as|to?', 'size'],
  [
    'with|of? about|around|roughly|some|over|under|nearly? #count #count? people|inhabitants|residents',
    'size',
  ],
  ['population|populations|inhabitants', 'size'],
  ['bring|brings|brought', 'not recorded'],
  ['distance|mayor|mayors|address|email', 'not recorded'],
  ['benefit|benefits|outcome|outcomes|achievement|achievements of|from?', 'not recorded'],
  ['got|get|gained|gain|achieved|produced|produce|had anything|something? out of|from?', 'not recorded'],
  ['got|get|gained|gain|achieved|produced|produce anything|something? from|by', 'not recorded'],
  ['gained|gain|achieved|produced|produce', 'not recorded'],
  [
    'who wrote|writes|complained|objected|petitioned|campaigned|protested|responded in? about|against|to|on?',
    'people',
  ],
  [
    'did|has|have|do anyone|anybody|residents|people|citizens|members write|wrote|written|complain|complained|object|objected|petition|petitioned in? to|about|against|on|support|favour? of? keeping|retaining|ending|suspending|dropping|keep|retain|end|suspend|drop?',
    'people',
  ],
  ['who emailed|spoke|lobbied about|against|to|on|for|at?', 'people'],
  [
    'who is|are|was|were the? twinning|international? officer|officers|coordinator|coordinators|contact|contacts|secretary|organiser|organisers of|for|in|at?',
    'people',
  ],
  ['who signed the petition about|against|on|for?', 'people'],
  [
    'names? of? people|residents|citizens|councillors who|that? wrote|complained|objected|petitioned|responded|spoke|went|signed in? to? the? petition|consultation? about|against|to|on?',
    'people',
  ],
  [
    'how many? people|residents|citizens have|has? wrote|written|complained|objected|responded|petitioned|emailed|signed in?',
    'people',
  ],
  [
    'letters|emails|complaints|objections|objection|petition|petitions were|was? received|sent in? about|against|to|on?',
    'people',
  ],
]
