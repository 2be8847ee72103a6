import { chance } from '../../bench/search/chance.ts'
import { CSL_NAMES, CSL_TYPES } from '../../src/knowledge/fields/csl.ts'

type Field = unknown

const TITLES: readonly Field[] = [
  ...[
    'Rivers and railways',
    'What is a town?',
    '[Report on rivers]',
    'The 1969 charter: 50 years on',
    'Aire',
  ],
  ...[
    'On <i>Homo</i> and CO<sub>2</sub>',
    'Trade &amp; Industry &lt;draft&gt;',
    '“Twin” towns, ‘old’ and "new"',
  ],
  ...[
    '50% of {towns} & #1_in C:\\ ~ ^ $5',
    'مدينة حيفا',
    '我们去成都旅行',
    '<span class="nocase">de Aire</span> papers',
  ],
  ...['Localism Act 2011', 'A title that ends in a stop.', 'Really!', "The town's mills", 'e'.repeat(300)],
]
const PEOPLE: readonly Field[] = [
  ...[{ family: 'Fox', given: 'Ada' }, { family: 'Elm' }, { given: 'Bo' }, { literal: 'Leeds City Council' }],
  { literal: 'Department for Mills, Weirs and Rivers' },
  { family: 'Gaulle', given: 'Charles', 'dropping-particle': 'de' },
  { family: 'Beek', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
  { family: 'Moreira da Silva', given: 'Jorge', ORCID: 'x', affiliation: [] },
  ...[
    { name: 'Aire Lab', sequence: 'first' },
    { family: '', given: '' },
    { family: '成', given: '都' },
  ],
]
const DATES: readonly Field[] = [
  ...[
    '2014',
    '2014-03',
    '2014-03-13',
    '2023-24',
    '2023/24',
    '13 March 2014',
    'circa 2010',
    '2019-2020',
    '2019-10/2020',
  ],
  ...[
    '2020/2021-03',
    '2014-12-31/2015-01',
    '/2010',
    '2010/..',
    'in press',
    'n.d.',
    '2015-21',
    '13–15 March 2014',
    '',
  ],
  ...[
    { literal: 'Spring 2015' },
    { raw: '13 March 2014' },
    { literal: 'in press' },
    { raw: '2019-2020' },
    {},
  ],
  ...[{ 'date-parts': [[null]] }, { 'date-parts': [[2014, 12, 31], [0]] }, { 'date-parts': [[2015, 21]] }],
  ...[
    { 'date-parts': [[2014, 3, 13]], circa: true },
    { 'date-parts': [['2014', '', '']] },
    { 'date-parts': [[-44]] },
  ],
  ...[
    [{ year: 2015, season: 2 }],
    [{ year: 2019, month: 5 }, { year: 2020 }],
    { 'date-parts': [[2014]], season: 'Winter' },
  ],
]
const PAGES: readonly Field[] = [
  ...[
    '1-9',
    '1‐9',
    '1−9',
    '12-1–12-5',
    '327-40, 350; 361',
    'A-12',
    'xi–xv',
    'e0123',
    'pp. 3–4',
    '7',
    '12-1',
    '123–',
  ],
]
const DOIS: readonly Field[] = [
  ...[
    '10.1000/182',
    'doi.org/10.1000/182',
    'DOI 10.1000/182',
    'https://doi-org.eux.idm.oclc.org/10.1000/182',
  ],
  '10.1002/(SICI)1097(1998)17:15<1661::AID-9>3.0.CO;2-2',
]
const TEXTS: readonly Field[] = [
  ...[
    '12',
    '3-4',
    'xii',
    'Suppl. 2',
    '2nd',
    '',
    'Rev. ed.',
    'Cm 9',
    'A & B',
    'no. 7, part 2',
    ['28', '29'],
    'Aire Press',
  ],
]
const TEXT_KEYS = [
  ...[
    'volume',
    'issue',
    'number',
    'edition',
    'publisher',
    'publisher-place',
    'collection-title',
    'collection-number',
  ],
  ...[
    'container-title',
    'genre',
    'medium',
    'event-title',
    'authority',
    'section',
    'chapter-number',
    'number-of-pages',
  ],
  ...[
    'ISBN',
    'ISSN',
    'archive',
    'archive_location',
    'version',
    'status',
    'references',
    'language',
    'title-short',
    'part-number',
  ],
  ...[
    'supplement-number',
    'reviewed-title',
    'original-title',
    'dimensions',
    'scale',
    'call-number',
    'division',
    'source',
  ],
]

/** A record of CSL-JSON of any type, with fields that fit it and fields that do not, and some that are odd. */
export function anyRecord(number: number): Record<string, Field> {
  const next = chance(number)
  const one = (list: readonly Field[]) => list[Math.floor(next() * list.length)]
  const some = (share: number, key: string, value: () => Field) => (next() < share ? { [key]: value() } : {})
  const people = () => Array.from({ length: Math.floor(next() * 5) }, () => one(PEOPLE))
  return {
    id: `r${number}`,
    type: CSL_TYPES[number % CSL_TYPES.length],
    title: one(TITLES),
    ...some(0.8, 'author', people),
    ...Object.assign(
      {},
      ...CSL_NAMES.filter((key) => key !== 'author').map((key) => some(0.06, key, people)),
    ),
    ...some(0.85, 'issued', () => one(DATES)),
    ...some(0.1, 'original-date', () => one(DATES)),
    ...some(0.1, 'event-date', () => one(DATES)),
    ...some(0.4, 'accessed', () => '2026-11-20'),
    ...some(0.4, 'page', () => one(PAGES)),
    ...some(0.3, 'DOI', () => one(DOIS)),
    ...some(0.5, 'URL', () => 'https://aire.example/a?b=1&c=2'),
    ...some(0.1, 'note', () => 'type: dataset\nissued: 1999-05\npublisher: X'),
    ...some(0.1, 'license', () => 'CC BY 4.0'),
    ...Object.assign({}, ...TEXT_KEYS.map((key) => some(0.15, key, () => one(TEXTS)))),
  }
}
