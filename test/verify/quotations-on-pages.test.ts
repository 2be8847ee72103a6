import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../src/verify/compare.ts'
import { type Page, pageTexts } from '../../src/verify/read/page-texts.ts'
import { aPdf } from './a-pdf.ts'
import { PDF } from './quotations-in-pdfs.ts'

/** The result in a line: `matches after normalising: note marks`, or `changed: …` with its first difference. */
async function verdict(page: Page, quote: string): Promise<string> {
  const [only] = compare([{ id: 'a', quote }], await pageTexts(page)).compared
  const result = only?.result
  assert.ok(result)
  switch (result.is) {
    case 'matches after normalising':
      return `matches: ${result.normalised.join(', ')}`
    case 'changed':
      return `changed: ${result.differences.join('; ')}`
    case 'could not be read':
      return `could not be read: ${result.why}`
    default:
      return result.is
  }
}

const LIST =
  '<ul><li>trade with Dortmund</li><li>schools in Lille</li></ul><p>and much besides, they said</p>'
const TABLE =
  '<table><tr><td>Leeds</td><td>Dortmund, 1969</td></tr><tr><td>Hull</td><td>Freetown, 1980</td></tr></table>'

const stitched = (what: string) => `changed: it is put together from ${what}`

const HTML: readonly (readonly [page: string, quote: string, verdict: string])[] = [
  // Marks of notes.
  ['signed in 1969<sup>12</sup> by both', 'signed in 1969 by both', 'matches: note marks'],
  [
    'signed in 1969<sup class="reference"><a href="#n">[12]</a></sup> by both',
    'signed in 1969 by both',
    'matches: note marks',
  ],
  ['signed in 1969<sup>1,2</sup>, and later', 'signed in 1969, and later', 'matches: note marks'],
  ['signed in 1969<sup><a href="#a">a</a></sup> by both', 'signed in 1969 by both', 'matches: note marks'],
  ['the mills closed.<sup>3</sup> Then the', 'the mills closed. Then', 'matches: note marks'],
  ['the mills† closed', 'the mills closed', 'changed: the page has “†” in between'],
  ['the mills<sup>†</sup> closed', 'the mills closed', 'matches: note marks'],
  ['the mills <a href="#cite-4">[4]</a> closed', 'the mills closed', 'matches: note marks, spaces'],
  ['signed in 1969¹² by both', 'signed in 1969 by both', 'matches: note marks'],
  ['signed in 1969<sup>12</sup> by both', 'signed in 1970 by both', 'changed: “1970” is “1969” on the page'],
  ['signed in 1969<sup>12</sup> by both', 'signed in 1969', 'exact'],
  ['signed in 1969<sup>[12]</sup> by both', 'signed in 1969[12] by both', 'exact'],
  ['twinned in 1969<sup>a</sup> with Lille', 'twinned in 1969 with Lille', 'matches: note marks'],
  ['<p>signed in 1969<a href="#_ftn1">1</a> by both</p>', 'signed in 1969 by both', 'matches: note marks'],
  [
    'signed in 1969<span class="footnote-ref">3</span> by both',
    'signed in 1969 by both',
    'matches: note marks',
  ],
  [
    'signed in 1969<span style="vertical-align: super">3</span> by both',
    'signed in 1969 by both',
    'matches: note marks',
  ],
  [
    'over 10<span style="vertical-align:super">6</span> came',
    'over 10 came',
    'changed: “10” is “106” on the page',
  ],
  [
    'signed in 1969<span class="notes">3</span> by both',
    'signed in 1969 by both',
    'changed: “1969” is “19693” on the page',
  ],
  ['a cube of x<sup>3</sup> in all', 'a cube of x in all', 'changed: “x” is “x3” on the page'],
  ['over 10<sup>6</sup> people came', 'over 10 people came', 'changed: “10” is “106” on the page'],
  ['an area of 5 km<sup>2</sup> in all', 'an area of 5 km in all', 'changed: “km” is “km2” on the page'],
  ['an area of 5 km<sup>2</sup> in all', 'an area of 5 km2 in all', 'exact'],
  ['an area of 5 km² in all', 'an area of 5 km² in all', 'exact'],
  ['the 21<sup>st</sup> century began', 'the 21st century began', 'exact'],
  ['CO<sub>2</sub> fell by half', 'CO2 fell by half', 'exact'],
  // What nobody wrote in one piece.
  [LIST, 'trade with Dortmund', 'exact'],
  [LIST, 'trade with Dortmund schools in Lille', stitched('several list items')],
  [LIST, 'schools in Lille and much besides', stitched('several list items')],
  [TABLE, 'Leeds Dortmund, 1969', 'matches: spaces'],
  [TABLE, 'Dortmund, 1969 Hull', stitched('several rows of a table')],
  [
    '<h2>History of twinning</h2><p>It began in Aire.</p>',
    'History of twinning It began',
    stitched('a heading and a text'),
  ],
  [
    '<dl><dt>Aire</dt><dd>a river in the north</dd></dl>',
    'Aire a river in the north',
    stitched('several list items'),
  ],
  ['<p>It ended here</p><p>and began again there</p>', 'ended here and began', 'matches: spaces'],
  [
    '<ul><li><p>one long item</p><p>of two paragraphs</p></li></ul>',
    'long item of two paragraphs',
    'matches: spaces',
  ],
  // Words left out.
  [
    'first came the canal, then the railway, and last the road',
    'came the canal […] and last the road',
    'matches: words left out',
  ],
  [
    'first came the canal, then the railway, and last the road',
    'came the canal … and last the road',
    'matches: words left out',
  ],
  [
    'first came the canal, then the railway, and last the road',
    '…then the railway…',
    'matches: words left out',
  ],
  [
    'first came the canal, then the railway, and last the road',
    'and last the road … came the canal',
    'changed: “… came the canal” is not there on the page',
  ],
  [
    'first came the canal, then the railway, and last the road',
    'came the canal … and last the motorway',
    'changed: “…” is “, then the railway,” on the page; “motorway” is “road” on the page',
  ],
  ['they waited... and waited', 'they waited… and waited', 'matches: ellipses'],
  // Marks of direction, and letters that are drawn out.
  [
    'the town of \u200F\u202Bحيفا\u202C in the north',
    'the town of حيفا in the north',
    'matches: marks of direction',
  ],
  ['مدينة حيـــفا', 'مدينة حيفا', 'matches: stretched letters'],
  ['the town of \u2067חיפה\u2069 in', 'town of חיפה in', 'matches: marks of direction'],
  // What was right, and wrong, before.
  ['the town’s mills', "the town's mills", 'matches: quotation marks'],
  ['the North and its rivers', 'the north and its rivers', 'changed: “north” is “North” on the page'],
  ['they were <em>closed</em>, one by one', 'they were closed, one by one', 'exact'],
  [
    'they were not closed, one by one',
    'they were closed, one by one',
    'changed: the page has “not” in between',
  ],
  ['Here is nothing of the kind.', 'a bridge over the estuary', 'not found'],
]

for (const [page, quote, want] of HTML) {
  test(`“${quote}” on the page ${page}: ${want}`, async () => {
    const bytes = Buffer.from(`<html><body>${page.startsWith('<') ? page : `<p>${page}</p>`}</body></html>`)
    assert.equal(await verdict({ kind: 'html', bytes }, quote), want)
  })
}

const TEXT: readonly (readonly [page: string, quote: string, verdict: string])[] = [
  ['- trade with Dortmund\n- schools in Lille\n', 'schools in Lille', 'exact'],
  [
    '1. trade with Dortmund\n2. schools in Lille\n',
    'trade with Dortmund 2. schools',
    stitched('several list items'),
  ],
  ['# History\n\nIt began in Aire', 'History It began', stitched('a heading and a text')],
  ['It began in\nAire, by the river', 'began in Aire', 'matches: spaces'],
  ['signed in 1969¹² by both', 'signed in 1969 by both', 'matches: note marks'],
]

for (const [page, quote, want] of TEXT) {
  test(`“${quote}” in the text ${JSON.stringify(page)}: ${want}`, async () => {
    assert.equal(await verdict({ kind: 'text', bytes: Buffer.from(page) }, quote), want)
  })
}

for (const [name, pages, quote, want] of PDF) {
  test(`in a PDF, ${name}: “${quote}” ${want}`, async () => {
    assert.equal(await verdict({ kind: 'pdf', bytes: aPdf(pages) }, quote), want)
  })
}

test('as many were made as make a fair trial', () => {
  assert.ok(HTML.length >= 40 && PDF.length >= 12)
})
