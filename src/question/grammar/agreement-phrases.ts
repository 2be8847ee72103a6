import type { AgreementFilter, LinkFilter } from '../../library/link-filter.ts'
import { timesByMonth } from './months.ts'
import type { Phrase } from './phrases.ts'

type OfAgreements = { filter: LinkFilter }

const asked = (agreement: AgreementFilter): OfAgreements => ({ filter: { agreement } })

const AGREEMENT = 'agreement|agreements|memorandum|memoranda|mou|mous|charter|charters'
const THAT = 'that|which? is|are|have|has|do|does?'

/** Which agreements: by the days until when they run, as of the day of asking, or by when they are to be reviewed. */
export const AGREEMENT_PHRASES: readonly Phrase<OfAgreements>[] = [
  ...[
    'expired',
    'have|has|had already? run|ran out',
    'ran out',
    `has|have any|an|the|some|which? ${AGREEMENT} already? run|ran out`,
    'no longer in|runs|run|running|valid force|effect?',
    `lapsed|former|old|past ${AGREEMENT}`,
    `${AGREEMENT} have|has lapsed|ended`,
  ].map((says): Phrase<OfAgreements> => [says, asked({ by: 'until', is: 'over' })]),
  ...[
    'still? in force|effect',
    `${AGREEMENT} ${THAT} still run|runs|running`,
    `${AGREEMENT} ${THAT} still? hold|holds|valid|live|current|binding`,
    `current|valid|live|running|existing ${AGREEMENT}`,
  ].map((says): Phrase<OfAgreements> => [says, asked({ by: 'until', is: 'running' })]),
  ...[
    'expire|expires|expired|expiring|lapse|lapses|lapsed',
    'run|runs|running|ran out',
    `${AGREEMENT} ${THAT} end|ends|ended|ending`,
  ].flatMap((says) => withYears(says, 'until')),
  ...[
    'to be reviewed',
    'due|up for? review',
    'due|up to be reviewed',
    'due|up for? a|another|their|its review',
    'come|comes|coming|fall|falls|falling up|due? for review',
    `${AGREEMENT} ${THAT} reviewed`,
    `review|reviews of ${AGREEMENT} due?`,
  ].flatMap((says) => withYears(says, 'review')),
]

function withYears(says: string, by: AgreementFilter['by']): readonly Phrase<OfAgreements>[] {
  return [
    [says, asked({ by })],
    ...timesByMonth((years) => asked({ by, years }), `${says} `),
    [`${says} in|during|within #year`, (year) => asked({ by, years: { from: year, to: year } })],
    [`${says} #relative year`, (year) => asked({ by, years: { from: year, to: year } })],
    [`${says} before #year`, (year) => asked({ by, years: { to: year - 1 } })],
    [`${says} by|until #year`, (year) => asked({ by, years: { to: year } })],
    [`${says} after #year`, (year) => asked({ by, years: { from: year + 1 } })],
    [`${says} since|from #year`, (year) => asked({ by, years: { from: year } })],
  ]
}
