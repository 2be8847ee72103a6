import type { Run } from './a-pdf.ts'

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

const COLUMN_BY_COLUMN: readonly Run[] = COLUMNS.toSorted(([a], [b]) => a - b)

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

/** Pages of a PDF, what is quoted from them, and what `verify` says of it. */
export const PDF: readonly (readonly [
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
    'two columns, words of a row that nobody wrote',
    [COLUMNS],
    'came up from Later there was',
    'changed: it is put together from two columns',
  ],
  [
    'two columns, from the end of a row to the next',
    [COLUMNS],
    'over it. and the carts came',
    'changed: it is put together from two columns',
  ],
  [
    'two columns, one after the other',
    [COLUMN_BY_COLUMN],
    'until they closed. and the road',
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
