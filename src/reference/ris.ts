import type { PartialDate } from '../answer/answer.ts'
import { dateInWords, isPlain } from './dates.ts'
import { pagesOf, pagesWith } from './locator.ts'
import { plainText } from './markup.ts'
import { issuedOf, makersOf, type Name, namesOf, particlesOf, type Source, variable } from './source.ts'

/** One record of RIS, as Zotero, EndNote and Mendeley read it. Tags: https://en.wikipedia.org/wiki/RIS_(file_format)#Tags. */
export function ris(source: Source, notes: readonly string[]): string {
  const editors = namesOf(source, 'editor')
  const translators = namesOf(source, 'translator')
  const lines = [
    ['TY', types[source.type] ?? 'GEN'],
    ['ID', source.id],
    ...makersOf(source).map((name) => ['AU', nameOf(name)]),
    ...editors.map((name) => ['ED', nameOf(name)]),
    ...translators.map((name) => ['A4', nameOf(name)]),
    ...documentLines(source),
    ...[...source.author, ...editors, ...translators].flatMap(wholeName).map((note) => ['N1', note]),
    ...dateNote(source).map((note) => ['N1', note]),
    ...notes.map((note) => ['N1', note]),
  ]
  return [...lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : [])), 'ER  - '].join(
    '\n',
  )
}

const types: Readonly<Record<string, string>> = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  classic: 'CLSWK',
  dataset: 'DATA',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  periodical: 'JFULL',
  personal_communication: 'PCOMM',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SLIDE',
  standard: 'STAND',
  thesis: 'THES',
  treaty: 'LEGAL',
  webpage: 'ELEC',
}

function documentLines(source: Source): (string | undefined)[][] {
  const pages = pagesOf(source.page ?? '')
  const [only] = pages.length === 1 ? pages : []
  return [
    ['TI', source.title],
    ['T2', source.containerTitle],
    ['T3', variable(source, 'collection-title')],
    ['PB', source.publisher],
    ['M3', source.type === 'thesis' ? variable(source, 'genre') : undefined],
    ['CY', variable(source, 'publisher-place')],
    ['ET', variable(source, 'edition')],
    ['VL', variable(source, 'volume')],
    ['NV', variable(source, 'number-of-volumes')],
    ['IS', variable(source, 'issue') ?? variable(source, 'number')],
    ['M1', variable(source, 'collection-number')],
    ['SP', only?.first ?? pagesWith(pages, '–')],
    ['EP', only?.last],
    ['PY', source.issued?.slice(0, 4)],
    ['DA', slashed(source.issued)],
    ['SN', variable(source, 'ISBN') ?? variable(source, 'ISSN')],
    ['DO', source.doi],
    ['UR', source.url],
    ['Y2', slashed(source.accessed)],
  ]
}

/** A comma parts a family name from a given one, and RIS has no other sign: a body stays one without its commas. */
function nameOf(name: Name): string {
  const { family, given, literal, suffix } = name
  if (!family) return (literal ?? given ?? '').replace(/\s*,+\s*/g, ' ').trim()
  return [[particlesOf(name), family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ')
}

function wholeName({ family, literal }: Name): readonly string[] {
  return !family && literal?.includes(',') ? [`Full name: ${literal}`] : []
}

/** What a year, a month and a day do not say: `2019–2020`, `c. 2010`, `in press`. */
function dateNote(source: Source): readonly string[] {
  const issued = issuedOf(source)
  return issued && !isPlain(issued) ? [`Date: ${dateInWords(issued)}`] : []
}

/** `2018-09` → `2018/09//`: RIS keeps the slashes of the parts that are not known. */
function slashed(date: PartialDate | undefined): string | undefined {
  if (!date) return undefined
  const [year, month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/** A value that broke the line could start a tag of its own. */
function oneLine(value: string): string {
  return plainText(value).replace(/\s+/g, ' ').trim()
}
