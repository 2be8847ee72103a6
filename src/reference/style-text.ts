import type { Prose } from './prose-item.ts'

/** What stands in a style, and what is to stand there. */
type Edit = readonly [from: string, to: string]

/**
 * The text of a style, mended where it says what nobody recorded, or leaves out by what a document is found. A newer style
 * in which an edit finds nothing is an error: what it mended has to be looked at.
 */
export function styleText(prose: Prose, { harvard1 = '', apa = '' }: Record<string, string>): string {
  const edits = prose === 'harvard' ? CITE_THEM_RIGHT : APA
  return edits.reduce(
    (style, [from, to]) => {
      if (!style.includes(from)) throw new Error(`the style ${prose} has no ${from}`)
      return style.replace(from, () => to)
    },
    prose === 'harvard' ? harvard1 : apa,
  )
}

/** Who edited or translated it, in words before the name; and who asked, in an interview. */
const WITH_OTHERS = '<names variable="editor translator" delimiter=". "><label form="verb"'

const AS_AUTHOR = '<text variable="container-title" text-case="title" font-style="italic"/>'

/** Where a newspaper stands for its author, and there is no newspaper, the title does; so in the list and in the text. */
const TITLE_FIRST: Edit = [
  `<choose><if type="article-newspaper article-magazine article-journal" match="any">${AS_AUTHOR}</if>`,
  `<choose><if variable="container-title" match="none"><text macro="title"/></if>
    <else-if type="article-magazine article-newspaper article-journal" match="any">${AS_AUTHOR}</else-if>`,
]

/** `harvard1` is Cite Them Right, 12th edition, written for Britain; the package has only the American locale. */
const CITE_THEM_RIGHT: readonly Edit[] = [
  [
    // Its own words follow: `2nd edn`, `eds`.
    '<locale xml:lang="en-GB"><terms>',
    `<locale xml:lang="en"><style-options punctuation-in-quote="false"/>
  <date form="text" delimiter=" "><date-part name="day"/><date-part name="month"/><date-part name="year"/></date>
  <terms><term name="open-quote">‘</term><term name="close-quote">’</term>
  <term name="open-inner-quote">“</term><term name="close-inner-quote">”</term>`,
  ],
  // It takes an article without pages and volume for a preprint; we do not know that, so we do not say it.
  ['<text value="Preprint" prefix="[" suffix="]"/>', ''],
  // As it says `c.`, for `about`, of a year.
  [
    '<date variable="issued"><date-part name="year"/>',
    `<choose><if is-uncertain-date="issued"><text value="c. "/></if></choose>
    <date variable="issued"><date-part name="year"/>`,
  ],
  // The year of a law or a case is part of what it is called: `law.ts`.
  [
    '<else><text term="no date"/>',
    '<else-if type="legal_case legislation regulation" match="none"><text term="no date"/>',
  ],
  ['<text variable="year-suffix" prefix=" "/></else>', '<text variable="year-suffix" prefix=" "/></else-if>'],
  ['thesis webpage graphic"', 'thesis webpage graphic dataset map regulation software standard treaty"'],
  // By its number a standard or a bill is found, and by its place in an archive a manuscript.
  ['<else-if type="report">', `${inArchive()}<else-if type="bill patent report standard" match="any">`],
  [
    'article-magazine post-weblog speech"',
    'article-magazine broadcast hearing interview manuscript personal_communication post-weblog speech"',
  ],
  ...[TITLE_FIRST, TITLE_FIRST],
  [WITH_OTHERS, WITH_OTHERS.replace('translator', 'translator interviewer')],
  [
    '<macro name="locator"><choose><if type="article-journal">',
    '<macro name="locator"><choose><if type="article-journal review review-book" match="any">',
  ],
  ['<text variable="page"/></group></if>', `<text variable="page"/></group>${numbered()}</if>`],
]

/** APA, 7th edition. */
const APA: readonly Edit[] = [
  // Two words; and it calls a film so.
  ['<terms>', '<terms><term name="dataset">data set</term><term name="motion_picture">film</term>'],
  // Nobody wrote the digits by which `327-40` would become `327–340`.
  ['page-range-format="expanded"', ''],
  // "Retrieved" wants a day behind it.
  [
    '<if match="none" variable="issued status">',
    '<if match="any" variable="issued status"/><else-if variable="accessed">',
  ],
  ['<text term="from"/></group></if>', '<text term="from"/></group></else-if>'],
  // A number is one of the public laws of the United States only where that is said.
  ['<term form="short" name="legislation">Pub. L.</term>', '<term form="short" name="legislation"></term>'],
  // A line to be filled in, for a page that was not recorded.
  ['<text value="___"/>', ''],
]

function inArchive(): string {
  const parts = ['publisher', 'archive', 'archive_location', 'archive-place']
  const texts = parts.map((name) => `<text variable="${name}"/>`)
  return `<else-if type="manuscript"><group delimiter=", ">${texts.join('')}</group></else-if>`
}

/** Of an article that has a number and no pages. */
function numbered(): string {
  return `<choose><if type="article-journal"><choose><if variable="page" match="none">
    <text variable="number" prefix="article "/></if></choose></if></choose>`
}
