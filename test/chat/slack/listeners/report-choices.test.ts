import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Finding, findingsOf } from '../../../../src/answer/answer.ts'
import { distinctLabels } from '../../../../src/chat/slack/blocks/text.ts'
import { toBlocks } from '../../../../src/chat/slack/blocks/to-blocks.ts'
import { choicesOf } from '../../../../src/chat/slack/listeners/report-window.ts'
import { FINDING } from '../../../an-answer.ts'
import { realFolder } from '../../../real-folder.ts'
import { anyFinding } from '../pretend/any-answer.ts'

const { library, desk } = realFolder()
const { places, areas, reports, claims } = library.knowledge

/** One question for each thing the folder knows: every place, area, country, report, topic and subject. */
const QUESTIONS: readonly string[] = [
  ...[...places.values()].map(({ name }) => `twins ${name}`),
  ...[...areas.values()].map(({ name }) => `twins ${name}`),
  ...new Set(
    [...places.values()].map(
      ({ country }) => `twins ${new Intl.DisplayNames('en', { type: 'region' }).of(country)}`,
    ),
  ),
  ...reports.flatMap(({ command, findings }) => [
    command ?? '',
    ...findings.map(({ title }) => `${command} ${title}`),
  ]),
  ...new Set(claims.flatMap(({ about }) => about.map((subject) => `ask ${subject}`))),
]

const ANSWERS = new Map(QUESTIONS.map((question) => [question, desk.answer(question)]))

/** Labels of all menus, in their order; each has its length and its uniqueness looked at. */
function labelsOf(findings: readonly Finding[], what: string): readonly string[] {
  const { menus, parts } = choicesOf(findings)
  for (const options of [...menus, parts]) {
    const labels = options.map(({ text }) => text.text)
    assert.equal(new Set(labels).size, labels.length, `${what}: ${labels.join(' | ')}`)
    for (const label of labels) assert.ok(label.trim() !== '' && [...label].length <= 75, `${what}: ${label}`)
    assert.ok(labels.length <= 100, what)
  }
  return menus.flatMap((menu) => menu.map(({ text }) => text.text))
}

test('under every answer of the folder each statement can be pointed at by a label of its own', () => {
  let most = 0
  for (const [question, answer] of ANSWERS) {
    const findings = findingsOf(answer)
    labelsOf(findings, question)
    const values = choicesOf(findings).menus.flatMap((menu) => menu.map(({ value }) => value))
    const { under } = choicesOf(findings)
    for (const { id, place, twin } of findings)
      if (place && twin) assert.equal(under.get(id), `${place} – ${twin}`)
    for (const { id } of findings) assert.ok(values.includes(id), `${question}: ${id} is in no menu`)
    most = Math.max(most, new Set(findings.map(({ id }) => id)).size)
  }
  assert.ok(ANSWERS.size > 200 && most > 100, `${ANSWERS.size} questions, ${most} statements at most`)
})

test('no two references in one menu have the same label', () => {
  for (const [question, answer] of ANSWERS) {
    for (const { blocks } of toBlocks(answer)) {
      for (const menu of blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))) {
        if (menu.type !== 'static_select') continue
        const labels = menu.options?.map(({ text }) => text.text) ?? []
        assert.equal(new Set(labels).size, labels.length, `${question}: ${labels.join(' | ')}`)
      }
    }
  }
})

test('whatever the findings say, labels are distinct and short, and no finding is left out', () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 8 }), fc.integer({ min: 1, max: 16 }), (some, times) => {
      const all = Array.from({ length: times }, (_, at) =>
        some.map((one) => ({ ...one, id: `${at}-${one.id}` })),
      )
      labelsOf(all.flat(), 'any')
      const { menus } = choicesOf(all.flat())
      const held = menus.flat().length - menus.length
      assert.equal(held, new Set(all.flat().map(({ id }) => id)).size)
    }),
    { numRuns: 40 },
  )
})

test('a label names the link, what is said of it and by whom; the place that all share is left out', () => {
  const link = (id: string, twin: string, more: Partial<Finding> = {}): Finding => ({
    ...FINDING,
    id,
    twin,
    relation: 'partner',
    ...more,
  })
  const siegen = link('a', 'Siegen', { since: '1966', cite: { ...FINDING.cite, label: 'TwinTowns (2015)' } })
  const labels = labelsOf(
    [
      siegen,
      { ...siegen, id: 'b' },
      { ...siegen, id: 'c', status: 'ended', statusOn: '2019' },
      link('d', 'Lille', { since: undefined, relation: undefined }),
    ],
    'Leeds',
  )
  assert.deepEqual(labels, [
    'Siegen – partner since 1966, TwinTowns (2015), active 12 February 2021',
    'Siegen – partner since 1966, TwinTowns (2015), active 12 February 2021 (2)',
    'Siegen – partner since 1966, TwinTowns (2015), ended 2019',
    'Lille – link, Leeds City Council (2021)',
    'Something is missing',
  ])
  const [two] = labelsOf([siegen, { ...siegen, id: 'e', place: 'Hull', twin: 'Lille' }], 'two places')
  assert.equal(two, 'Leeds – Siegen – partner since 1966, TwinTowns (2015)')
})

test('what is missing is told with the place that the answer is about, and never with words somebody typed', () => {
  const value = (question: string) => choicesOf(findingsOf(desk.answer(question))).menus[0]?.at(-1)?.value
  assert.equal(value('twins Leeds'), 'something missing: Leeds')
  assert.equal(value('twins Dortmund'), 'something missing: Leeds')
  assert.equal(value('ask universities and my secret plan'), 'something missing')
})

test('labels that nothing tells apart are counted, within what a menu takes', () => {
  const same = { name: 'x'.repeat(100), says: [], more: [] }
  const labels = distinctLabels(Array.from({ length: 120 }, () => same))
  assert.equal(new Set(labels).size, 120)
  assert.deepEqual([labels[0], labels[119]], [`${'x'.repeat(74)}…`, `${'x'.repeat(68)}… (120)`])
})
