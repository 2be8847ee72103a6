import type { Decided } from '../../knowledge/records-on-links.ts'
import { atHome, type Locality } from '../../places/locality.ts'
import { FILLERS, LINK_WORDS } from '../../search/words/fillers.ts'
import type { Word } from '../../search/words/fold.ts'
import { filterOf, type Meaning } from './filters.ts'
import type { Found } from './phrases.ts'
import { ADDS_NOTHING } from './wants.ts'

/** What a body does to a link, as people say it: behind `did`, and behind `has` or alone. */
const VERBS: readonly (readonly [decided: Decided, base: string, past: string])[] = [
  [
    'end',
    'end, drop, cut, cut off, sever, stop, leave, relinquish, terminate, break, break off, give up, abandon, scrap, discontinue, axe, close, close down, wind up, revoke, cancel, get rid of, pull out of, withdraw from, walk away from, let go, let go of',
    'ended, dropped, cut, cut off, severed, stopped, left, relinquished, terminated, broke off, broken off, gave up, given up, abandoned, scrapped, discontinued, axed, closed, closed down, wound up, revoked, cancelled, got rid of, pulled out of, withdrew from, withdrawn from, walked away from, let go',
  ],
  ['suspend', 'suspend, pause, halt, freeze, rest', 'suspended, paused, halted, frozen, froze, rested'],
  [
    'retain',
    'retain, keep, maintain, preserve, hold on to',
    'retained, kept, maintained, preserved, held on to',
  ],
  ['renew', 'renew, extend, reaffirm, re sign', 'renewed, extended, reaffirmed, re signed'],
  [
    'start',
    'start, begin, establish, set up, enter into, take up, found',
    'started, begun, began, established, set up, entered into, taken up, took up, founded',
  ],
  [
    'hand over',
    'hand over, hand on, pass on, give away',
    'handed over, handed on, passed on, given away, gave away',
  ],
  ['refuse', 'refuse, reject, turn down, decline', 'refused, rejected, turned down, declined'],
  ['review', 'review, assess, evaluate', 'reviewed, assessed, evaluated'],
  ['propose', 'propose, suggest, plan', 'proposed, suggested, planned'],
  ['receive', 'receive, consider, note', 'received, considered, noted'],
]

const BASE = byWords(1)
const PAST = byWords(2)

/** The longest first: `give up` before `give`. */
function byWords(form: 1 | 2): readonly { decided: Decided; says: readonly string[] }[] {
  const all = VERBS.flatMap((verb) =>
    verb[form].split(', ').map((says) => ({ decided: verb[0], says: says.split(' ') })),
  )
  return all.toSorted((one, other) => other.says.length - one.says.length)
}

const ASKS_WHAT: ReadonlySet<string> = new Set(['what', 'which'])
const HAS: ReadonlySet<string> = new Set(['has', 'have', 'had'])
const DEEDS: ReadonlySet<string> = new Set([...BASE, ...PAST].flatMap(({ says }) => says.slice(0, 1)))

/** Whether a word for what bodies do to a link stands among them. */
export function namesADeed(words: readonly Word[]): boolean {
  return words.some(({ text }) => DEEDS.has(text))
}

/** What a body ended that is not one link: its twinnings, or the money for them. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...LINK_WORDS,
  ...'budget budgets scheme funding grant grants programme arrangement arrangements town towns city cities all any its their the of with a'.split(
    ' ',
  ),
])
const OWN: ReadonlySet<string> = new Set(['its', 'their', 'all', 'any', 'the'])

/** The phrases of a question on a place here, with what it asks of its decisions in the stead of what the verb means elsewhere. */
export function withDecided(
  phrases: readonly Found<Meaning>[],
  words: readonly Word[],
  inNames: ReadonlySet<number>,
  named: readonly (Locality | undefined)[],
): readonly Found<Meaning>[] {
  const isOfHomes = named.length > 0 && named.every(isHome)
  const did = isOfHomes ? decidedBy(words, inNames) : undefined
  if (!did || (isBare(words, inNames) && meansLinks(did, phrases, words))) return phrases
  const years = phrases.filter((one) => one.from >= did.to && filterOf(one)?.since !== undefined)
  return [did, ...years]
}

/** `Links Sheffield gave up`, `links that Sheffield gave up`, behind the word for links. */
function isBare(words: readonly { text: string }[], inNames: ReadonlySet<number>): boolean {
  return words.slice(0, Math.min(...inNames)).every(({ text }) => text === 'that' || text === 'of')
}

/** `Links Leeds ended`, `links Leeds established in 1969` are links by their state or year. */
function meansLinks(
  { from, to }: Found<Meaning>,
  phrases: readonly Found<Meaning>[],
  words: readonly Word[],
): boolean {
  const isOfState = phrases.some((one) => one.from < to && one.to > from && filterOf(one)?.state)
  return isOfState || ADDS_NOTHING.has(words[from]?.text ?? '')
}

function isHome(locality: Locality | undefined): boolean {
  return locality !== undefined && atHome(locality)
}

/**
 * `Which links did Sheffield give up`, `what has Sheffield kept`, `did Bristol end its twinning budget`: of a place here and no partner it is asked
 * which of its decisions did so. `inNames`: the words of the place's name.
 */
function decidedBy(words: readonly Word[], inNames: ReadonlySet<number>): Found<Meaning> | undefined {
  const texts = words.map(({ text }) => text)
  const [first = ''] = texts
  const did = texts.findIndex((text, at) => !inNames.has(at) && (text === 'did' || HAS.has(text)))
  const isWhat = ASKS_WHAT.has(first) || LINK_WORDS.has(first) || isBare(words, inNames)
  if (did < 0 ? !isWhat : did > 0 && !isWhat) return undefined
  if (!texts.slice(0, Math.max(did, 0)).every((text) => ASKS_WHAT.has(text) || FILLERS.has(text)))
    return undefined
  const last = Math.max(...inNames)
  const verb = verbBehind(texts, last + 1, did >= 0 && texts[did] === 'did' ? BASE : PAST)
  if (!verb) return undefined
  const behind = texts.slice(verb.to)
  const isObject = behind.length > 1 && OWN.has(behind[0] ?? '') && behind.every((text) => OBJECTS.has(text))
  const isOfYears = behind.every((text) => /^(19|20)\d\d$/.test(text) || WHEN.has(text))
  const isToWhom =
    verb.decided === 'hand over' && behind[0] === 'to' && behind.every((text) => TO_WHOM.has(text))
  if (did === 0 ? !isObject : !isOfYears && !isToWhom) return undefined
  const to = isObject || isToWhom ? texts.length : verb.to
  return {
    from: verb.from,
    to,
    means: { want: 'decisions', filter: { filter: { decided: verb.decided } } },
  }
}

/** Whom a body hands a link over to. */
const TO_WHOM: ReadonlySet<string> = new Set(
  'to a an the its their local twinning independent association associations society societies group groups community'.split(
    ' ',
  ),
)

const WHEN: ReadonlySet<string> = new Set(['in', 'since', 'after', 'before', 'during'])

/** Right behind the name, but for words that say nothing. */
function verbBehind(texts: readonly string[], behind: number, verbs: typeof BASE) {
  const isFiller = (text: string) => SAY_NOTHING.has(text)
  const from = texts.findIndex((text, at) => at >= behind && !isFiller(text))
  const found = verbs.find(({ says }) => says.every((word, more) => texts[from + more] === word))
  return found && { decided: found.decided, from, to: from + found.says.length }
}

const SAY_NOTHING: ReadonlySet<string> = new Set(
  'council city town county borough ever then also formally'.split(' '),
)
