import type { PartialDate } from '../answer/answer.ts'
import { editorsOf, particlesOf, variable } from './csl-item.ts'
import type { Name, Source } from './source.ts'

/** One record of RIS, as Zotero, EndNote and Mendeley read it. Tags: https://en.wikipedia.org/wiki/RIS_(file_format)#Tags. */
export function ris(source: Source, notes: readonly string[]): string {
  const lines = [
    ['TY', types[source.type] ?? 'GEN'],
    ['ID', source.id],
    ...source.author.map((name) => ['AU', nameOf(name)]),
    ...editorsOf(source).map((name) => ['ED', nameOf(name)]),
    ...documentLines(source),
    ...notes.map((note) => ['N1', note]),
  ]
  return [...lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : [])), 'ER  - '].join(
    '\n',
  )
}

const types: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  'paper-conference': 'CPAPER',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
}

function documentLines(source: Source): (string | undefined)[][] {
  const [first, last] = source.page?.split(/[-–]+/) ?? []
  return [
    ['TI', source.title],
    ['T2', source.containerTitle],
    ['PB', source.publisher],
    ['M3', source.type === 'thesis' ? variable(source, 'genre') : undefined],
    ['CY', variable(source, 'publisher-place')],
    ['ET', variable(source, 'edition')],
    ['VL', variable(source, 'volume')],
    ['IS', variable(source, 'issue') ?? variable(source, 'number')],
    ['SP', first],
    ['EP', last],
    ['PY', source.issued?.slice(0, 4)],
    ['DA', slashed(source.issued)],
    ['SN', variable(source, 'ISBN') ?? variable(source, 'ISSN')],
    ['DO', source.doi],
    ['UR', source.url],
    ['Y2', slashed(source.accessed)],
  ]
}

function nameOf(name: Name): string {
  const { family, given, literal, suffix } = name
  if (!family) return literal ?? given ?? ''
  return [[particlesOf(name), family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ')
}

/** `2018-09` → `2018/09//`: RIS keeps the slashes of the parts that are not known. */
function slashed(date: PartialDate | undefined): string | undefined {
  if (!date) return undefined
  const [year, month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/** A value that broke the line could start a tag of its own. */
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
