import { dateInWords, edtf, isPlain } from './dates.ts'
import { pagesOf, pagesWith } from './locator.ts'
import { texText } from './markup.ts'
import { issuedOf, makersOf, type Name, namesOf, particlesOf, type Source, variable } from './source.ts'

/** One entry of BibTeX that biblatex reads as well: `date` and `urldate` keep days, `year` and `month` serve the old styles. */
export function bibtex(source: Source, notes: readonly string[]): string {
  const type = typeOf(source)
  const fields = [...fieldsOf(source, type), ['note', tex(notes.join('. '))]]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return [`@${type}{${keyOf(source.id)},`, ...lines, '}'].join('\n')
}

/** BibTeX ends a key at some of the signs that an id may have. */
function keyOf(id: string): string {
  return id.replace(/[^\p{L}\p{N}._:/+*@!$[\]-]/gu, '-').replace(/@/g, '-')
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
  const number = own('issue') ?? own('number')
  const inSeries = own('collection-number')
  const marked = (name: string, text: string | undefined) =>
    texText(String(source.csl[name] ?? text ?? ''), tex)
  return [
    ['author', makersOf(source).map(nameOf).join(' and ')],
    ['editor', namesOf(source, 'editor').map(nameOf).join(' and ')],
    ['translator', namesOf(source, 'translator').map(nameOf).join(' and ')],
    // In a second pair of braces, so that no style turns "Leeds" into "leeds".
    ['title', `{${marked('title', source.title)}}`],
    [containers[type] ?? 'howpublished', marked('container-title', source.containerTitle)],
    [publishers[type] ?? 'publisher', whole(tex(source.publisher))],
    ['type', source.type === 'thesis' ? (own('genre') ?? 'Thesis') : undefined],
    ['address', whole(own('publisher-place'))],
    ['edition', own('edition')],
    [
      'series',
      number && inSeries
        ? `${own('collection-title') ?? ''}, ${inSeries}`.replace(/^, /, '')
        : own('collection-title'),
    ],
    ['volume', own('volume')],
    ['volumes', own('number-of-volumes')],
    ['number', number ?? inSeries],
    ['pages', source.page && tex(pagesWith(pagesOf(source.page), '--'))],
    ...dateFields(source),
    ['isbn', own('ISBN')],
    ['issn', own('ISSN')],
    ['doi', source.doi],
    ['url', source.url?.replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['urldate', source.accessed],
  ]
}

/** A year and a month for the old styles, the whole for biblatex; in words, where numbers would not say all. */
function dateFields(source: Source): (string | undefined)[][] {
  const issued = issuedOf(source)
  if (!issued) return []
  if (!isPlain(issued)) {
    const words = dateInWords(issued).replaceAll('–', '--')
    return [
      ['year', tex(words)],
      ['date', edtf(issued)],
    ]
  }
  const [year, month] = issued['date-parts']?.[0] ?? []
  return [
    ['year', String(year).padStart(4, '0')],
    ['month', month && String(month)],
    ['date', edtf(issued)],
  ].map(([name, value]) => [String(name), value ? String(value) : undefined])
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
function tex(words: string): string
function tex(words: string | undefined): string | undefined
function tex(words: string | undefined): string | undefined {
  return words?.replace(/[\\{}$&#%_~^]/g, (mark) => commands[mark] ?? `\\${mark}`)
}
