import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overPack } from '../../src/knowledge/over-pack.ts'
import type { Knowledge } from '../../src/knowledge/records.ts'
import { CLEAN, read } from './folder-of.ts'

const DATED = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const EXISTS = 'id\tname\tcountry\tadmin\tpopulation\talso\n'
const LEADS = 'place\tname\ttwin\tpartner\tcountry\tsince\tuntil\tseen\tlist\turl\n'

/** One of each that a folder can hold, on Leeds and a place that the folder made up itself. */
const ALL = {
  'sources/b.yml': 'references:\n  - {id: B, type: report, title: A report}\n',
  'places/a.yml': `${CLEAN['places/a.yml']}  - {id: x-unna, name: Unnau, country: DE, lat: 51.5, lon: 7.7}\n`,
  'places/informal.yml': 'informal:\n  - {name: Loidis, means: [x-unna], source: A page}\n',
  'places/counties.yml':
    'areas:\n  - {id: E11000002, kind: county, name: Merseyside, members: [E08000035], source: A list}\n',
  'places/councils.yml':
    'source: A list\ncouncils:\n  - {council: E06000051, name: Shropshire, county: [Shropshire]}\n',
  'places/exists.tsv': `${EXISTS}1\tOtley\tGB\t\t15000\t\n`,
  'leads/list.tsv': `${LEADS}E08000035\tLeeds\tx-unna\tUnnau\tDE\t\t\t2026-11-01\tWikidata\t\n`,
  'checks.yml':
    'checks:\n  - {source: A, on: 2026-11-20, from: copy, quotations: [{id: g, quote: of £10, result: exact}]}\n',
  'twinnings/leeds.yml': [
    'place: Leeds',
    DATED,
    'twinnings:',
    '  - {twin: "Unnau, DE", kind: twin, status: active, source: A, themes: [sport]}',
    'looked:',
    '  - {on: 2026-11-20, in: [A], for: any French twin}',
    '',
  ].join('\n'),
  'claims/a.yml': `${DATED}claims:
  - {id: c, says: Partners learn., source: A, citing: B, about: [learning], differs: [d]}
  - {id: d, says: Partners do not learn., source: A, about: [learning]}\n`,
  'decisions/a.yml': `${DATED}decisions:
  - {id: e, place: Leeds, twin: "Unnau, DE", body: Council, says: Words, decided: propose, led-to: [f], source: A}
  - {id: f, place: Leeds, twin: "Unnau, DE", body: Council, says: Words, decided: end, source: A}\n`,
  'costs/a.yml': `${DATED}costs:
  - {id: g, place: Leeds, twin: "Unnau, DE", amount: £10, period: 2015, was: spent, for: all, source: A, at: p. 1, quote: of £10}
  - {id: h, place: Leeds, amount: £5, period: 2015, was: spent, for: travel, part-of: g, source: A, at: p. 1, quote: of £5}\n`,
  'agreements/a.yml': `${DATED}agreements:
  - {id: i, place: Leeds, twin: "Unnau, DE", form: memorandum of understanding, until: 2027-02, source: A}\n`,
  'successors/a.yml': `${DATED}successors:
  - {id: j, councils: [{name: Norwich City Council, code: E07000148}], ends: 2028-04, state: decided, source: A}\n`,
  'notices/a.yml': `${DATED}notices:\n  - {id: n, place: Leeds, says: Seeks, until: 2030-01-01, source: A}\n`,
  'reports/a.yml': `report: A\ncommand: page\ntitle: A page\nsummary: What a page says.\n${DATED}findings:
  - {id: k, title: On policy, says: Words, source: A}\n`,
  'words/a.yml': `same:\n  - {words: [UN, United Nations], why: short}
asking:\n  - {words: [evidence], why: asks}
aside:\n  - {words: [cheers], why: thanks}
short:\n  - {words: [govt], for: government, why: chats}
said:\n  - {words: [good morrow], means: greeting, why: old}
themes:\n  - {theme: sport, words: [sports], why: clubs}
asks:\n  - {asks: costs, words: [fee], why: asked for}\n`,
}

/** The pack's own lists over a folder whose made-up place of the same id is another one. */
function laidOver(own: Readonly<Record<string, string>> = {}): { theirs: Knowledge; both: Knowledge } {
  const pack = { pack: 'north', folder: '../north', name: 'The north', licence: 'CC0', attribution: 'North' }
  const theirs = read(ALL)
  assert.deepEqual(
    theirs.problems.filter(({ severity }) => severity === 'error'),
    [],
  )
  const places = ALL['places/a.yml'].replace('Unnau', 'Unna')
  const ours = read({ 'places/a.yml': places, ...own })
  const both = overPack(ours, pack, theirs).knowledge
  assert.ok(theirs.knowledge && both)
  return { theirs: theirs.knowledge, both }
}

const size = (list: unknown) => (list instanceof Map ? list.size : (list as readonly unknown[]).length)

test('every list of a pack reaches the folder over it', () => {
  const { theirs, both } = laidOver()
  for (const list of Object.keys(theirs) as (keyof Knowledge)[]) {
    if (list === 'packs') continue
    assert.ok(size(theirs[list]) > 0, `nothing of ${list} in the pack of this test`)
    assert.ok(size(both[list]) >= size(theirs[list]), list)
  }
})

test('places that exist, and each list of leads, are the folder’s own where it has them', () => {
  const { both } = laidOver({
    'places/exists.tsv': `${EXISTS}2\tIlkley\tGB\t\t15000\t\n`,
    'leads/list.tsv': ALL['leads/list.tsv']
      .replace('2026-11-01', '2026-11-20')
      .replace('x-unna\tUnnau', '\tBrno'),
    'leads/other.tsv': `${LEADS}E08000035\tLeeds\t\tLille\tFR\t\t\t2026-11-01\tA list\t\n`,
  })
  assert.deepEqual(
    both.exists.map(({ name }) => name),
    ['Ilkley'],
  )
  assert.deepEqual(
    both.leads.map(({ partner, seen }) => [partner, seen]),
    [
      ['Brno', '2026-11-20'],
      ['Lille', '2026-11-01'],
    ],
  )
  const { leads } = laidOver().both
  assert.deepEqual(
    leads.map(({ place, twin }) => [place, twin]),
    [['E08000035', 'x-north-unna']],
  )
})

test('every id that a pack gave is the pack’s, wherever it is named', () => {
  const { theirs, both } = laidOver()
  const own = new Set([
    ...theirs.statements.keys().filter((id) => !id.startsWith('leeds-')),
    ...theirs.checks.keys(),
  ])
  const { exists, packs, places, areas, statements, sources, ...lists } = both
  const mine = [...statements.values()].filter(({ id }) => id.startsWith('north/'))
  assert.equal(mine.length, theirs.statements.size)
  const named = (list: unknown): readonly string[] => {
    if (typeof list === 'string') return [list]
    if (list instanceof Map) return [...list.values()].flatMap(named)
    return typeof list === 'object' && list !== null
      ? Object.entries(list).flatMap(([key, value]) =>
          ['finding', 'content', 'fields', 'words'].includes(key) ? [] : named(value),
        )
      : []
  }
  const { assertions, ...others } = lists
  const all = named({ ...others, assertions: assertions.filter(({ id }) => id.startsWith('north/')), mine })
  for (const id of own) assert.ok(!all.includes(id), `${id} without its pack`)
  for (const id of ['A', 'B']) assert.ok(!all.includes(id) && all.includes(`north/${id}`), id)
  assert.ok(!all.includes('x-unna') && all.includes('x-north-unna'))
})
