import type { Knowledge } from '../knowledge/records.ts'
import type { ReadQuestion } from '../library/library.ts'
import { yearsAsked } from '../library/link-filter.ts'
import { concerns, recordsOf } from '../library/records-about-place.ts'
import { atHome, covers, type Locality } from '../places/locality.ts'
import type { Who } from '../places/meant.ts'
import { isEnglish } from '../search/text/english.ts'
import { FILLERS, LINK_WORDS } from '../search/words/fillers.ts'
import { fold, type Word, wordsOf } from '../search/words/fold.ts'
import { aboutCouncil } from './about-councils.ts'
import { aboutPlaces, type Begun, everywhere, type Understanding } from './about-places.ts'
import { type Asked, wordsIn } from './grammar/asked.ts'
import { subjectsIn } from './grammar/folder-words.ts'
import { bareYear, howeverTheyStand } from './grammar/joined-filters.ts'
import { isOnRecord, isOurs, MATTERS, OF_CRITERIA, OF_RECORDS } from './grammar/on-record.ts'
import { without } from './grammar/phrases.ts'
import { ASKS_WHETHER, GIVES_A_REASON, type Want, wantOf } from './grammar/wants.ts'
import { around, hasCapital, namesAWord, namesOf, type OneWord, saysMore } from './names-apart.ts'
import { isResolved } from './word-or-place.ts'

/**
 * `Was any money spent on Chengdu`, `minutes on Narnia`: what is asked for is recorded of links alone, so the places named
 * answer it, whatever plain words stand around them, and a name that nothing here knows is told as such. Other places'
 * records would be no answer. Undefined where neither is so.
 */
export function aboutSubject(
  read: Asked,
  readQuestion: ReadQuestion,
  context: Begun,
): Understanding | undefined {
  if (read.everywhere) return undefined
  const subject = bySubject(read, readQuestion, context)
  const byGrammar = !subject && OF_RECORDS.has(read.want) && read.rest !== read.whole
  const { asked, reason } = withoutReason(subject ?? read, context)
  const isAsked = subject ?? (byGrammar || asked.want === 'decisions')
  const question = context.read(asked.rest)
  const isRead = isResolved(question.asTyped()) && !namesAWord(question)
  if (isRead && (!isAsked || (byGrammar && reason.length === 0))) return undefined
  const isPlain = read.want === 'list' && read.rest === read.whole
  if (!isAsked && (isPlain || !speaksOfLinks(asked))) return undefined
  const { names, plain, others } = around(asked.rest, question)
  // Whatever is asked of links of a name that nobody knows, those of others are no answer.
  if (!isAsked && plain.length === others.length) return undefined
  if (!names.some(hasCapital) && plain.some(({ text }) => !isEnglish(text) && !/^\d+$/.test(text)))
    return undefined
  if (names.length === 0 && plain.length === others.length)
    return ofAll(asked, [...asTyped(plain.filter(saysMore), asked.rest), ...reason], context)
  const rest = without(asked.rest, new Set(plain.map(({ at }) => at)))
  const named = context.read(rest)
  const unknown = others.filter((one) => !plain.includes(one))
  const who = withoutChance(named.asMeant(), asTyped(unknown, asked.rest).join(' '), context)
  const more = asTyped(plain.filter(saysMore), asked.rest)
  if (!isOfLinks(asked, who, byGrammar, more, context)) return undefined
  if (!byGrammar && speaksOfPlaces(asked, readQuestion, more, who, context)) return undefined
  const council = aboutCouncil({ ...asked, rest }, named, context)
  if (council) return council
  const { intent, unused = [] } = aboutPlaces({ ...asked, rest }, who, named, context)
  return { intent, unused: [...unused, ...more, ...reason] }
}

/** `Has any council ended a link over human rights`, `should we suspend over war`, criteria for twins: what all decided so. */
function ofAll(asked: Asked, unused: readonly string[], context: Begun): Understanding | undefined {
  const words = wordsOf(asked.whole)
  const { want, filter } = asked
  const isMatter = words.some(({ text }) => MATTERS.has(text))
  const isOfAll =
    want === 'criteria'
      ? isHeld(want, [], context.library.knowledge)
      : filter.decided !== undefined && (isOurs(words) || !isMatter)
  // `Decided by cabinet in 2022`
  const isOfYears = want === 'decisions' && yearsAsked(filter) !== undefined && !isMatter
  if (!isOfYears && !(isOfAll && (speaksOfLinks(asked) || isOurs(words)))) return undefined
  const all = everywhere(asked.whole, asked, context)
  return { ...all, unused: [...unused, ...all.unused] }
}

/** `Zorbville and its Russian link` is not nearly Russia, where nothing is near to the name that nobody knows. */
function withoutChance(who: Who, unknown: string, { read }: Begun): Who {
  if (unknown === '' || who.how !== 'near' || who.isSlip) return who
  const alone = read(unknown).asMeant()
  return alone.how === 'unknown' || (alone.how === 'near' && alone.choices.length === 0) ? alone : who
}

function asTyped(some: readonly OneWord[], text: string): readonly string[] {
  const words = wordsOf(text)
  return some.map(({ at }) => text.slice(words[at]?.start, words[at]?.end))
}

/** What a word for a record takes the place of: `minutes on the link that ended` asks for no list of links. */
const PLAIN_WANTS: ReadonlySet<Want> = new Set<Want>(['list', 'whether', 'state', 'when'])

/** `How many letters` counts no links, `conditions of grants` asks for no sums, `rules for new partners` for none of the newest. */
const MORE_TELLING: Readonly<Partial<Record<Want, readonly Want[]>>> = {
  people: ['count'],
  visits: ['costs'],
  criteria: ['costs', 'latest', 'new', 'places'],
  decisions: ['latest'],
}

function isMoreTelling(want: Want, read: Want, words: readonly Word[]): boolean {
  // `Was the grant withdrawn`: how much it was is not asked.
  const isWhether = ASKS_WHETHER.has(words[0]?.text ?? '') || ASKS_WHEN.has(words[0]?.text ?? '')
  if (want === 'decisions' && (read === 'costs' || read === 'visits')) return isWhether
  return PLAIN_WANTS.has(read) || MORE_TELLING[want]?.includes(read) === true
}

const ASKS_WHEN: ReadonlySet<string> = new Set(['when', 'why'])

/**
 * `Should we end the link with Russia over Ukraine`: where a partner is named already, what stands behind `over` is the reason
 * and no other partner.
 */
function withoutReason(asked: Asked, { read }: Begun): { asked: Asked; reason: readonly string[] } {
  const words = wordsOf(asked.rest)
  const at = words.findIndex(({ text }) => GIVES_A_REASON.has(text))
  const start = words[at]?.start
  if (start === undefined) return { asked, reason: [] }
  const before = asked.rest.slice(0, start)
  const named = read(before)
    .mentioned()
    .flatMap(({ localities }) => localities)
  // `Should we suspend because of the war in Ukraine` names no partner at all.
  const isNobodys = named.length === 0 && asked.filter.decided !== undefined && isOurs(wordsOf(asked.whole))
  if (!isNobodys && !named.some((locality) => !atHome(locality))) return { asked, reason: [] }
  const reason = words.slice(at).filter(({ text }) => !FILLERS.has(text))
  const isForReasons = asked.want === 'state' || asked.filter.state !== undefined
  return {
    asked: { ...asked, rest: before, ...(isForReasons && { want: 'decisions' }) },
    reason: reason.map(({ start, end }) => asked.rest.slice(start, end)),
  }
}

/** The same question, asking for records by words that the folder knows for them, be they words of the grammar too: `policy on new partners`. */
export function bySubject(asked: Asked, question: ReadQuestion, context: Begun): Asked | undefined {
  const { whole, rest } = asked
  return (
    subjectIn(asked, question, context) ??
    (rest === whole ? undefined : subjectIn({ ...asked, rest: whole }, question, context))
  )
}

function subjectIn(asked: Asked, question: ReadQuestion, { library }: Begun): Asked | undefined {
  const words = wordsOf(asked.rest)
  // `Test valley`: a longer name keeps its words, though they are plain and small.
  const longNames = question.mentioned().flatMap(({ typed }) => (wordsOf(typed).length > 1 ? [typed] : []))
  const names = [...namesOf(question), ...longNames]
  const inNames = new Set(names.flatMap((name) => wordsIn(name, words, asked.rest)))
  const all = subjectsIn(words, library.knowledge).filter(
    ({ from, to }) => !words.some((_, at) => at >= from && at < to && inNames.has(at)),
  )
  // `On what grounds did Exeter object` asks for no objectors.
  const found = all.filter(({ asks }) => asks !== 'people' || all[0]?.asks === asks)
  if (found.length === 0) return undefined
  const want = wantOf(
    found.map(({ asks }) => asks),
    false,
  )
  // `Let lapse` is what was decided, and no agreement that runs out.
  const { agreement, ...others } = asked.filter
  const read = asked.byLinkWord || agreement ? 'list' : asked.want
  if (!isMoreTelling(want, read, wordsOf(asked.whole))) return undefined
  const isBeside = (text: string) => want === 'criteria' && OF_CRITERIA.has(text)
  const taken = new Set(
    words.flatMap(({ text }, at) =>
      found.some(({ from, to }) => at >= from && at < to) || (isBeside(text) && !inNames.has(at)) ? [at] : [],
    ),
  )
  const filter = {
    ...(want === 'decisions'
      ? others
      : howeverTheyStand(want === 'agreements' ? asked.filter : others, want)),
    ...(isOnRecord(want) && bareYear(words, taken)),
  }
  return { ...asked, want, filter, rest: without(asked.rest, taken), ofLinks: true }
}

/** What says so; or what names both ends, or of which such a record is held. */
function isOfLinks(
  asked: Asked,
  who: Who,
  byGrammar: boolean,
  more: readonly string[],
  { library: { knowledge } }: Begun,
): boolean {
  const { want } = asked
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  // Criteria are recorded as such and as nothing else.
  if (byGrammar && want === 'criteria' && isHeld(want, named, knowledge)) return true
  if (byGrammar) return speaksOfLinks(asked) || named.length !== 1 || !named.every(atHome)
  // `Which Newcastle` is asked, where its partner is named beside it.
  const isChoice = who.how === 'several' && who.beside.length > 0
  if (isPair(named) || isChoice || (named.length > 0 && isHeld(want, named, knowledge))) return true
  const isFarPlace = named.length > 0 && named.every((one) => one.is === 'place' && !atHome(one))
  const isOfPersons = want === 'visits' || want === 'people'
  return speaksOfLinks(asked) || (isFarPlace && (more.length === 0 || isOfPersons))
}

function speaksOfLinks({ whole }: Asked): boolean {
  return wordsOf(whole).some(({ text }) => LINK_WORDS.has(text))
}

function isPair(named: readonly Locality[]): boolean {
  return named.length > 1 && named.some(atHome) && !named.every(atHome)
}

/** `Impact of partnerships of universities in Leeds`: something is written on just that, beside its links. */
function speaksOfPlaces(
  { want }: Asked,
  question: ReadQuestion,
  more: readonly string[],
  who: Who,
  { library: { knowledge } }: Begun,
): boolean {
  const named = who.how === 'meant' ? who.meant.map(({ locality }) => locality) : []
  if (more.length === 0 || named.length === 0 || isPair(named) || isHeld(want, named, knowledge)) return false
  const isAbout = (id: string) => {
    const { link, places = [] } = knowledge.statements.get(id) ?? {}
    const about = places.flatMap((place) => knowledge.places.get(place) ?? [])
    return link === undefined && about.some((place) => named.some((one) => covers(one, place)))
  }
  return question
    .said()
    .hits.some(({ id, holds }) => isAbout(id) && more.every((word) => holds.map(fold).includes(fold(word))))
}

function isHeld(want: Want, named: readonly Locality[], knowledge: Knowledge): boolean {
  return (
    isOnRecord(want) &&
    recordsOf(want === 'visits' ? 'costs' : want, knowledge).some((one) => concerns(one, named, knowledge))
  )
}
