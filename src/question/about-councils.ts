import type { Knowledge, Place } from '../knowledge/records.ts'
import { type CouncilAsked, councilNamed, councilOf, councilOver, isCalledAs } from '../library/councils.ts'
import type { Library, ReadQuestion } from '../library/library.ts'
import { type Link, scopeOf } from '../library/link.ts'
import { sameLocality } from '../places/gazetteer.ts'
import { atHome, covers, type Locality } from '../places/locality.ts'
import { LINK_WORDS } from '../search/words/fillers.ts'
import { wordsOf } from '../search/words/fold.ts'
import type { Asked } from './grammar/asked.ts'
import { OF_COUNCILS } from './grammar/on-record.ts'
import { without } from './grammar/phrases.ts'
import type { Intent } from './query.ts'

/** What a council is looked for in; `read` reads words. */
type Held = { library: Library; links: readonly Link[]; read: (words: string) => ReadQuestion }

/** What becomes of a council: of one by its name, be it a place here or not, or of that around a place that is held. */
export function aboutCouncil(
  { want, rest }: Asked,
  question: ReadQuestion,
  { links, read, library: { knowledge } }: Held,
): { intent: Intent } | undefined {
  if (!OF_COUNCILS.has(want)) return undefined
  const who = question.asTyped()
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  // Who takes over a link is asked of the council that holds it; what becomes of it, of the link.
  const isOfHomes = want === 'succession' || named.every(atHome)
  const places = isOfHomes ? innermost(eachOnce(named.filter(atHome))) : named
  const [only, another] = places
  // `What becomes of Norwich’s and Ipswich’s links`: of each by itself.
  if (another && isOfHomes) return { intent: { is: 'councils', of: { are: 'ending' }, localities: places } }
  const place = !another && only?.is === 'place' ? only.place : undefined
  // A council that is no place here, beside one that is.
  const parts = who.how === 'empty' ? partsOf(rest) : []
  const council =
    (place && councilOf(place, knowledge)) ??
    councilNamed(rest, knowledge) ??
    parts.map((part) => councilNamed(part, knowledge)).find((one) => one !== undefined) ??
    (place && councilOver(place, knowledge))
  if (!council) return undefined
  const held = place ?? placeOf(council, knowledge) ?? homeIn(parts, read)
  const scope = held && scopeOf([{ is: 'place', place: held }], links)
  return { intent: { is: 'becomes', words: place?.name ?? council.name, council, ...(scope && { scope }) } }
}

/** The place of a council that was asked for by its name. */
function placeOf({ name, isSuccessor, said }: CouncilAsked, { places }: Knowledge): Place | undefined {
  const own = said.flatMap(({ councils }) => councils).find((one) => one.name === name)
  return isSuccessor || !own ? undefined : places.get(own.code)
}

/** The one place of the UK that a clause names: whose links are asked for. */
function homeIn(parts: readonly string[], read: Held['read']): Place | undefined {
  const homes = parts.flatMap((part) => {
    const who = read(part).asTyped()
    return who.how === 'meant' ? who.meant.map(({ locality }) => locality).filter(atHome) : []
  })
  const [only, another] = homes
  return !another && only?.is === 'place' ? only.place : undefined
}

/** `Who inherits Kendal’s twinnings now South Lakeland has gone`: the council has a clause of its own. */
function partsOf(rest: string): readonly string[] {
  const parts = rest.split(/[,;:]|\b(?:now|when|once|since|after|because|as|if|that)\b/i)
  return parts.length > 1 ? parts : []
}

/** `Norwich’s links when Norwich City Council ends`: one place, named twice. */
function eachOnce(named: readonly Locality[]): readonly Locality[] {
  return named.filter((one, at) => named.findIndex((other) => sameLocality(one, other)) === at)
}

/** `Surrey is split, who gets Guildford’s links`: of Guildford, which lies in it. */
function innermost(named: readonly Locality[]): readonly Locality[] {
  const holds = (one: Locality) =>
    named.some((other) => other !== one && other.is === 'place' && covers(one, other.place))
  return named.filter((one) => !holds(one))
}

export function isCouncil([only, another]: readonly Locality[]): boolean {
  return only !== undefined && another === undefined && atHome(only)
}

/**
 * `Does Basildon end in 2028`, `now that Mendip is gone, who has its twinnings`: said of a council right behind its name, it asks what
 * becomes of that. What is told to end with an object is a link.
 */
export function ofItsEnd(asked: Asked, question: ReadQuestion, context: Held): Asked {
  const { whole } = asked
  const words = wordsOf(whole)
  // Links are asked for behind it: `does Norwich end, and who has its twinnings`.
  const isOfLinks = wordsOf(whole.split(/[,;?]/)[0] ?? '').some(({ text }) => LINK_WORDS.has(text))
  const at = words.findIndex(({ text }) => IS_NO_MORE.has(text) || (ENDS.has(text) && !isOfLinks))
  const [verb, next] = [words[at], words[at + 1]]
  const ofLink = endOfLink(asked, context)
  if (ofLink) return ofLink
  if (OF_COUNCILS.has(asked.want) || asked.filter.decided || !verb) return asked
  if (
    next &&
    !GOES_ON.has(next.text) &&
    !(next.text === 'to' && words[at + 2]?.text === 'exist') &&
    !/[^\s\w]/.test(whole.slice(verb.end, next.start))
  )
    return asked
  const who = question.asTyped()
  if (who.how === 'meant' && who.meant.some(({ locality }) => !atHome(locality))) return asked
  const last = words.slice(0, at).findLastIndex(({ text }) => !IS.has(text))
  for (let first = Math.max(0, last + 1 - LONGEST); first <= last; first++) {
    const name = whole.slice(words[first]?.start, words[last]?.end)
    if (isOfCouncil(name, context))
      return { ...asked, want: 'succession', filter: {}, rest: name, everywhere: false, ofLinks: true }
  }
  return asked
}

/** `Did Wallingford end Luxeuil`, `when was the end of Leeds and Lille`: beside both ends of a link it is that link which ends. */
function endOfLink(asked: Asked, { read }: Held): Asked | undefined {
  const words = wordsOf(asked.rest)
  const at = words.findIndex(({ text }) => text === 'end' || text === 'ends')
  if (at < 0) return undefined
  const rest = without(asked.rest, new Set([at]))
  const who = read(rest).asMeant()
  const isOfLink =
    who.how === 'meant'
      ? who.meant.length > 1 && who.meant.some(({ locality }) => !atHome(locality))
      : who.how === 'empty' && who.beside.length > 0
  if (!isOfLink) return undefined
  return {
    ...asked,
    rest,
    want: asked.want === 'list' ? 'state' : asked.want,
    everywhere: false,
    ofLinks: true,
  }
}

function isOfCouncil(name: string, { read, library }: Held): boolean {
  if (councilNamed(name, library.knowledge)) return true
  const who = read(name).asTyped()
  if (who.how === 'empty') return who.known.some(({ country }) => country === 'GB')
  return (
    who.how === 'meant' &&
    isCouncil(who.meant.map(({ locality }) => locality)) &&
    isCalledAs(who.meant[0].typed, name)
  )
}

const ENDS: ReadonlySet<string> = new Set('end ends ending cease ceases ceased exist exists'.split(' '))
const IS_NO_MORE: ReadonlySet<string> = new Set(
  'gone defunct disappear disappears disappeared vanished'.split(' '),
)
const IS: ReadonlySet<string> = new Set(
  'is are has have was were be being been s still no longer yet going due set to'.split(' '),
)
const GOES_ON: ReadonlySet<string> = new Set(
  'who what which where when in on by and so as next too yet under after'.split(' '),
)
/** Words of the longest name: `Bournemouth, Christchurch and Poole Council`. */
const LONGEST = 8
