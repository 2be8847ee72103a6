import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDesk } from '../../src/answers/desk.ts'
import { buildLibrary } from '../../src/library/library.ts'
import { read, TODAY } from '../knowledge/folder-of.ts'

const DATES = 'checked: {on: 2026-11-20, by: Ana}\nadded: 2026-11-20\n'
const decision = (id: string, twin: string, on: string, decided: string) =>
  `  - {id: ${id}, place: Leeds, twin: "${twin}", body: Full Council, on: ${on}, decided: ${decided}, says: Words., source: A}\n`
const { knowledge, problems } = read({
  'places/b.yml': `places:
  - {id: 706483, name: Kharkiv, country: UA, lat: 50, lon: 36.2}
  - {id: 702550, name: Lviv, country: UA, lat: 49.8, lon: 24}
`,
  'twinnings/b.yml': `place: Leeds\n${DATES}twinnings:\n  - {twin: "Lviv, UA", kind: twin, since: 2023, status: active, on: 2024, source: A}\n`,
  'decisions/a.yml': `${DATES}decisions:\n${decision('begun', 'Kharkiv, UA', '2023', 'start')}${decision('known', 'Lviv, UA', '2023', 'start')}${decision('asked', 'Kharkiv, UA', '2022', 'propose')}`,
})
assert.ok(knowledge, JSON.stringify(problems))
const desk = createDesk(buildLibrary(knowledge), () => TODAY)
const decided = (question: string) =>
  desk
    .answer(question)
    .groups.flatMap(({ findings }) => findings.map(({ id }) => id))
    .filter((id) => ['begun', 'known', 'asked'].includes(id))

test('who asks for links since a year is told of what was decided to start in those years, and is no link yet', () => {
  const told = desk.answer('has anyone twinned with Ukraine since 2022')
  assert.deepEqual(decided('has anyone twinned with Ukraine since 2022'), ['begun'])
  assert.ok(told.lead?.includes('1 decision to start a link in these years is recorded, too.'))
})

test('not in other years, nor where less than all links is asked for', () => {
  for (const question of ['links with Ukraine since 2024', 'ended links with Ukraine since 2022'])
    assert.deepEqual(decided(question), [], question)
})
