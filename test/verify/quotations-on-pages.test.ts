import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../src/verify/compare.ts'
import { type Page, pageTexts } from '../../src/verify/read/page-texts.ts'
import { aPdf, type Run } from './a-pdf.ts'

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

const RAISED: readonly Run[] = [
  [50, 700, 12, 'signed in 1969'],
  [134, 705, 7, '12'],
  [143, 700, 12, ' by both towns, over 10'],
  [268, 705, 7, '6'],
  [273, 700, 12, ' people'],
]

/** Row by row, as some programs draw them. */
const COLUMNS: readonly Run[] = [
  'the mills stood by the river|and the road went over it.',
  'and the carts came up from|Later there was a railway',
  'the quay every morning laden|that took the wool to town',
  'with wool until they closed.|for fifty years and more.',
].flatMap((row, i): Run[] => {
  const [left = '', right = ''] = row.split('|')
  return [
    [50, 700 - 16 * i, 11, left],
    [320, 700 - 16 * i, 11, right],
  ]
})

const REPORT = [
  ['Annual Report of the Canal Company', 'The canal was dug by hand and', '12'],
  ['Annual Report of the Canal Company', 'opened in the spring. It was', '13'],
  ['Annual Report of the Canal Company', 'closed in the autumn.', '14'],
]

const CELLS: readonly Run[] = [
  [50, 700, 11, 'Leeds'],
  [320, 700, 11, 'Dortmund'],
  [50, 684, 11, 'Hull'],
  [320, 684, 11, 'Freetown'],
  [50, 668, 11, 'York'],
  [320, 668, 11, 'Dijon'],
]

const PDF: readonly (readonly [
  name: string,
  pages: readonly (readonly (string | Run)[])[],
  quote: string,
  verdict: string,
])[] = [
  ['a number set high', [RAISED], 'signed in 1969 by both towns', 'matches: note marks, spaces'],
  [
    'a number set high, and another year',
    [RAISED],
    'signed in 1970 by both towns',
    'changed: “1970” is “1969” on the page',
  ],
  ['a power is no mark', [RAISED], 'by both towns, over 10 people', 'changed: “10” is “106” on the page'],
  ['two columns, the left one', [COLUMNS], 'came up from the quay every morning', 'matches: spaces'],
  ['two columns, the right one', [COLUMNS], 'a railway that took the wool to town', 'matches: spaces'],
  [
    'two columns, from the one to the other',
    [COLUMNS],
    'until they closed. and the road went',
    'matches: spaces',
  ],
  [
    'two columns, with a word changed',
    [COLUMNS],
    'a railway that took the coal to town',
    'changed: “coal” is “wool” on the page',
  ],
  [
    'a running head and a number at the break',
    REPORT,
    'dug by hand and opened in the spring',
    'matches: running heads, spaces',
  ] as const,
  [
    'what is changed across the break',
    REPORT,
    'It was opened in the autumn',
    'changed: “opened” is “closed” on the page',
  ],
  [
    'the running head itself',
    [REPORT[0] ?? [], REPORT[1] ?? [], REPORT[2] ?? []],
    'Report of the Canal Company',
    'exact',
  ],
  [
    'a head that only one page has',
    [REPORT[0] ?? [], ['A letter to the shareholders', 'opened in the spring']],
    'dug by hand and opened in the spring',
    'changed: the page has “12 A letter to the shareholders” in between',
  ],
  [
    'cells one below the other are no text',
    [CELLS],
    'Leeds Hull York',
    'changed: the page has “Dortmund” in between; the page has “Freetown” in between',
  ],
]

for (const [name, pages, quote, want] of PDF) {
  test(`in a PDF, ${name}: “${quote}” ${want}`, async () => {
    assert.equal(await verdict({ kind: 'pdf', bytes: aPdf(pages) }, quote), want)
  })
}

test('as many were made as make a fair trial', () => {
  assert.ok(HTML.length >= 40 && PDF.length >= 12)
})
