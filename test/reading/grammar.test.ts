import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '../../bench/search/chance.ts'
import { type Answer, findingsOf } from '../../src/answer/answer.ts'
import { countryName } from '../../src/answer/in-words.ts'
import type { Assertion } from '../../src/knowledge/records.ts'
import { realFolder } from '../real-folder.ts'
import { TODAY } from '../small-knowledge.ts'

const { desk, knowledge } = realFolder()

const MANY = process.env.HANSA_EXHAUSTIVE ? 3000 : 300

test('questions put together of all filters, wants and orders are answered as counting by hand answers them', () => {
  const next = chance(20261130)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  for (let at = 0; at < MANY; at++) {
    const [where, narrow, want] = [pick(WHERE), [pick(NARROW), pick(NARROW)], pick(WANTS)]
    const kinds = new Set(narrow.map(({ is }) => is))
    const filters = kinds.size === 2 ? narrow : narrow.slice(0, 1)
    const parts = [where.says, ...filters.map(({ says }) => says)]
    const question = [want.says, 'twinnings', ...parts.sort(() => next() - 0.5)].filter(Boolean).join(' ')
    const of = (parts: readonly Part[]) =>
      byHand.filter((link) => where.holds(link) && parts.every(({ holds }) => holds(link)))
    // Right behind the end, and where none of the ended ones began in those years, the years are those of the end.
    const began = isEndThenYears(question, filters) ? [] : of(filters)
    const left = began.length > 0 ? began : of(endings(filters))
    const answer = desk.answer(question)
    if (left.length === 0) assert.equal(answer.outcome, 'nothing', question)
    else assert.deepEqual(shown(answer), want.of(left).map(nameOf).sort(), question)
  }
})

test('a question asked again as it was understood gives the same answer', () => {
  const next = chance(7)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  for (let at = 0; at < 100; at++) {
    const question = [pick(WANTS).says, 'twinnings', pick(WHERE).says, pick(NARROW).says].join(' ')
    const answer = desk.answer(question)
    const again = desk.answer(answer.ask)
    assert.deepEqual(
      [again.heading, shown(again)],
      [answer.heading, shown(answer)],
      `${question} → ${answer.ask}`,
    )
  }
})

/** All that is said of two places, read straight from the records and not through what is tried here. */
type ByHand = { place: string; twin: string; region?: string; country: string; said: Assertion[] }

const byHand: ByHand[] = []
for (const one of knowledge.assertions) {
  const [place, twin] = [knowledge.places.get(one.place), knowledge.places.get(one.twin)]
  if (!place || !twin) continue
  const known = byHand.find((link) => link.place === place.name && link.twin === twin.name)
  if (known) known.said.push(one)
  else
    byHand.push({
      place: place.name,
      twin: twin.name,
      region: place.region,
      country: twin.country,
      said: [one],
    })
}

function nameOf({ place, twin }: ByHand): string {
  return `${place} – ${twin}`
}

function shown(answer: Answer): readonly string[] {
  return [...new Set(findingsOf(answer).map(({ place, twin }) => `${place} – ${twin}`))].sort()
}

const LEAST = ['active', 'retained', 'listed', 'dormant', 'suspended', 'ending', 'unclear', 'ended']

function statusOf({ said }: ByHand): string | undefined {
  const stated = said.filter(({ status }) => status)
  const newest = stated
    .map(({ on = '' }) => on)
    .sort()
    .at(-1)
  const last = stated.filter(({ on = '' }) => on === newest).map(({ status }) => `${status}`)
  return last.sort((a, b) => LEAST.indexOf(a) - LEAST.indexOf(b)).at(-1)
}

function years({ said }: ByHand): number[] {
  return said.flatMap(({ since }) => (since ? [Number.parseInt(since, 10)] : [])).sort((a, b) => a - b)
}

type Part = { is: string; says: string; holds: (link: ByHand) => boolean; ofEnd?: Part['holds'] }

function isEndThenYears(question: string, parts: readonly Part[]): boolean {
  const [state, since] = ['state', 'since'].map((kind) => parts.find(({ is }) => is === kind))
  return since?.ofEnd !== undefined && question.includes(`${state?.says} ${since.says}`)
}

function endings(parts: readonly Part[]): readonly Part[] {
  const isEnd = parts.some(({ says }) =>
    ['ended', 'suspended', 'dormant', 'ended or suspended'].includes(says),
  )
  return isEnd ? parts.map((part) => ({ ...part, holds: part.ofEnd ?? part.holds })) : parts
}

const places = [...new Set(byHand.map(({ place }) => place))]
const countries = [...new Set(byHand.map(({ country }) => country))]
const WHERE: readonly Part[] = [
  { is: 'where', says: '', holds: () => true },
  ...places.map((name) => ({
    is: 'where',
    says: `of ${name}`,
    holds: ({ place }: ByHand) => place === name,
  })),
  ...countries.map((code) => ({
    is: 'where',
    says: `with ${countryName(code)}`,
    holds: ({ country }: ByHand) => country === code,
  })),
  { is: 'where', says: 'in Yorkshire', holds: ({ region }) => region === 'E12000003' },
]

const state = (says: string, ...of: string[]): Part => ({
  is: 'state',
  says,
  holds: (link) => of.includes(statusOf(link) ?? 'listed'),
})
const since = (says: string, from: number, to: number): Part => ({
  is: 'since',
  says,
  holds: (link) => years(link).some((year) => year >= from && year <= to),
  ofEnd: ({ said }) => {
    const days = said.flatMap(({ status, on }) => (status && on ? [on] : [])).sort()
    const year = Number(days.at(-1)?.slice(0, 4))
    return year >= from && year <= to
  },
})
const AFRICA = ['ZA', 'SL', 'ZM', 'TZ']
const ASIA = ['CN', 'JP', 'PK', 'LK', 'PS', 'IL']
const NARROW: readonly Part[] = [
  state('active', 'active', 'retained'),
  state('ended', 'ended'),
  state('suspended', 'suspended'),
  state('dormant', 'dormant'),
  state('in doubt', 'dormant', 'suspended', 'ending', 'unclear'),
  state('current', 'active', 'retained', 'listed'),
  since('since 1970', 1970, 9999),
  since('before 1960', 0, 1959),
  since('in the 1950s', 1950, 1959),
  since('from 1969', 1969, 1969),
  since('between 1980 and 1990', 1980, 1990),
  since('in the early 1950s', 1950, 1953),
  since('from the mid-fifties', 1954, 1956),
  since('from the late 1960s', 1967, 1969),
  { is: 'since', says: 'with no year recorded', holds: (link) => years(link).length === 0 },
  { is: 'kind', says: 'friendship', holds: ({ said }) => said.some(({ kind }) => /friendship/.test(kind)) },
  { is: 'far', says: 'outside Germany', holds: ({ country }) => country !== 'DE' },
  { is: 'far', says: 'in Africa', holds: ({ country }) => AFRICA.includes(country) },
  { is: 'far', says: 'not in Germany or France', holds: ({ country }) => !['DE', 'FR'].includes(country) },
  { is: 'far', says: 'in Africa or Asia', holds: ({ country }) => [...AFRICA, ...ASIA].includes(country) },
  {
    is: 'far',
    says: 'neither in Africa nor in Asia',
    holds: ({ country }) => ![...AFRICA, ...ASIA].includes(country),
  },
  state('ended or suspended', 'ended', 'suspended'),
  {
    is: 'kind',
    says: 'that are not twins',
    holds: ({ said }) => !said.some(({ kind }) => /twin/.test(kind)),
  },
  {
    is: 'kind',
    says: 'other than sister cities',
    holds: ({ said }) => !said.some(({ kind }) => /sister/.test(kind)),
  },
  { is: 'since', says: 'not ended', holds: (link) => statusOf(link) !== 'ended' },
  {
    is: 'since',
    says: 'except suspended and dormant ones',
    holds: (link) => !['suspended', 'dormant'].includes(statusOf(link) ?? ''),
  },
  since('since 1950 but before 1960', 1950, 1959),
  {
    is: 'kind',
    says: 'friendship or sister',
    holds: ({ said }) => said.some(({ kind }) => /friendship|sister/.test(kind)),
  },
  {
    is: 'since',
    says: 'in 1953 or in the 1980s',
    holds: (link) => years(link).some((year) => year === 1953 || (year >= 1980 && year < 1990)),
  },
]

const all = (links: readonly ByHand[]) => links
const extreme = (end: 0 | -1) => (links: readonly ByHand[]) => {
  const dated = links.filter((link) => years(link).length > 0)
  const best = dated
    .map((link) => years(link).at(end) ?? 0)
    .sort((a, b) => a - b)
    .at(end)
  return best === undefined ? links : dated.filter((link) => years(link).at(end) === best)
}
const WANTS: readonly { says: string; of: (links: readonly ByHand[]) => readonly ByHand[] }[] = [
  { says: '', of: all },
  { says: 'how many', of: all },
  { says: 'which countries have', of: all },
  { says: 'when did', of: all },
  { says: 'list by year', of: all },
  { says: 'oldest', of: extreme(0) },
  { says: 'newest', of: extreme(-1) },
]

test('how old links are narrows them as a year does', () => {
  const year = Number(TODAY.slice(0, 4))
  const same = [
    ['links older than 50 years', `links before ${year - 50}`],
    ['links over 50 years old', `links before ${year - 50}`],
    ['Yorkshire links newer than 30 years', `Yorkshire links since ${year - 29}`],
  ]
  for (const [typed = '', plain = ''] of same) {
    const [one, other] = [desk.answer(typed), desk.answer(plain)]
    assert.ok(one.table && one.table.rows.length > 0, typed)
    assert.deepEqual(one.table, other.table, typed)
  }
})
