import { editorsOf, particlesOf, variable } from './csl-item.ts'
import type { Name, Source } from './source.ts'

/** One entry of BibTeX that biblatex reads as well: `date` and `urldate` keep days, `year` and `month` serve the old styles. */
export function bibtex(source: Source, notes: readonly string[]): string {
  const type = typeOf(source)
  const fields = [...fieldsOf(source, type), ['note', tex(notes.join('. '))]]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return [`@${type}{${source.id},`, ...lines, '}'].join('\n')
}

const types: Readonly<Record<string, string>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
}

/** A thesis whose degree is not recorded is not called a doctor's: the field `type` says what it is. */
function typeOf(source: Source): string {
  if (source.type !== 'thesis') return types[source.type] ?? 'misc'
  return /master|\bM(?:\.?A|\.?Sc|\.?Phil)\b/i.test(variable(source, 'genre') ?? '')
    ? 'mastersthesis'
    : 'phdthesis'
}

/** Who stands behind the document has another name in each type. */
const publishers: Readonly<Record<string, string>> = {
  techreport: 'institution',
  phdthesis: 'school',
  mastersthesis: 'school',
}

const containers: Readonly<Record<string, string>> = {
  article: 'journal',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
}

function fieldsOf(source: Source, type: string): (string | undefined)[][] {
  const own = (name: string) => tex(variable(source, name))
  const [year, month] = source.issued?.split('-') ?? []
  return [
    ['author', source.author.map(nameOf).join(' and ')],
    ['editor', editorsOf(source).map(nameOf).join(' and ')],
    // In a second pair of braces, so that no style turns "Leeds" into "leeds".
    ['title', `{${tex(source.title)}}`],
    [containers[type] ?? 'howpublished', tex(source.containerTitle)],
    [publishers[type] ?? 'publisher', whole(tex(source.publisher))],
    ['type', source.type === 'thesis' ? (own('genre') ?? 'Thesis') : undefined],
    ['address', whole(own('publisher-place'))],
    ['edition', own('edition')],
    ['series', own('collection-title')],
    ['volume', own('volume')],
    ['number', own('issue') ?? own('number')],
    ['pages', tex(source.page)?.replace(/[-–]+/g, '--')],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', source.issued],
    ['isbn', own('ISBN')],
    ['issn', own('ISSN')],
    ['doi', source.doi],
    ['url', source.url?.replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['urldate', source.accessed],
  ]
}

/**
 * `Cosgrave, Ellie`. Braces keep together what BibTeX would take apart: a body, `{Leeds City Council}`, and a family
 * name of several words, `{Moreira da Silva}, Jorge`.
 */
function nameOf(name: Name): string {
  const { family, given, literal, suffix } = name
  if (!family) return `{${tex(literal ?? given ?? '')}}`
  const last = family.includes(' ') ? `{${tex(family)}}` : tex(family)
  return [[tex(particlesOf(name)), last].filter(Boolean).join(' '), tex(suffix), tex(given)]
    .filter(Boolean)
    .join(', ')
}

/** These fields are lists: "Urban Innovation and Policy Lab" would be two publishers. */
function whole(name: string | undefined): string | undefined {
  return name && / and /i.test(name) ? `{${name}}` : name
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** The ten characters that mean something to TeX. Other scripts and accents stay as they are: readers take UTF-8. */
function tex(words: string | undefined): string | undefined {
  return words?.replace(/[\\{}$&#%_~^]/g, (mark) => commands[mark] ?? `\\${mark}`)
}
