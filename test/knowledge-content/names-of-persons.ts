import { countryName } from '../../src/answer/in-words.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { ADJECTIVES } from '../../src/places/country-adjectives.ts'
import { isEnglish } from '../../src/search/text/english.ts'
import { FILLERS } from '../../src/search/words/fillers.ts'

/**
 * What reads as the name of a person in a text, and stands by no office: a title and a name; or words with capitals, two at least,
 * that are no name of a place, a people, a council or a publisher and hold no word for a body, a document, an office, a day or a building.
 * A surname that stands all alone is not found.
 */
export function personsIn(text: string, named: ReadonlySet<string>): readonly string[] {
  const titled = [...text.matchAll(TITLED)].map(([found]) => found)
  const runs = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const around = text.slice(Math.max(0, index - BESIDE), index + run.length + BESIDE)
    if (OFFICE.test(around)) return []
    const begins = /(?:^|[.:;!?“"(]) ?$/.test(text.slice(0, index))
    return sentencesIn(run).filter((words, at) => isPerson(words, named, begins || at > 0))
  })
  return [...titled, ...runs.map((words) => words.join(' '))]
}

/** A title and a name behind it; the Lord Mayor is an office. */
const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame|Lord|Lady|Herr|Frau|Monsieur|Madame)\.? (?!Mayor|Provost|Lieutenant|Mayoress)\p{Lu}\S*/gu

/** `Jane`, `J.`, `J.R.`, `O’Neill`, `Ana-María`. */
const CAPITAL = String.raw`\p{Lu}(?:\.(?:\p{Lu}\.)*|[\p{L}’'-]*)`
const PARTICLES = '(?:(?:de|da|di|du|del|van|von|der|den|la|le|bin|ap) )*'
const RUN = new RegExp(String.raw`(?<![\p{L}’'-])${CAPITAL}(?:\.? ${PARTICLES}${CAPITAL})+`, 'gu')

/** An office this near says that somebody is named for holding it. Characters. */
const BESIDE = 30
const OFFICE =
  /(?<!\p{L})(?:mayor|mayoress|leader|councillor|councillors|cllr|provost|minister|ambassador|president|queen|king|prince|chair|consul|governor|sheriff|bishop|sindaco|maire|(?:ober)?bürgermeister(?:in)?)(?!\p{L})/iu

/** The run, cut where a sentence ends, each piece without what often begins one. */
function sentencesIn(run: string): readonly (readonly string[])[] {
  return run.split(/(?<=\p{L}{2}\.) /u).map((piece) => {
    const words = piece.split(' ').map((word) => word.replace(/(?<=\p{L}{2})\.$/u, ''))
    const first = words.findIndex((word) => !FILLERS.has(word.toLowerCase()) && /^\p{Lu}/u.test(word))
    return first === -1 ? [] : words.slice(first)
  })
}

/** `Names Coventry as a twin`: an English word that begins a sentence, and a place. */
function isPerson(words: readonly string[], named: ReadonlySet<string>, begins: boolean): boolean {
  if (words.length < 2 || words.some((word) => word.split('-').some(isThing))) return false
  const isNamed = words.map(
    (word, at) => begins && at === 0 && bare(word).toLowerCase().split('-').every(isEnglish),
  )
  for (const from of words.keys())
    for (let to = words.length; to > from; to--)
      if (named.has(bare(words.slice(from, to).join(' ')))) isNamed.fill(true, from, to)
  return isNamed.includes(false)
}

function isThing(word: string): boolean {
  return THINGS.has(bare(word).toLowerCase())
}

/** Without the sign of whose something is. */
function bare(name: string): string {
  return name.replace(/[’']s?$/, '')
}

const THINGS: ReadonlySet<string> = new Set(
  `council councils committee cabinet board group panel forum society association associations trust club party democrats chancellery
  administration partnership partnerships partnerschaft städtepartnerschaft officer minister mayor deputy provost sheriff queen king teachers
  oberbürgermeister oberbürgermeisterin index charter agreement agreements policy strategy budget fund resources
  twin twinning sister friendship link choir journalism district county borough city town towns province voivodeship valley island islands
  east west north south northern central new saint st bad kreis stadt stadtbezirk hall castle cathedral college school park
  square gallery market way day saturday week war championship festival run`.split(/\s+/),
)

/** What the folder itself says is no person: places and areas by all their names, countries, councils, and bodies that published a source. */
export function namedIn({ places, areas, sources, successors }: Knowledge): ReadonlySet<string> {
  const names = [
    ...[...places.values()].flatMap(({ name, also, contains, country }) => [
      ...[name, ...also, ...contains].flatMap((one) => one.split(/ \(|\)/)),
      countryName(country),
    ]),
    ...[...areas.values()].map(({ name }) => name),
    ...successors.flatMap(({ councils, into }) => [...councils.map(({ name }) => name), ...into]),
    ...[...sources.values()].flatMap(({ publisher = '', author }) => [
      publisher,
      ...author.map(({ literal = '' }) => literal),
    ]),
  ]
  const peoples = [...ADJECTIVES.keys()].map((one) => one.replace(/\b\w/g, (letter) => letter.toUpperCase()))
  return new Set([...names.map(bare), ...peoples])
}
