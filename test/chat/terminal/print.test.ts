import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import type { Answer } from '../../../src/answer/answer.ts'
import type { LinkTable } from '../../../src/answer/table.ts'
import { print } from '../../../src/chat/terminal/print.ts'
import { ANSWER, CITE, FINDING, ROW, TABLE } from '../../an-answer.ts'
import { realFolder } from '../../real-folder.ts'

const PLAIN = { width: 80, colour: false, links: false }

test('an answer reads well without colour and without links', () => {
  assert.equal(
    print(ANSWER, PLAIN),
    `Leeds: 1 link on record
1968, says A (2018); 1969, says B (2021).
    Leeds City Council (2021), no page number in the source
1 statement from 1 source.

Place            Leeds
Partner          Dortmund, Germany
Kind             partner / twin ≠
Since            1968 / 25 Oct 1969 ≠
Status           in doubt: suspended; also said: active ≠
Newest evidence  Aug 2015 (11 y)

CURRENT LINKS

Dortmund, Germany
  Sources differ on the start: 1968 in A (2018); 1969 in B (2021).
  Twin · since 1969 · active on 12 February 2021
  │ “dates back to *1969* & <more>”
  Second-hand: A, as reported in B.
    Leeds City Council (2021), Leeds and Dortmund sign again, no page number in
    the source
    https://example.org/news#:~:text=dates%20back

Did you mean:
  /twins Leeds

More:
  /ask leeds, page 2

You can also ask: /twins Dortmund

Read as Leeds (you wrote “leds”). ≠ sources differ. * second-hand: a source
reports another one. All sources checked 24 November 2026 by a reader.
`,
  )
})

test('colour and links change nothing that is read', () => {
  const rich = print(ANSWER, { ...PLAIN, colour: true, links: true })
  assert.ok(rich.includes('\u001B]8;;https://example.org/news#:~:text=dates%20back\u0007'))
  const read = stripVTControlCharacters(rich)
  assert.equal(read, print(ANSWER, PLAIN).replace(/ {4}https:.*\n/, ''))
})

test('no line is wider than the screen, but a link, which stays whole', () => {
  const words = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 })
    .map((list) => list.join(' ').replace(/\p{C}/gu, ''))
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 120 }), (says, width) => {
      const groups = [
        { title: 'A title', findings: [{ ...FINDING, says, cite: { ...CITE, jump: undefined } }] },
      ]
      for (const line of print({ ...ANSWER, groups }, { ...PLAIN, width }).split('\n')) {
        assert.ok([...line].length <= width || line.includes('https://'), line)
      }
    }),
    { numRuns: 200 },
  )
})

test('an overdue check is said', () => {
  const groups = [
    {
      title: 'A title',
      findings: [
        { ...FINDING, cite: { ...CITE, checkedOn: '2025-09-20', overdue: 'last checked 14 months ago' } },
      ],
    },
  ]
  const shown = print({ ...ANSWER, table: undefined, groups }, { ...PLAIN, width: 200 })
  assert.match(shown, /no page number in the source; check overdue: last checked 14 months ago/)
  assert.match(shown, /All sources checked 20 September 2025 by a reader\./)
})

test('days of checking that differ stand where they belong', () => {
  const cites = [CITE, { ...CITE, checkedOn: '2026-05-03', checkedBy: 'Ana' }]
  const groups = cites.map((cite) => ({ title: 'A title', findings: [{ ...FINDING, cite }] }))
  const shown = print({ ...ANSWER, table: undefined, groups }, { ...PLAIN, width: 200 })
  assert.match(shown, /; checked 24 November 2026 by a reader\n/)
  assert.match(shown, /; checked 3 May 2026 by Ana\n/)
  assert.doesNotMatch(shown, /All sources checked/)
})

const TWO: LinkTable = {
  ...TABLE,
  rows: [
    ROW,
    {
      ...ROW,
      link: 'E08000035 2998324',
      twin: 'Lille',
      country: 'France',
      kind: [],
      since: [],
      differs: ['state'],
    },
  ],
}

test('of several links the overview stands alone, and what each source says follows where all is wanted', () => {
  const answer = { ...ANSWER, table: TWO }
  const short = print(answer, { ...PLAIN, hint: '--full shows more.' })
  assert.equal(
    short,
    `Leeds: 1 link on record
1968, says A (2018); 1969, says B (2021).
    Leeds City Council (2021), no page number in the source
1 statement from 1 source.

IN DOUBT       Kind, since           Newest evidence                     Sources
Dortmund,      partner / twin, 1968  suspended, also said: active ≠,     1 *
Germany        / 25 Oct 1969 ≠       Aug 2015 (11 y)
Lille, France  not known             suspended, also said: active ≠,     1 *
                                     Aug 2015 (11 y)

Did you mean:
  /twins Leeds

More:
  /ask leeds, page 2

Sources: 1 Leeds City Council (2021)
Next: /twins Dortmund
Read as Leeds (you wrote “leds”). ≠ sources differ. * second-hand: a source
reports another one. All sources checked 24 November 2026 by a reader. --full
shows more.
`,
  )
  const full = print(answer, { ...PLAIN, full: true })
  for (const words of ['Lille, France', 'dates back to *1969*', 'https://example.org/news'])
    assert.ok(full.includes(words), words)
})

test('no line of a table is wider than the screen, and nothing of it is lost, whatever the names', () => {
  const name = fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 })
    .map(
      (list) =>
        list
          .join(' ')
          .replace(/[\p{C}\p{M}\s]+/gu, ' ')
          .trim() || 'x',
    )
  const rows = fc.array(
    fc.record({ place: fc.constantFrom('Leeds', 'York'), twin: fc.oneof(name, fc.constant('成都市')) }),
    { minLength: 2, maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 120 }), (named, width) => {
      const table = { ...TABLE, rows: named.map((names) => ({ ...ROW, ...names })) }
      const shown = print({ ...ANSWER, table, groups: [] }, { ...PLAIN, width })
      for (const line of shown.split('\n')) assert.ok(stringWidth(line) <= width, line)
      const signs = (text: string) => [...text.normalize('NFC').replace(/\s/g, '')].sort().join('')
      const all = signs(shown)
      // Of a place abroad that all share, the heading tells the name.
      const shared = new Set(named.map(({ twin }) => twin)).size === 1
      for (const { twin } of shared ? [] : named)
        for (const sign of signs(twin)) assert.ok(all.includes(sign), twin)
    }),
    { numRuns: 200 },
  )
})

test('/twins Leeds is one screen of 80 columns, a region two, and on 40 nothing stands out', () => {
  const { desk } = realFolder()
  const hint = '--full: their words; --out FILE.docx: a file.'
  const lines = (question: string, width: number) =>
    print(desk.answer(question), { ...PLAIN, width, hint })
      .trimEnd()
      .split('\n')
  for (const width of [80, 100]) {
    for (const question of ['twins Leeds', 'twins Liverpool Cologne'])
      assert.ok(lines(question, width).length <= 24, `${question}: ${lines(question, width).length}`)
    assert.ok(lines('twins Yorkshire', width).length <= 48, `${lines('twins Yorkshire', width).length}`)
  }
  for (const question of ['twins Leeds', 'twins Yorkshire', 'twins Germany']) {
    const narrow = lines(question, 40)
    const over = narrow.filter((line) => stringWidth(line) > 40)
    assert.deepEqual(over, [], question)
  }
  const next = [{ label: 'A link', ask: 'twins Birmingham Frankfurt am Main' }]
  const shown = print({ ...ANSWER, groups: [], next }, { ...PLAIN, width: 40 })
  assert.match(shown, /You can also ask:\n {2}\/twins Birmingham Frankfurt am Main\n/)
  assert.ok(lines('twins Leeds', 40).length <= 48, `${lines('twins Leeds', 40).length}`)
})

test('under “we hold nothing” stands how a link of that place is handed in', () => {
  const nothing: Answer = {
    ...ANSWER,
    ...{ table: undefined, groups: [], outcome: 'nothing' },
    missing: [{ is: 'place', id: '1', name: 'Ely' }],
  }
  assert.match(print(nothing, PLAIN), /^Tell us about Ely: npx hansa add twinning PLACE PARTNER$/m)
  assert.doesNotMatch(print({ ...nothing, outcome: 'found' }, PLAIN), /Tell us/)
})
