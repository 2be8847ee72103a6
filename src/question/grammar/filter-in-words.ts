import type { AgreementFilter, LinkFilter, State, Years } from '../../library/link-filter.ts'

/** A filter as one can type it again, and as a heading says it. */
export function filterInWords(filter: LinkFilter): readonly string[] {
  return [
    ...(filter.state
      ? [STATE_WORDS[filter.state.join(' ')] ?? filter.state.map(stateInWords).join(' or ')]
      : []),
    ...(filter.heldBy ? [`held by ${filter.heldBy === 'council' ? 'the council' : 'an association'}`] : []),
    ...(filter.isDissolved ? ['association dissolved'] : []),
    ...(filter.kind ? [filter.kind.map(kindInWords).join(' or ')] : []),
    ...(filter.on ? [yearsInWords(filter.on)] : []),
    ...(filter.since ? [yearsInWords(filter.since)] : []),
    ...(filter.isUndated ? ['without a year'] : []),
    ...(filter.evidenceBefore ? [`evidence before ${filter.evidenceBefore}`] : []),
    ...(filter.decided ? [DECIDED_AGAIN[filter.decided] ?? `decided to ${filter.decided}`] : []),
    ...(filter.theme ? [`on ${filter.theme}`] : []),
    ...(filter.anniversary ? [`anniversaries in ${filter.anniversary}`] : []),
    ...(filter.atLeast ? [`with at least ${filter.atLeast} links`] : []),
    ...(filter.agreement ? [`agreements ${agreementsInWords(filter.agreement)}`] : []),
    ...(filter.unless ?? []).map((one) => `not ${filterInWords(one).join(' ')}`),
  ]
}

/** `that have run out`, `to be reviewed in 2027`; of one, `that has run out`. */
export function agreementsInWords({ by, years, is }: AgreementFilter, isOne = false): string {
  const when = years ? ` ${yearsOfEnd(years)}` : ''
  if (by === 'review') return `to be reviewed${when}`
  const [have, run] = isOne ? ['has', 'runs'] : ['have', 'run']
  return is === 'over'
    ? `that ${have} run out`
    : is === 'running'
      ? `that still ${run}`
      : `that ${run} out${when}`
}

function yearsOfEnd(years: Years): string {
  const { from, to, days } = years
  return from !== undefined && to === undefined && !days ? `after ${from - 1}` : yearsInWords(years)
}

function kindInWords(kind: string): string {
  return kind === 'twin' || kind === 'partner' ? `kind ${kind}` : kind
}

const DECIDED_AGAIN: Readonly<Record<string, string>> = {
  retain: 'decided to keep',
  propose: 'only proposed',
  receive: 'only received',
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  stands: 'current',
  doubt: 'in doubt',
  'doubt ended': 'not active',
}

function stateInWords(state: State): string {
  return STATE_WORDS[state] ?? state
}

export function yearsInWords({ or, ...years }: Years): string {
  return [spanInWords(years), ...(or ? [yearsInWords(or)] : [])].join(' or ')
}

function spanInWords({ from, to, days }: Years): string {
  if (days) return days.words
  if (from === undefined) return `before ${(to ?? 0) + 1}`
  if (to === undefined) return `since ${from}`
  return from === to ? `in ${from}` : `between ${from} and ${to}`
}
