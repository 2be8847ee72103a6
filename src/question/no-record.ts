import type { Phrase } from './phrases.ts'

/** What people ask of links and no record of one tells: `people` who wrote in, what it brought, how large places are. */
type NoRecord = 'people' | 'size' | 'not recorded'

export const NO_RECORD_PHRASES: readonly Phrase<NoRecord>[] = [
  ['largest|biggest|smallest', 'size'],
  ['nearest|closest|furthest|farthest|richest|poorest', 'not recorded'],
  ['how far|often', 'not recorded'],
  ['how big|large|small|populous', 'size'],
  ['how? many? people|inhabitants live|lives|living in?', 'size'],
  ['of? about|around|roughly|similar|our|their|the? same? own? size|population as|to?', 'size'],
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
  ['who signed the petition about|against|on|for?', 'people'],
  [
    'names? of? people|residents|citizens|councillors who|that? wrote|complained|objected|petitioned|responded|spoke|went|signed in? to? the? petition|consultation? about|against|to|on?',
    'people',
  ],
  ['how many? people|residents wrote|complained|objected|responded in?', 'people'],
  [
    'letters|emails|complaints|objections|objection|petition|petitions were|was? received|sent in? about|against|to|on?',
    'people',
  ],
]
